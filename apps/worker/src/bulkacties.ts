import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { maakBulkactieActiviteiten } from '#activities/bulkactie/bulkactie.activities.js';
import {
  BULK_PRIORITEIT,
  bulkactieWorkflowId,
  HERZIENING_WORKFLOW,
  hervat,
  pauzeer,
  type BulkactieActiviteiten,
  type HerzieningInvoer,
} from '#contracts/bulkactie.js';
import { TAAKWACHTRIJ } from '#contracts/traject.js';
import { Herzieningen, type HerzieningBenodigdheden } from '#dossier/herziening/herzieningen.js';
import { HerzieningSysteem, type TeWekkenHerziening } from '#dossier/herziening/systeem.js';
import { startLus, type Lus } from './lus.js';

const PER_RONDE = 10;
const PAUZE_MS = 500;

export interface Bulkacties {
  readonly activiteiten: Pick<BulkactieActiviteiten, 'doeHerzieningsblad'>;
  readonly lus: Lus;
}

/** The activities of bulk actions, and the loop that wakes their workflows. */
export function startBulkacties(opties: {
  readonly benodigdheden: HerzieningBenodigdheden;
  /** Under the role of the system. */
  readonly systeem: DataSource;
  readonly client: Client;
  readonly log: Logger;
  readonly taakwachtrij?: string;
}): Bulkacties {
  const systeem = new HerzieningSysteem(opties.systeem);
  const { client, log, taakwachtrij = TAAKWACHTRIJ } = opties;
  return {
    activiteiten: maakBulkactieActiviteiten(new Herzieningen(opties.benodigdheden)),
    lus: startLus('bulkacties', PAUZE_MS, log, () => wekBulkacties(systeem, client, taakwachtrij)),
  };
}

/** Starts, pauses and resumes bulk actions as their rows say. A workflow that was lost starts again. */
async function wekBulkacties(
  systeem: HerzieningSysteem,
  client: Client,
  taakwachtrij: string,
): Promise<boolean> {
  const herzieningen = await systeem.teWekken(PER_RONDE);
  for (const herziening of herzieningen) {
    await wek(client, herziening, taakwachtrij);
    await systeem.gewektTot(herziening.herzieningId, herziening.stuurversie);
  }
  return herzieningen.length === PER_RONDE;
}

async function wek(
  client: Client,
  { herzieningId, gemeenteId, status }: TeWekkenHerziening,
  taakwachtrij: string,
): Promise<void> {
  const workflowId = bulkactieWorkflowId(herzieningId);
  if (status === 'gepauzeerd') {
    try {
      await client.workflow.getHandle(workflowId).signal(pauzeer);
    } catch (fout) {
      // Nothing runs, so nothing has to stop.
      if (!(fout instanceof WorkflowNotFoundError)) throw fout;
    }
    return;
  }
  // Also one that was broken off while it stood still: it reads so, and ends.
  const invoer: HerzieningInvoer = { herzieningId, gemeenteId };
  await client.workflow.signalWithStart(HERZIENING_WORKFLOW, {
    workflowId,
    taskQueue: taakwachtrij,
    args: [invoer],
    signal: hervat,
    priority: { priorityKey: BULK_PRIORITEIT },
  });
}
