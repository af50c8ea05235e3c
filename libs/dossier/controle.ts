import type { DataSource } from 'typeorm';

export const VERSCHILSOORTEN = [
  'zonder-workflow',
  'proef-beeindigd',
  'ongezien',
  'geen-antwoord',
  'achter',
  'zonder-traject',
] as const;

/**
 * What the nightly comparison may find. `zonder-workflow`: open and driven by nobody; `proef-beeindigd`: the same of a
 * rehearsal, which is its end (E16); `ongezien`: the driver did not read its news; `geen-antwoord`: it does not say
 * how it stands; `achter`: it stands at an older version than was read; `zonder-traject`: it drives what is not open.
 */
export type Verschilsoort = (typeof VERSCHILSOORTEN)[number];

/** An open journey as the comparison needs it. */
export interface TeVergelijken {
  readonly trajectId: string;
  readonly gemeenteId: string;
  readonly proef: boolean;
  readonly stuurversie: number;
  /** The dispatcher still has to nudge, or it is a rehearsal that has ended: nothing to compare. */
  readonly overslaan: boolean;
  /** News that no driver has read for over a minute. */
  readonly ongezien: boolean;
}

export interface Verschil {
  readonly trajectId: string;
  readonly gemeenteId: string;
  readonly soort: Verschilsoort;
}

/** Result of one comparison for one gemeente. */
export interface ControleRegel {
  readonly gemeenteId: string;
  readonly openTrajecten: number;
  readonly bevraagd: number;
}

const ONGEZIEN_SECONDEN = 60;
const BEWAAR_DAGEN = 90;

export interface Vastgelegd {
  readonly verschillen: Partial<Record<Verschilsoort, number>>;
  /** Seconds since 1970, on the clock of the database. */
  readonly klaarSeconden: number;
}

/** What the nightly comparison reads and writes, over all gemeenten. Under the role of the system (E21). */
export class ControleSysteem {
  constructor(private readonly dataSource: DataSource) {}

  /** Open journeys after `na` (exclusive) in order of id. */
  openTrajecten(na: string | null, limiet: number): Promise<TeVergelijken[]> {
    return this.dataSource.query(
      `SELECT traject_id AS "trajectId", gemeente_id AS "gemeenteId", proef, stuurversie,
              gewekt < stuurversie OR drijver_verloren AS overslaan,
              gezien < stuurversie AND gestuurd_tijdstip
                < clock_timestamp() - make_interval(secs => $3) AS ongezien
         FROM route WHERE open AND ($1::uuid IS NULL OR traject_id > $1::uuid)
        ORDER BY traject_id LIMIT $2`,
      [na, limiet, ONGEZIEN_SECONDEN],
    );
  }

  /** Of these journeys those that exist, and whether they are open. */
  bekend(
    trajectIds: readonly string[],
  ): Promise<{ trajectId: string; gemeenteId: string; open: boolean }[]> {
    return this.dataSource.query(
      `SELECT traject_id AS "trajectId", gemeente_id AS "gemeenteId", open
         FROM route WHERE traject_id = ANY ($1::uuid[])`,
      [trajectIds],
    );
  }

  /** The first difference of a journey counts; the same page again adds nothing. */
  async meldVerschil(controleId: string, verschil: Verschil): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO controleverschil (controle_id, traject_id, gemeente_id, soort)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [controleId, verschil.trajectId, verschil.gemeenteId, verschil.soort],
    );
  }

  /** Records the result for every active gemeente, forgets those of three months ago, and counts what was found. */
  async legVast(
    controleId: string,
    begonnenTijdstip: string,
    regels: readonly ControleRegel[],
  ): Promise<Vastgelegd> {
    await this.dataSource.query(
      `INSERT INTO controle (id, gemeente_id, begonnen_tijdstip, open_trajecten, bevraagd)
       SELECT $1::uuid, g.id, $2::timestamptz, coalesce(r."openTrajecten", 0), coalesce(r.bevraagd, 0)
         FROM gemeente g LEFT JOIN jsonb_to_recordset($3::jsonb) AS r("gemeenteId" uuid,
           "openTrajecten" integer, bevraagd integer) ON r."gemeenteId" = g.id
        WHERE g.actief OR r."gemeenteId" IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [controleId, begonnenTijdstip, JSON.stringify(regels)],
    );
    await this.dataSource.query(
      `WITH oud AS (DELETE FROM controle
         WHERE klaar_tijdstip < clock_timestamp() - make_interval(days => $1))
       DELETE FROM controleverschil
        WHERE gezien_tijdstip < clock_timestamp() - make_interval(days => $1)`,
      [BEWAAR_DAGEN],
    );
    const rijen = await this.dataSource.query<{ soort: Verschilsoort; aantal: number }[]>(
      `SELECT soort, count(*) AS aantal FROM controleverschil WHERE controle_id = $1 GROUP BY 1`,
      [controleId],
    );
    const [klaar] = await this.dataSource.query<{ seconden: number }[]>(
      `SELECT floor(extract(epoch FROM max(klaar_tijdstip)))::float8 AS seconden
         FROM controle WHERE id = $1`,
      [controleId],
    );
    return {
      verschillen: Object.fromEntries(rijen.map(({ soort, aantal }) => [soort, aantal])),
      klaarSeconden: klaar?.seconden ?? 0,
    };
  }
}
