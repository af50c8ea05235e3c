import type { EntityManager } from 'typeorm';
import { enVoorwaarden, Parameters, type Bladzijde } from './lijst.js';

export interface CoaOverdrachtRij {
  readonly id: string;
  readonly gemeente_id: string;
  readonly traject_id: string;
  readonly ontvangen_tijdstip: Date;
  /** The same moment with microseconds, for the cursor. */
  readonly plek: string;
  readonly schema_versie: number;
  readonly nr: number;
}

const SELECT = `SELECT id, gemeente_id, traject_id, ontvangen_tijdstip, ontvangen_tijdstip::text AS plek,
  schema_versie, nr FROM coa_overdracht o`;

/** What was received by mistake is not shown, also while its keys are still being destroyed. */
const NIET_GEWIST = 'NOT EXISTS (SELECT 1 FROM wissing w WHERE w.traject_id = o.traject_id)';

/** Handed over COA profiles of the gemeente of this transaction, newest first. */
export async function coaOverdrachtenLijst(
  manager: EntityManager,
  filter: { readonly trajectId?: string | undefined },
  limiet: number,
  na?: { readonly plek: string; readonly id: string },
): Promise<Bladzijde<CoaOverdrachtRij>> {
  const p = new Parameters();
  const eisen = [NIET_GEWIST];
  if (filter.trajectId !== undefined) eisen.push(`traject_id = ${p.zet(filter.trajectId)}`);
  if (na !== undefined) {
    eisen.push(
      `(ontvangen_tijdstip, id) < (${p.zet(na.plek)}::timestamptz, ${p.zet(na.id)}::uuid)`,
    );
  }
  const rijen = await manager.query<CoaOverdrachtRij[]>(
    `${SELECT} WHERE ${enVoorwaarden(eisen)}
      ORDER BY ontvangen_tijdstip DESC, id DESC LIMIT ${p.zet(limiet + 1)}`,
    p.waarden,
  );
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}

/** One handed over profile of the gemeente of this transaction. */
export async function coaOverdrachtRij(
  manager: EntityManager,
  id: string,
): Promise<CoaOverdrachtRij | undefined> {
  const rijen = await manager.query<CoaOverdrachtRij[]>(
    `${SELECT} WHERE id = $1 AND ${NIET_GEWIST}`,
    [id],
  );
  return rijen[0];
}

/** The newest profile of a journey, if one was handed over. */
export async function nieuwsteCoaOverdracht(
  manager: EntityManager,
  trajectId: string,
): Promise<CoaOverdrachtRij | undefined> {
  const rijen = await manager.query<CoaOverdrachtRij[]>(
    `${SELECT} WHERE traject_id = $1 AND ${NIET_GEWIST} ORDER BY nr DESC LIMIT 1`,
    [trajectId],
  );
  return rijen[0];
}

/** Journal entries with a profile of this journey, in order. */
export async function coaProfielNrs(
  manager: EntityManager,
  trajectId: string,
): Promise<readonly number[]> {
  const rijen = await manager.query<{ nr: number }[]>(
    'SELECT nr FROM coa_overdracht WHERE traject_id = $1 ORDER BY nr',
    [trajectId],
  );
  return rijen.map(({ nr }) => nr);
}
