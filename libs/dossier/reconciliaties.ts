import type { DataSource } from 'typeorm';
import { vraagNaUitblijven, vraagVanProeven } from '#database/reconciliatie.js';
import { inGemeente } from '#database/transactie.js';
import type { TrajectPlek } from './typen.js';

/** A comparison to do now; it is held for the time given to `neem`. */
export interface TeVergelijken extends TrajectPlek {
  readonly id: string;
  /** From 1. */
  readonly poging: number;
}

const PLAN = `
WITH aan_de_beurt AS (
  SELECT traject_id, gemeente_id FROM route
   WHERE open AND NOT proef
     AND reconciliatie_vanaf < clock_timestamp() - make_interval(secs => $1)
   ORDER BY reconciliatie_vanaf LIMIT $2
     FOR UPDATE SKIP LOCKED
), gevraagd AS (
  INSERT INTO reconciliatie (id, gemeente_id, traject_id, aanleiding)
  SELECT gen_random_uuid(), gemeente_id, traject_id, 'periodiek' FROM aan_de_beurt
  ON CONFLICT DO NOTHING
)
UPDATE route SET reconciliatie_vanaf = clock_timestamp()
  FROM aan_de_beurt b WHERE route.traject_id = b.traject_id`;

// What a person or a passed term asks for goes before the rhythm.
const NEEM = `
WITH rij AS (
  UPDATE reconciliatie SET poging = poging + 1,
         volgende_tijdstip = clock_timestamp() + make_interval(secs => $1)
   WHERE id = (SELECT id FROM reconciliatie
                WHERE status = 'gevraagd' AND volgende_tijdstip <= clock_timestamp()
                ORDER BY aanleiding = 'periodiek', volgende_tijdstip LIMIT 1
                  FOR UPDATE SKIP LOCKED)
   RETURNING id, traject_id, gemeente_id, poging)
SELECT id, traject_id AS "trajectId", gemeente_id AS "gemeenteId", poging FROM rij`;

/** Which journeys are to be compared with DUO, over all gemeenten. Works under the role of the system. */
export class ReconciliatieSysteem {
  constructor(
    private readonly systeem: DataSource,
    /** Under the role of the application: for what only a gemeente's own rows tell. */
    private readonly app: DataSource,
  ) {}

  /** Asks for those whose last comparison, or opening, is longer ago than this; of a rehearsal on its own clock. */
  async plan(seconden: number, limiet: number): Promise<void> {
    await this.systeem.query(PLAN, [seconden, limiet]);
    const gemeenten = await this.systeem.query<{ id: string }[]>(
      'SELECT id FROM gemeente WHERE actief',
    );
    for (const { id } of gemeenten) {
      await inGemeente(this.app, id, async (manager) => {
        await vraagNaUitblijven(manager, limiet);
        await vraagVanProeven(manager, seconden, limiet);
      });
    }
  }

  /** Takes one that is due; another worker cannot take it for this many seconds. */
  async neem(huurSeconden: number): Promise<TeVergelijken | undefined> {
    const [rij] = await this.systeem.query<TeVergelijken[]>(NEEM, [huurSeconden]);
    return rij;
  }

  async klaar(id: string, verschillen: number, nietGevraagd: readonly string[]): Promise<void> {
    await this.systeem.query(
      `UPDATE reconciliatie SET status = 'klaar', klaar_tijdstip = clock_timestamp(),
              verschillen = $2, niet_gevraagd = $3, reden = NULL WHERE id = $1`,
      [id, verschillen, nietGevraagd],
    );
  }

  /** Tries again after this many seconds. `reden`: technical, without personal data. */
  async later(id: string, reden: string, seconden: number): Promise<void> {
    await this.systeem.query(
      `UPDATE reconciliatie SET reden = $2,
              volgende_tijdstip = clock_timestamp() + make_interval(secs => $3) WHERE id = $1`,
      [id, reden.slice(0, 200), seconden],
    );
  }

  async mislukt(id: string, reden: string): Promise<void> {
    await this.systeem.query(
      `UPDATE reconciliatie SET status = 'mislukt', klaar_tijdstip = clock_timestamp(), reden = $2
        WHERE id = $1`,
      [id, reden.slice(0, 200)],
    );
  }
}
