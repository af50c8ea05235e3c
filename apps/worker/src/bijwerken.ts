import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { maakBijwerkingActiviteiten } from '#activities/bulkactie/bijwerking.activities.js';
import {
  BIJWERKING_PER_SECONDE,
  BIJWERKING_WORKFLOW,
  bijwerkingWorkflowId,
  BULK_PRIORITEIT,
  type BijwerkingInvoer,
  type BulkactieActiviteiten,
} from '#contracts/bulkactie.js';
import { TAAKWACHTRIJ } from '#contracts/traject.js';
import { TOESTAND_VERSIE } from '#domain/traject/toestand.js';
import type { Dossier } from '#dossier/dossier.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { soortVan, startLus, type Lus } from './lus.js';
import type { WorkerMetrieken } from './worker-metrieken.js';

const PAUZE_MS = 30_000;
/** What this code cannot read stays behind, and is not tried again and again. */
const OPNIEUW_NA_MS = 3_600_000;

export interface Bijwerken {
  readonly activiteiten: Pick<BulkactieActiviteiten, 'doeBijwerkingsblad'>;
  readonly lus: Lus;
}

/**
 * After a deploy every journey is brought in line (E8): the loop sees that some are behind and starts the bulk
 * action, which is one for all workers, goes slowly, and can be paused.
 */
export function startBijwerken(opties: {
  /** Under the role of the system. */
  readonly systeem: DataSource;
  readonly dossier: Dossier;
  readonly client: Client;
  readonly metrieken: Pick<WorkerMetrieken, 'achter'>;
  readonly log: Logger;
  readonly taakwachtrij?: string;
}): Bijwerken {
  const { dossier, client, metrieken, log, taakwachtrij = TAAKWACHTRIJ } = opties;
  const systeem = new DossierSysteem(opties.systeem);
  let nietVoor = 0;
  return {
    activiteiten: maakBijwerkingActiviteiten({
      systeem,
      dossier,
      hartslag: () => {
        heartbeat();
      },
      meldMislukt: (trajectId, fout) => {
        log.warn({ actie: 'bijwerken', resultaat: 'mislukt', trajectId, fout: soortVan(fout) });
      },
    }),
    lus: startLus('bijwerken', PAUZE_MS, log, async () => {
      const aantal = await systeem.telAchterlopend(TOESTAND_VERSIE);
      metrieken.achter.zet({}, aantal);
      if (aantal === 0 || performance.now() < nietVoor) return false;
      await startBijwerking(client, taakwachtrij);
      nietVoor = performance.now() + OPNIEUW_NA_MS;
      log.info({ actie: 'bijwerken', resultaat: 'begonnen', aantal });
      return false;
    }),
  };
}

async function startBijwerking(client: Client, taakwachtrij: string): Promise<void> {
  const invoer: BijwerkingInvoer = { versie: TOESTAND_VERSIE, perSeconde: BIJWERKING_PER_SECONDE };
  await client.workflow.start(BIJWERKING_WORKFLOW, {
    workflowId: bijwerkingWorkflowId(TOESTAND_VERSIE),
    taskQueue: taakwachtrij,
    args: [invoer],
    // One that runs, or was paused, stays as it is.
    workflowIdConflictPolicy: 'USE_EXISTING',
    priority: { priorityKey: BULK_PRIORITEIT },
  });
}
