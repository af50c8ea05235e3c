import type { EntityManager } from 'typeorm';
import { enVoorwaarden, Parameters, VANDAAG_VAN_TRAJECT, type Bladzijde } from './lijst.js';

/** A journey as lists show it: nothing that tells who it is about. */
export interface TrajectRij {
  readonly id: string;
  readonly gemeente_id: string;
  readonly status: 'open' | 'gesloten';
  readonly proef: boolean;
  readonly schakels: readonly string[];
  readonly leerroute: string | null;
  readonly indeling: string | null;
  readonly versie: number;
  readonly geopend_op: string;
  readonly gesloten_op: string | null;
  readonly bewaren_tot: string | null;
  /** Civil date on the journey's own clock. */
  readonly vandaag: string;
  readonly open_taken: number;
  readonly termijnen_te_laat: number;
  readonly eerstvolgende_op: string | null;
}

export interface TrajectFilter {
  readonly status?: 'open' | 'gesloten' | undefined;
  readonly schakel?: string | undefined;
  readonly leerroute?: string | undefined;
  readonly indeling?: string | undefined;
  /** Who holds at least one of its open tasks. */
  readonly behandelaar?: string | undefined;
  readonly proef?: boolean | undefined;
  readonly teLaat?: boolean | undefined;
}

const TE_LAAT = `EXISTS (SELECT 1 FROM termijn x WHERE x.traject_id = t.id
  AND x.status = 'loopt' AND x.uiterlijk_op < ${VANDAAG_VAN_TRAJECT})`;

const KOLOMMEN = `t.id, t.gemeente_id, t.status, t.proef, t.schakels, t.leerroute, t.indeling, t.versie,
  t.geopend_op, t.gesloten_op, t.bewaren_tot, ${VANDAAG_VAN_TRAJECT} AS vandaag,
  (SELECT count(*)::integer FROM taak k WHERE k.traject_id = t.id AND k.status = 'open') AS open_taken,
  lopend.te_laat AS termijnen_te_laat, lopend.eerste AS eerstvolgende_op`;

/** The running terms of each row, looked at once. */
const LOPEND = `CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.uiterlijk_op < ${VANDAAG_VAN_TRAJECT})::integer AS te_laat,
           min(x.uiterlijk_op) AS eerste
      FROM termijn x WHERE x.traject_id = t.id AND x.status = 'loopt') lopend`;

/** Journeys of the gemeente of this transaction, newest id first, after `naId`. */
export async function trajectenLijst(
  manager: EntityManager,
  filter: TrajectFilter,
  limiet: number,
  naId?: string,
): Promise<Bladzijde<TrajectRij>> {
  const p = new Parameters();
  const eisen = ["t.status <> 'gewist'"];
  if (filter.status !== undefined) eisen.push(`t.status = ${p.zet(filter.status)}`);
  if (filter.schakel !== undefined) eisen.push(`${p.zet(filter.schakel)} = ANY (t.schakels)`);
  if (filter.leerroute !== undefined) eisen.push(`t.leerroute = ${p.zet(filter.leerroute)}`);
  if (filter.indeling !== undefined) eisen.push(`t.indeling = ${p.zet(filter.indeling)}`);
  if (filter.proef !== undefined) eisen.push(`t.proef = ${p.zet(filter.proef)}`);
  if (filter.behandelaar !== undefined) {
    eisen.push(`EXISTS (SELECT 1 FROM taak k JOIN taaktoewijzing w ON w.taak_id = k.id
      WHERE k.traject_id = t.id AND k.status = 'open' AND w.behandelaar = ${p.zet(filter.behandelaar)})`);
  }
  if (filter.teLaat !== undefined) eisen.push(filter.teLaat ? TE_LAAT : `NOT ${TE_LAAT}`);
  if (naId !== undefined) eisen.push(`t.id < ${p.zet(naId)}::uuid`);
  const rijen = await manager.query<TrajectRij[]>(
    `SELECT ${KOLOMMEN} FROM (SELECT t.* FROM traject t WHERE ${enVoorwaarden(eisen)}
        ORDER BY t.id DESC LIMIT ${p.zet(limiet + 1)}) t ${LOPEND}
      ORDER BY t.id DESC`,
    p.waarden,
  );
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}

/** One journey of the gemeente of this transaction. */
export async function trajectRij(
  manager: EntityManager,
  id: string,
): Promise<TrajectRij | undefined> {
  const rijen = await manager.query<TrajectRij[]>(
    `SELECT ${KOLOMMEN} FROM traject t ${LOPEND} WHERE t.id = $1 AND t.status <> 'gewist'`,
    [id],
  );
  return rijen[0];
}

/** Journeys, open ones first, whose keyed hash of BSN or V-nummer is this. */
export function trajectenMetHash(
  manager: EntityManager,
  kolom: 'bsn_hash' | 'vnummer_hash',
  hash: Buffer,
): Promise<TrajectRij[]> {
  return manager.query<TrajectRij[]>(
    `SELECT ${KOLOMMEN} FROM traject t ${LOPEND} WHERE t.${kolom} = $1
      ORDER BY t.status = 'open' DESC, t.id DESC LIMIT 20`,
    [hash],
  );
}
