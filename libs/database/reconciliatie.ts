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

/** Thirty days: how often a journey is compared, apart from what people and passed terms ask for. */
export const RECONCILIATIE_RITME_SECONDEN = 2_592_000;
// Null asks for every journey of this gemeente.
const NA_UITBLIJVEN = `
WITH rij AS (
  INSERT INTO reconciliatie (id, gemeente_id, traject_id, aanleiding, taak_id)
  SELECT gen_random_uuid(), gemeente_id, traject_id, 'bevestiging-uit', id
    FROM taak t
   WHERE t.soort = 'bevestiging-navragen' AND t.status = 'open'
     AND ($2::uuid IS NULL OR t.traject_id = $2)
     AND NOT EXISTS (SELECT 1 FROM reconciliatie r WHERE r.taak_id = t.id)
   LIMIT $1
  ON CONFLICT DO NOTHING RETURNING 1 AS een)
SELECT een FROM rij`;

/**
 * Asks for one where DUO's confirmation of the PIP stayed out, so that a lost notification heals by itself. Once per
 * task; returns how many.
 */
export async function vraagNaUitblijven(manager: EntityManager, limiet: number): Promise<number> {
  const rijen = await manager.query<unknown[]>(NA_UITBLIJVEN, [limiet, null]);
  return rijen.length;
}

// The rhythm of a rehearsal is counted on the clock of its workflow: real when it was opened, and forwarded since.
const WORKFLOWTIJD = `clock_timestamp()
  + (t.klokverzet_ms - t.aanvangsverzet_ms) * interval '1 millisecond'`;

const PERIODIEK_VAN_PROEVEN = `
WITH aan_de_beurt AS (
  SELECT r.traject_id, r.gemeente_id, ${WORKFLOWTIJD} AS nu
    FROM traject t JOIN route r ON r.traject_id = t.id
   WHERE t.proef AND t.status = 'open' AND CASE WHEN $3::uuid IS NULL
           THEN coalesce(t.vooruitspoelen_tot < clock_timestamp(), true) ELSE t.id = $3 END
     AND r.reconciliatie_vanaf <= ${WORKFLOWTIJD} - make_interval(secs => $1)
   LIMIT $2
     FOR UPDATE OF r SKIP LOCKED
), gevraagd AS (
  INSERT INTO reconciliatie (id, gemeente_id, traject_id, aanleiding)
  SELECT gen_random_uuid(), gemeente_id, traject_id, 'periodiek' FROM aan_de_beurt
  ON CONFLICT DO NOTHING
)
UPDATE route SET reconciliatie_vanaf = b.nu FROM aan_de_beurt b WHERE route.traject_id = b.traject_id`;

/**
 * Asks for those of rehearsals of this gemeente whose last comparison, on their own clock, is this long ago. Who is
 * being forwarded asks for its own (`vraagVanProef`).
 */
export async function vraagVanProeven(
  manager: EntityManager,
  seconden: number,
  limiet: number,
): Promise<void> {
  await manager.query(PERIODIEK_VAN_PROEVEN, [seconden, limiet, null]);
}

/** Asks for what is due for one rehearsal, by the rhythm or because the confirmation stayed out. */
export async function vraagVanProef(manager: EntityManager, trajectId: string): Promise<void> {
  await manager.query(NA_UITBLIJVEN, [1, trajectId]);
  await manager.query(PERIODIEK_VAN_PROEVEN, [RECONCILIATIE_RITME_SECONDEN, 1, trajectId]);
}

/** Whether one waits that was not tried yet: what DUO could not answer now is asked again later, by itself. */
export async function isVergelijkingOnderweg(
  manager: EntityManager,
  trajectId: string,
): Promise<boolean> {
  const [rij] = await manager.query<unknown[]>(
    `SELECT 1 FROM reconciliatie WHERE traject_id = $1 AND status = 'gevraagd' AND reden IS NULL`,
    [trajectId],
  );
  return rij !== undefined;
}
