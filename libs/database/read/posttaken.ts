import type { EntityManager } from 'typeorm';
import { Parameters, type Bladzijde } from './lijst.js';
import { takenVraag, ZONDER_DAG, type TaakFilter, type TaakPlek, type TaakRij } from './taken.js';

/** The kind under which a notification that waits for a person stands among the tasks. */
export const POSTTAAK = 'postvak-beoordelen';

/** A task of a journey, or a notification of DUO that no journey took up. */
export type Lijsttaak = Omit<TaakRij, 'traject_id'> & { readonly traject_id: string | null };

/** A notification that waits for a person, with why. */
export type Posttaak = Lijsttaak & { readonly reden: string | null };

const dag = ({ uiterlijk_op, id }: Lijsttaak): string => `${uiterlijk_op ?? ZONDER_DAG} ${id}`;

/** The order of the list: last day, then id. */
export function opDagEnId(a: Lijsttaak, b: Lijsttaak): number {
  return dag(a) < dag(b) ? -1 : 1;
}

// The columns of a task of a journey, in their order. Nobody keeps a term for it: it has no last day.
const POST = `SELECT id, traject_id, gemeente_id, '${POSTTAAK}/0/' || gebeurtenis_id AS sleutel,
  '${POSTTAAK}' AS soort, 'regievoerder' AS rol, 'open' AS status, NULL::text AS termijn,
  NULL::date AS uiterlijk_op, 0 AS opener_nr, ontvangen_tijdstip AS geopend_tijdstip,
  NULL::timestamptz AS gesloten_tijdstip, NULL::integer AS gesloten_nr, false AS proef,
  0 AS traject_versie, NULL::date AS vandaag, false AS te_laat, NULL::text AS behandelaar,
  0 AS prioriteit, 0 AS toewijzing_versie`;
const WACHT = "FROM postvak WHERE status IN ('onbekend', 'incident')";

function kanPostBevatten(filter: TaakFilter): boolean {
  return (
    filter.status === 'open' &&
    (filter.soort === undefined || filter.soort === POSTTAAK) &&
    (filter.rol === undefined || filter.rol === 'regievoerder') &&
    filter.behandelaar === undefined &&
    filter.trajectId === undefined &&
    filter.teLaat !== true
  );
}

/**
 * Tasks of the gemeente of this transaction and, among those without a last day, the notifications that wait for a
 * person: by last day, then id, in one question.
 */
export async function takenEnPost(
  manager: EntityManager,
  filter: TaakFilter,
  limiet: number,
  na?: TaakPlek,
): Promise<Bladzijde<Lijsttaak>> {
  const p = new Parameters();
  let vraag = takenVraag(p, filter, limiet, na);
  if (kanPostBevatten(filter)) {
    const verder = na?.uiterlijkOp === ZONDER_DAG ? `AND id > ${p.zet(na.id)}::uuid` : '';
    const grens = p.zet(limiet + 1);
    vraag = `(${vraag}) UNION ALL (${POST} ${WACHT} ${verder} ORDER BY id LIMIT ${grens})
      ORDER BY uiterlijk_op NULLS LAST, id LIMIT ${grens}`;
  }
  const rijen = await manager.query<Lijsttaak[]>(vraag, p.waarden);
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}

/** One notification that waits for a person, of the gemeente of this transaction. */
export async function posttaak(manager: EntityManager, id: string): Promise<Posttaak | undefined> {
  const [rij] = await manager.query<Posttaak[]>(`${POST}, reden ${WACHT} AND id = $1`, [id]);
  return rij;
}
