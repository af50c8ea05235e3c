import type { DataSource } from 'typeorm';

/** A herziening whose workflow has something to do. */
export interface TeWekkenHerziening {
  readonly herzieningId: string;
  readonly gemeenteId: string;
  readonly status: 'proef' | 'loopt' | 'gepauzeerd' | 'afgebroken';
  readonly stuurversie: number;
}

/** Seconds without progress after which a workflow that should run is woken once more: it may be lost. */
const STIL_SECONDEN = 60;

/** What the dispatcher of bulk actions sees and sets, over all gemeenten. Under its own role (E21). */
export class HerzieningSysteem {
  constructor(private readonly dataSource: DataSource) {}

  teWekken(limiet: number): Promise<TeWekkenHerziening[]> {
    return this.dataSource.query(
      `SELECT id AS "herzieningId", gemeente_id AS "gemeenteId", status, stuurversie
         FROM termijnherziening
        WHERE status IN ('proef', 'loopt', 'gepauzeerd', 'afgebroken')
          AND (gewekt < stuurversie OR (status IN ('proef', 'loopt')
            AND greatest(bijgewerkt_tijdstip, gewekt_tijdstip)
                < clock_timestamp() - make_interval(secs => $2)))
        ORDER BY bijgewerkt_tijdstip LIMIT $1`,
      [limiet, STIL_SECONDEN],
    );
  }

  /** The nudge with this version arrived. */
  async gewektTot(herzieningId: string, versie: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE termijnherziening SET gewekt = greatest(gewekt, $2),
              gewekt_tijdstip = clock_timestamp() WHERE id = $1`,
      [herzieningId, versie],
    );
  }
}
