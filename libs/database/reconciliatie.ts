import type { EntityManager } from 'typeorm';
import { reconciliatieRij, type ReconciliatieRij } from './read/reconciliaties.js';

export interface ReconciliatieVraag {
  /** Derived from the request, so that a repeat finds its own row. */
  readonly id: string;
  readonly trajectId: string;
  /** Pseudonym of the person. */
  readonly door: string;
}

// A journey is compared once at a time: who asks meanwhile gets the one that waits.
const VRAAG = `
INSERT INTO reconciliatie (id, gemeente_id, traject_id, aanleiding, gevraagd_door)
SELECT $1, gemeente_id, id, 'verzoek', $3 FROM traject WHERE id = $2 AND status = 'open'
ON CONFLICT DO NOTHING`;

const WACHTEND = `
SELECT id FROM reconciliatie WHERE traject_id = $1 AND (id = $2 OR status = 'gevraagd')
 ORDER BY id = $2 DESC LIMIT 1`;

/** Asks for a comparison with DUO. `onbekend`: not in this gemeente; `gesloten`: nothing is compared any more. */
export async function vraagReconciliatie(
  manager: EntityManager,
  { id, trajectId, door }: ReconciliatieVraag,
): Promise<ReconciliatieRij | 'onbekend' | 'gesloten'> {
  await manager.query(VRAAG, [id, trajectId, door]);
  const [wachtend] = await manager.query<{ id: string }[]>(WACHTEND, [trajectId, id]);
  const rij = wachtend && (await reconciliatieRij(manager, wachtend.id));
  if (rij !== undefined) return rij;
  const [traject] = await manager.query<unknown[]>(
    "SELECT 1 FROM traject WHERE id = $1 AND status <> 'gewist'",
    [trajectId],
  );
  return traject === undefined ? 'onbekend' : 'gesloten';
}

/**
 * Asks for one where DUO's confirmation of the PIP stayed out, so that a lost notification heals by itself. Once per
 * task; returns how many.
 */
export async function vraagNaUitblijven(manager: EntityManager, limiet: number): Promise<number> {
  const rijen = await manager.query<unknown[]>(
    `WITH rij AS (
       INSERT INTO reconciliatie (id, gemeente_id, traject_id, aanleiding, taak_id)
       SELECT gen_random_uuid(), gemeente_id, traject_id, 'bevestiging-uit', id
         FROM taak t
        WHERE t.soort = 'bevestiging-navragen' AND t.status = 'open'
          AND NOT EXISTS (SELECT 1 FROM reconciliatie r WHERE r.taak_id = t.id)
        LIMIT $1
       ON CONFLICT DO NOTHING RETURNING 1 AS een)
     SELECT een FROM rij`,
    [limiet],
  );
  return rijen.length;
}
