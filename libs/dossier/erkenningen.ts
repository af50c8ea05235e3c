import type { DataSource } from 'typeorm';
import type { Erkenning } from '#domain/keten/regels/aanbod.js';

/** Per instellingsnummer. */
export type Erkenningen = Readonly<Record<string, Erkenning>>;

/** DUO's list of recognised schools, as the worker keeps it up to date. Under the role of the system. */
export class ErkenningenSysteem {
  constructor(private readonly systeem: DataSource) {}

  /** Which try this is, from 1, when the list is due; another worker then leaves it for this many seconds. */
  async neem(huurSeconden: number): Promise<number | undefined> {
    const [rij] = await this.systeem.query<{ poging: number }[]>(
      `WITH rij AS (UPDATE instellingenlijst SET poging = poging + 1,
              volgende_tijdstip = clock_timestamp() + make_interval(secs => $1)
        WHERE volgende_tijdstip <= clock_timestamp() RETURNING poging)
       SELECT poging FROM rij`,
      [huurSeconden],
    );
    return rij?.poging;
  }

  /** In whose name DUO can be asked. */
  async oins(): Promise<readonly string[]> {
    const rijen = await this.systeem.query<{ oin: string }[]>(
      'SELECT oin FROM gemeente WHERE actief ORDER BY code',
    );
    return rijen.map(({ oin }) => oin);
  }

  /** Replaces the whole list; asked anew after this many seconds. */
  async bewaar(lijst: Erkenningen, seconden: number): Promise<void> {
    await this.systeem.query(
      `UPDATE instellingenlijst SET lijst = $1, opgehaald_tijdstip = clock_timestamp(), poging = 0,
              reden = NULL, volgende_tijdstip = clock_timestamp() + make_interval(secs => $2)`,
      [JSON.stringify(lijst), seconden],
    );
  }

  /** The list stays as it was; asked anew after this many seconds. `reden`: technical. */
  async later(reden: string, seconden: number): Promise<void> {
    await this.systeem.query(
      `UPDATE instellingenlijst SET reden = $1,
              volgende_tijdstip = clock_timestamp() + make_interval(secs => $2)`,
      [reden.slice(0, 200), seconden],
    );
  }
}
