import type { DataSource } from 'typeorm';
import type { Post } from './koppelen.js';

/** A journey whose driver has something to do. */
export interface TeWekken {
  readonly trajectId: string;
  readonly gemeenteId: string;
  /** To be given to `gewektTot` after the nudge was accepted. */
  readonly stuurversie: number;
  readonly epoche: number;
  readonly proef: boolean;
  /** A driver was started for it before; without one in Temporal, it is lost. */
  readonly begonnen: boolean;
  /** Kinds of events since the last nudge, at most 20. */
  readonly wat: readonly string[];
}

export interface RoutePlek {
  readonly trajectId: string;
  readonly gemeenteId: string;
}

/** A journey to erase, and how long ago that was asked. */
export interface TeWissen extends RoutePlek {
  readonly sindsSeconden: number;
}

const KOLOMMEN = `traject_id AS "trajectId", gemeente_id AS "gemeenteId", stuurversie,
  drijver_epoche AS epoche, proef, (gewekt > 0 OR gezien > 0) AS begonnen, wat`;

/**
 * What dispatcher, sweep and recovery see and set, over all gemeenten: routes and waiting post,
 * nothing personal (E21). Works under its own role of the database.
 */
export class DossierSysteem {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Open journeys to nudge (E7), those that wait longest first; no rehearsal that has ended. Holds no lock. `rustMs`: how
   * long a driver that was nudged before waits for more news; a rehearsal never does.
   */
  teWekken(limiet: number, rustMs = 0): Promise<TeWekken[]> {
    return this.wachtend('NOT laag', limiet, rustMs);
  }

  /** How many drivers have news to hear, and for how many of them it came within so many milliseconds. */
  async drukte(binnenMs: number): Promise<{ readonly wachtend: number; readonly vers: number }> {
    const [rij] = await this.dataSource.query<{ wachtend: number; vers: number }[]>(
      `SELECT count(*)::integer AS wachtend, count(*) FILTER (WHERE gestuurd_tijdstip
                > clock_timestamp() - $1 * interval '1 millisecond')::integer AS vers
         FROM route WHERE gezien < stuurversie AND open`,
      [binnenMs],
    );
    return rij ?? { wachtend: 0, vers: 0 };
  }

  /** As `teWekken`, of journeys that only a bulk action changed: for when there is room. */
  teWekkenLaag(limiet: number): Promise<TeWekken[]> {
    return this.wachtend('laag', limiet, 0);
  }

  private wachtend(
    voorrang: 'laag' | 'NOT laag',
    limiet: number,
    rustMs: number,
  ): Promise<TeWekken[]> {
    return this.dataSource.query(
      `SELECT ${KOLOMMEN} FROM route WHERE gewekt < stuurversie AND open AND NOT drijver_verloren AND ${voorrang}
          AND (proef OR gewekt = 0
            OR gestuurd_tijdstip <= clock_timestamp() - $2 * interval '1 millisecond')
        ORDER BY gestuurd_tijdstip LIMIT $1`,
      [limiet, rustMs],
    );
  }

  /** The nudge with this version arrived. */
  async gewektTot(trajectId: string, versie: number): Promise<void> {
    await this.dataSource.query(
      'UPDATE route SET gewekt = greatest(gewekt, $2::bigint) WHERE traject_id = $1',
      [trajectId, versie],
    );
  }

