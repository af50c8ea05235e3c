import type { DataSource } from 'typeorm';
import type { TrajectPlek } from './typen.js';

/** A question to the BRP that is due; it is held for the time given to `neem`. */
export interface TeRaadplegen extends TrajectPlek {
  /** From 1; begins anew after an end. */
  readonly poging: number;
}

// A journey gets its row at once, and its first question with it. A rehearsal has an invented person.
const PLAN = `
INSERT INTO brp_raadpleging (traject_id, gemeente_id)
SELECT r.traject_id, r.gemeente_id FROM route r JOIN gemeente g ON g.id = r.gemeente_id
 WHERE r.open AND NOT r.proef AND g.actief AND g.code = ANY ($1)
   AND NOT EXISTS (SELECT 1 FROM brp_raadpleging b WHERE b.traject_id = r.traject_id)
 LIMIT $2
ON CONFLICT DO NOTHING`;

const NEEM = `
WITH rij AS (
  UPDATE brp_raadpleging SET poging = poging + 1,
         volgende_tijdstip = clock_timestamp() + make_interval(secs => $2)
   WHERE traject_id = (SELECT b.traject_id FROM brp_raadpleging b
           JOIN route r ON r.traject_id = b.traject_id AND r.open
           JOIN gemeente g ON g.id = b.gemeente_id AND g.actief AND g.code = ANY ($1)
          WHERE b.volgende_tijdstip <= clock_timestamp()
          ORDER BY b.volgende_tijdstip LIMIT 1 FOR UPDATE OF b SKIP LOCKED)
  RETURNING traject_id, gemeente_id, poging)
SELECT traject_id AS "trajectId", gemeente_id AS "gemeenteId", poging FROM rij`;

const EINDE = `
UPDATE brp_raadpleging SET status = $2, reden = $3, poging = 0, laatste_tijdstip = clock_timestamp(),
       volgende_tijdstip = clock_timestamp() + make_interval(secs => $4)
 WHERE traject_id = $1`;

/** Of which journeys the BRP is to be asked, over the gemeenten that switched it on. Under the role of the system. */
export class BrpSysteem {
  constructor(
    private readonly systeem: DataSource,
    /** Codes of four digits. */
    private readonly gemeenten: readonly string[],
  ) {}

  /** Takes in open journeys that were never asked about. */
  async plan(limiet: number): Promise<void> {
    await this.systeem.query(PLAN, [this.gemeenten, limiet]);
  }

  /** Takes one that is due; another worker cannot take it for this many seconds. */
  async neem(huurSeconden: number): Promise<TeRaadplegen | undefined> {
    const [rij] = await this.systeem.query<TeRaadplegen[]>(NEEM, [this.gemeenten, huurSeconden]);
    return rij;
  }

  /** It was asked, or cannot be: again after this many seconds. `reden`: technical, without personal data. */
  async klaar(trajectId: string, reden: string | null, seconden: number): Promise<void> {
    const status = reden === null ? 'gelukt' : 'mislukt';
    await this.systeem.query(EINDE, [trajectId, status, reden?.slice(0, 200) ?? null, seconden]);
  }

  /** Tries again after this many seconds. */
  async later(trajectId: string, reden: string, seconden: number): Promise<void> {
    await this.systeem.query(
      `UPDATE brp_raadpleging SET reden = $2,
              volgende_tijdstip = clock_timestamp() + make_interval(secs => $3)
        WHERE traject_id = $1`,
      [trajectId, reden.slice(0, 200), seconden],
    );
  }
}
