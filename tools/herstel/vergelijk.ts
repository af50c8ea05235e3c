import type { DossierSysteem } from '#dossier/systeem.js';
import { openTrajecten } from './herstel.js';
import type { TrajectWorkflows } from '#temporal/trajectworkflows.js';

export interface Verschillen {
  readonly openTrajecten: number;
  readonly lopendeWorkflows: number;
  /** Open journeys that nobody drives. */
  readonly zonderWorkflow: readonly string[];
  /** Rehearsals that nobody drives any more: ended, no fault (E16). */
  readonly proefZonderWorkflow: readonly string[];
  /** Workflows of journeys that are not open here. */
  readonly zonderTraject: readonly string[];
}

/** Compares open journeys with open workflows (E15); every difference is asked for again, one by one. */
export async function vergelijk(
  systeem: Pick<DossierSysteem, 'openTrajecten'>,
  workflows: TrajectWorkflows,
): Promise<Verschillen> {
  const lopend = new Set<string>();
  for await (const trajectId of workflows.lopende()) lopend.add(trajectId);
  const lopendeWorkflows = lopend.size;
  const zonderWorkflow: string[] = [];
  const proefZonderWorkflow: string[] = [];
  let open = 0;
  for await (const { trajectId, proef } of openTrajecten(systeem)) {
    open += 1;
    if (lopend.delete(trajectId) || (await workflows.loopt(trajectId))) continue;
    (proef ? proefZonderWorkflow : zonderWorkflow).push(trajectId);
  }
  const zonderTraject: string[] = [];
  for (const trajectId of lopend) {
    if (await workflows.loopt(trajectId)) zonderTraject.push(trajectId);
  }
  return {
    openTrajecten: open,
    lopendeWorkflows,
    zonderWorkflow,
    proefZonderWorkflow,
    zonderTraject,
  };
}
