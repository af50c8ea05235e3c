import type { EntityManager } from 'typeorm';
import { VANDAAG_VAN_TRAJECT } from './lijst.js';

export interface TermijnRij {
  readonly sleutel: string;
  readonly code: string;
  readonly uiterlijk_op: string;
  readonly status: 'loopt' | 'gehaald' | 'ingetrokken';
  readonly start_nr: number;
  readonly gehaald_op: string | null;
  readonly geescaleerd: boolean;
  /** Days from today on the journey's clock to the last day; below zero when it is over. */
  readonly dagen_over: number;
}

/** All terms of a journey, the running ones first, by last day. */
export function termijnenVanTraject(
  manager: EntityManager,
  trajectId: string,
): Promise<TermijnRij[]> {
  return manager.query<TermijnRij[]>(
    `SELECT x.sleutel, x.code, x.uiterlijk_op, x.status, x.start_nr, x.gehaald_op, x.geescaleerd,
            x.uiterlijk_op - ${VANDAAG_VAN_TRAJECT} AS dagen_over
       FROM termijn x JOIN traject t ON t.id = x.traject_id
      WHERE x.traject_id = $1 ORDER BY x.status = 'loopt' DESC, x.uiterlijk_op, x.sleutel`,
    [trajectId],
  );
}

export interface BerichtRij {
  readonly melding_id: string;
  readonly soort: string;
  readonly nr: number;
  readonly status: string;
  readonly bezorgd_tijdstip: Date | null;
  readonly poging: number;
  readonly laatste_oorzaak: string | null;
}

/** Messages to DUO of a journey, oldest first. */
export function berichtenVanTraject(
  manager: EntityManager,
  trajectId: string,
): Promise<BerichtRij[]> {
  return manager.query<BerichtRij[]>(
    `SELECT melding_id, soort, nr, status, bezorgd_tijdstip, poging, laatste_oorzaak
       FROM bericht WHERE traject_id = $1 ORDER BY nr`,
    [trajectId],
  );
}

export interface MijlpaalRij {
  readonly naam: string;
  readonly nr: number;
  readonly datum: string;
}

/** Reached milestones of a journey in the order in which they were reached. */
export function mijlpalenVanTraject(
  manager: EntityManager,
  trajectId: string,
): Promise<MijlpaalRij[]> {
  return manager.query<MijlpaalRij[]>(
    'SELECT naam, nr, datum FROM mijlpaal WHERE traject_id = $1 ORDER BY nr, naam',
    [trajectId],
  );
}

export interface RustRij {
  readonly proef: boolean;
  readonly open: boolean;
  /** The driver has seen everything there is. */
  readonly gezien: boolean;
  readonly wachtende_post: number;
  readonly klokverzet_ms: number;
  readonly vooruitspoelen_tot: Date | null;
  /** Now, on the journey's own clock. */
  readonly nu: Date;
}

/** Whether the driver of a journey is at rest, and how far its clock is. */
export async function rustVanTraject(
  manager: EntityManager,
  trajectId: string,
): Promise<RustRij | undefined> {
  const rijen = await manager.query<RustRij[]>(
    `SELECT t.proef, r.open, r.gezien >= r.stuurversie AS gezien, t.klokverzet_ms, t.vooruitspoelen_tot,
            greatest(t.laatste_tijdstip,
              clock_timestamp() + t.klokverzet_ms * interval '1 millisecond') AS nu,
            (SELECT count(*)::integer FROM postvak p
              WHERE (p.traject_id = t.id AND p.status = 'gekoppeld')
                 OR (p.status = 'nieuw' AND (p.bsn_hash = t.bsn_hash OR p.vnummer_hash = t.vnummer_hash))
            ) AS wachtende_post
       FROM traject t JOIN route r ON r.traject_id = t.id
      WHERE t.id = $1 AND t.status <> 'gewist'`,
    [trajectId],
  );
  return rijen[0];
}
