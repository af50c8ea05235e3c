import type { EntityManager } from 'typeorm';
import { Parameters, type Bladzijde } from './lijst.js';

/** Journeys named per comparison at most; the counts are of all. */
export const VERSCHILLEN_GENOEMD = 100;

export interface ControleRij {
  readonly id: string;
  readonly gemeente_id: string;
  readonly begonnen_tijdstip: Date;
  readonly klaar_tijdstip: Date;
  /** The same moment with microseconds, for the cursor. */
  readonly plek: string;
  readonly open_trajecten: number;
  readonly bevraagd: number;
  /** How many of each kind. */
  readonly aantallen: Readonly<Record<string, number>>;
  readonly verschillen: readonly { readonly trajectId: string; readonly soort: string }[];
}

/** Nightly comparisons of the gemeente of this transaction, newest first. */
export async function controlesLijst(
  manager: EntityManager,
  limiet: number,
  na?: { readonly plek: string; readonly id: string },
): Promise<Bladzijde<ControleRij>> {
  const p = new Parameters();
  const eis =
    na === undefined
      ? 'true'
      : `(c.klaar_tijdstip, c.id) < (${p.zet(na.plek)}::timestamptz, ${p.zet(na.id)}::uuid)`;
  const rijen = await manager.query<ControleRij[]>(
    `SELECT c.*, c.klaar_tijdstip::text AS plek,
            (SELECT coalesce(jsonb_object_agg(x.soort, x.aantal), '{}') FROM (
               SELECT v.soort, count(*) AS aantal FROM controleverschil v
                WHERE v.controle_id = c.id AND v.gemeente_id = c.gemeente_id GROUP BY 1) x) AS aantallen,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('trajectId', x.traject_id, 'soort', x.soort)
                      ORDER BY x.traject_id), '[]') FROM (
               SELECT v.traject_id, v.soort FROM controleverschil v
                WHERE v.controle_id = c.id AND v.gemeente_id = c.gemeente_id
                ORDER BY v.traject_id LIMIT ${VERSCHILLEN_GENOEMD}) x) AS verschillen
       FROM controle c WHERE ${eis}
      ORDER BY c.klaar_tijdstip DESC, c.id DESC LIMIT ${p.zet(limiet + 1)}`,
    p.waarden,
  );
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}
