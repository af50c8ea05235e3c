import type { EntityManager } from 'typeorm';
import {
  EERSTE_VANDAAG,
  enVoorwaarden,
  LAATSTE_VANDAAG,
  Parameters,
  VANDAAG_VAN_TRAJECT,
  type Bladzijde,
} from './lijst.js';

export interface TaakRij {
  readonly id: string;
  readonly traject_id: string;
  readonly gemeente_id: string;
  readonly sleutel: string;
  readonly soort: string;
  readonly rol: 'regievoerder' | 'coordinator';
  readonly status: 'open' | 'afgerond' | 'vervallen';
  readonly termijn: string | null;
  readonly uiterlijk_op: string | null;
  readonly opener_nr: number;
  readonly geopend_tijdstip: Date;
  readonly gesloten_tijdstip: Date | null;
  readonly gesloten_nr: number | null;
  readonly proef: boolean;
  readonly traject_versie: number;
  readonly vandaag: string;
  readonly te_laat: boolean;
  readonly behandelaar: string | null;
  readonly prioriteit: number;
  /** Version of the assignment; 0 when nobody touched it. */
  readonly toewijzing_versie: number;
}

export interface TaakFilter {
  readonly status?: 'open' | 'afgerond' | 'vervallen' | undefined;
  readonly rol?: string | undefined;
  readonly soort?: string | undefined;
  readonly behandelaar?: string | undefined;
  readonly trajectId?: string | undefined;
  readonly teLaat?: boolean | undefined;
}

/** Where a page of tasks ended; a task without a last day comes after all others. */
export interface TaakPlek {
  readonly uiterlijkOp: string;
  readonly id: string;
}

/** Sorts tasks without a last day behind the rest. */
export const ZONDER_DAG = '9999-12-31';

const TE_LAAT = `(k.status = 'open' AND k.uiterlijk_op IS NOT NULL
  AND k.uiterlijk_op < ${VANDAAG_VAN_TRAJECT})`;

/** The order of the list, and an index. */
const DAG = `coalesce(k.uiterlijk_op, '${ZONDER_DAG}'::date)`;

const SELECT = `SELECT k.id, k.traject_id, k.gemeente_id, k.sleutel, k.soort, k.rol, k.status, k.termijn,
    k.uiterlijk_op, k.opener_nr, k.geopend_tijdstip, k.gesloten_tijdstip, k.gesloten_nr,
    t.proef, t.versie AS traject_versie, ${VANDAAG_VAN_TRAJECT} AS vandaag, ${TE_LAAT} AS te_laat,
    w.behandelaar, coalesce(w.prioriteit, 0)::integer AS prioriteit,
    coalesce(w.versie, 0) AS toewijzing_versie
  FROM taak k JOIN traject t ON t.id = k.traject_id LEFT JOIN taaktoewijzing w ON w.taak_id = k.id`;

/** The question for tasks by last day, then id; one more than asked. */
export function takenVraag(
  p: Parameters,
  filter: TaakFilter,
  limiet: number,
  na?: TaakPlek,
): string {
  const eisen: string[] = [];
  if (filter.status !== undefined) eisen.push(`k.status = ${p.zet(filter.status)}`);
  if (filter.rol !== undefined) eisen.push(`k.rol = ${p.zet(filter.rol)}`);
  if (filter.soort !== undefined) eisen.push(`k.soort = ${p.zet(filter.soort)}`);
  if (filter.trajectId !== undefined) eisen.push(`k.traject_id = ${p.zet(filter.trajectId)}`);
  if (filter.behandelaar !== undefined) {
    eisen.push(`w.behandelaar = ${p.zet(filter.behandelaar)}`);
  }
  if (filter.teLaat === true) eisen.push(TE_LAAT, `${DAG} < ${LAATSTE_VANDAAG}`);
  if (filter.teLaat === false) {
    eisen.push(`NOT ${TE_LAAT}`);
    // Only open tasks are ever late.
    if (filter.status === 'open') eisen.push(`${DAG} >= ${EERSTE_VANDAAG}`);
  }
  if (na !== undefined) {
    eisen.push(`(${DAG}, k.id) > (${p.zet(na.uiterlijkOp)}::date, ${p.zet(na.id)}::uuid)`);
  }
  return `${SELECT} WHERE ${enVoorwaarden(eisen)}
    ORDER BY ${DAG}, k.id LIMIT ${p.zet(limiet + 1)}`;
}

/** Tasks of the journeys of the gemeente of this transaction by last day, then id. */
export async function takenLijst(
  manager: EntityManager,
  filter: TaakFilter,
  limiet: number,
): Promise<Bladzijde<TaakRij>> {
  const p = new Parameters();
  const rijen = await manager.query<TaakRij[]>(takenVraag(p, filter, limiet), p.waarden);
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}

/** One task of the gemeente of this transaction. */
export async function taakRij(manager: EntityManager, id: string): Promise<TaakRij | undefined> {
  const rijen = await manager.query<TaakRij[]>(`${SELECT} WHERE k.id = $1`, [id]);
  return rijen[0];
}