  /** The workflow of this rehearsal is gone: it has ended, and nobody starts it again (E16). */
  async drijverVerloren(trajectId: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE route SET drijver_verloren = true WHERE traject_id = $1 AND proef',
      [trajectId],
    );
  }

  /**
   * A new driver takes over: the old one is answered `afgelost` (E13). Returns its epoch. `laag`: it may wait for
   * what people and the chain did.
   */
  async nieuweDrijver(trajectId: string, laag = false): Promise<number> {
    const [rij] = await this.dataSource.query<{ epoche: number }[]>(
      `WITH rij AS (UPDATE route SET drijver_epoche = drijver_epoche + 1, gewekt = 0, laag = $2
         WHERE traject_id = $1 RETURNING drijver_epoche AS epoche)
       SELECT epoche FROM rij`,
      [trajectId, laag],
    );
    return rij?.epoche ?? 0;
  }

  /** Nudges once more, when there is room: the last nudge did not make the driver read. */
  async wekOpnieuw(trajectId: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE route SET gewekt = 0, laag = true WHERE traject_id = $1 AND gewekt >= stuurversie',
      [trajectId],
    );
  }

  /** Open journeys that should have been woken at least this many seconds ago (E15). */
  achterstallig(seconden: number, limiet: number): Promise<RoutePlek[]> {
    return this.dataSource.query(
      `SELECT traject_id AS "trajectId", gemeente_id AS "gemeenteId" FROM route
        WHERE open AND wektijdstip < clock_timestamp() - make_interval(secs => $1)
        ORDER BY wektijdstip LIMIT $2`,
      [seconden, limiet],
    );
  }

  /** How many open journeys have news that no driver read for this many seconds (E15). */
  async ongezien(seconden: number): Promise<number> {
    const [rij] = await this.dataSource.query<{ aantal: number }[]>(
      `SELECT count(*) AS aantal FROM route WHERE gezien < stuurversie AND open AND NOT drijver_verloren
          AND gestuurd_tijdstip < clock_timestamp() - make_interval(secs => $1)`,
      [seconden],
    );
    return rij?.aantal ?? 0;
  }

  /** Open journeys after `na` (exclusive) in order of id: for recovery and the nightly comparison. */
  openTrajecten(na: string | null, limiet: number): Promise<TeWekken[]> {
    return this.dataSource.query(
      `SELECT ${KOLOMMEN} FROM route WHERE open AND ($1::uuid IS NULL OR traject_id > $1::uuid)
        ORDER BY traject_id LIMIT $2`,
      [na, limiet],
    );
  }

  /** Journeys after `na` (exclusive) whose read model older code built (E8), in order of id; also closed ones. */
  achterlopend(versie: number, na: string | null, limiet: number): Promise<RoutePlek[]> {
    return this.dataSource.query(
      `SELECT traject_id AS "trajectId", gemeente_id AS "gemeenteId" FROM route
        WHERE leesmodel_versie < $1 AND ($2::uuid IS NULL OR traject_id > $2::uuid)
        ORDER BY traject_id LIMIT $3`,
      [versie, na, limiet],
    );
  }

  /** How many journeys are behind. */
  async telAchterlopend(versie: number): Promise<number> {
    const [rij] = await this.dataSource.query<{ aantal: number }[]>(
      'SELECT count(*) AS aantal FROM route WHERE leesmodel_versie < $1',
      [versie],
    );
    return rij?.aantal ?? 0;
  }

  /** Nothing (any more) to rebuild at this journey. */
  async bijgewerkt(trajectId: string, versie: number): Promise<void> {
    await this.dataSource.query('UPDATE route SET leesmodel_versie = $2 WHERE traject_id = $1', [
      trajectId,
      versie,
    ]);
  }

  /** Marks the next journeys after `na` as behind, so that they are rebuilt; returns where it came, null at the end. */
  async markeerAchterlopend(na: string | null, limiet: number): Promise<string | null> {
    const rijen = await this.dataSource.query<{ id: string }[]>(
      `WITH blad AS (SELECT traject_id FROM route
          WHERE $1::uuid IS NULL OR traject_id > $1::uuid ORDER BY traject_id LIMIT $2),
        gemarkeerd AS (UPDATE route SET leesmodel_versie = 0 FROM blad
          WHERE route.traject_id = blad.traject_id)
       SELECT traject_id AS id FROM blad ORDER BY traject_id`,
      [na, limiet],
    );
    return rijen.length < limiet ? null : (rijen.at(-1)?.id ?? null);
  }

  /** Says that a worker lives; the api tells so in its health. */
  async klop(): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO hartslag (dienst, tijdstip) VALUES ('worker', clock_timestamp())
       ON CONFLICT (dienst) DO UPDATE SET tijdstip = excluded.tijdstip`,
    );
  }

  /** Notifications without a journey yet, oldest first. */
  nieuwePost(limiet: number): Promise<Post[]> {
    return this.dataSource.query(
      `SELECT id, gemeente_id AS "gemeenteId" FROM postvak WHERE status = 'nieuw'
        ORDER BY ontvangen_tijdstip LIMIT $1`,
      [limiet],
    );
  }

  /** Journeys received by mistake that are not wholly erased yet, oldest first. */
  teWissen(limiet: number): Promise<TeWissen[]> {
    return this.dataSource.query(
      `SELECT traject_id AS "trajectId", gemeente_id AS "gemeenteId",
              extract(epoch FROM clock_timestamp() - gevraagd_tijdstip)::float8 AS "sindsSeconden"
         FROM wissing WHERE gewist_tijdstip IS NULL ORDER BY gevraagd_tijdstip LIMIT $1`,
      [limiet],
    );
  }

  /** Forgets by which hashes those erased longer ago than this were known. */
  async vergeetGewisten(seconden: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE wissing SET bsn_hash = NULL, vnummer_hash = NULL, vergeten = true
        WHERE NOT vergeten AND gevraagd_tijdstip < clock_timestamp() - make_interval(secs => $1)`,
      [seconden],
    );
  }

  /** Imports of COA whose file must go: carried out, or a minute past their day. */
  teWissenImporten(limiet: number): Promise<{ importId: string; gemeenteId: string }[]> {
    return this.dataSource.query(
      `SELECT id AS "importId", gemeente_id AS "gemeenteId" FROM coa_import
        WHERE gewist_tijdstip IS NULL
          AND (status <> 'wacht' OR verloopt_tijdstip < clock_timestamp() - interval '1 minute')
        ORDER BY verloopt_tijdstip LIMIT $1`,
      [limiet],
    );
  }
}
