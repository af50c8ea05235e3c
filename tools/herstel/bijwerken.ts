import { setTimeout as wacht } from 'node:timers/promises';
import { Client, WorkflowNotFoundError, type Connection } from '@temporalio/client';
import {
  BIJWERKING_WORKFLOW,
  bijwerkingWorkflowId,
  BULK_PRIORITEIT,
  hervat,
  pauzeer,
  type BijwerkingInvoer,
} from '#contracts/bulkactie.js';
import { TAAKWACHTRIJ } from '#contracts/traject.js';
import { TOESTAND_VERSIE } from '#domain/traject/toestand.js';
import type { DossierSysteem } from '#dossier/systeem.js';

const PER_BLADZIJDE = 1_000;
const KIJK_MS = 1_000;

export interface BijwerkOpties {
  readonly systeem: Pick<DossierSysteem, 'telAchterlopend' | 'markeerAchterlopend'>;
  readonly connection: Connection;
  readonly namespace: string;
  readonly wat: 'volg' | 'pauzeer' | 'hervat';
  /** Also journeys that are in line: a rebuild of every read model, while people work. */
  readonly alles: boolean;
  readonly perSeconde: number;
  readonly meld: (regel: string) => void;
  readonly taakwachtrij?: string;
}

/**
 * Starts bringing all journeys in line (E8) and tells how far it is until it is done; who breaks that off leaves the
 * work going on. Returns how many are still behind.
 */
export async function werkBij(opties: BijwerkOpties): Promise<number> {
  const { systeem, connection, namespace, wat, meld } = opties;
  // Without the codec: what it sends says nothing of anybody, and recovery has no keys.
  const { workflow } = new Client({ connection, namespace });
  const workflowId = bijwerkingWorkflowId(TOESTAND_VERSIE);
  const handle = workflow.getHandle(workflowId);
  if (wat === 'pauzeer' || wat === 'hervat') {
    await handle.signal(wat === 'pauzeer' ? pauzeer : hervat);
    meld(wat === 'pauzeer' ? 'Gepauzeerd na het blad dat nu loopt.' : 'Hervat.');
    return 0;
  }
  if (opties.alles) await markeer(systeem);
  let achter = await systeem.telAchterlopend(TOESTAND_VERSIE);
  meld(`Bij te werken trajecten: ${achter}`);
  if (achter === 0) return 0;
  const invoer: BijwerkingInvoer = { versie: TOESTAND_VERSIE, perSeconde: opties.perSeconde };
  // One that ran already may have passed journeys that were marked just now: again, as long as it helps.
  for (let eerder = Infinity; achter > 0 && achter < eerder;) {
    eerder = achter;
    await workflow.start(BIJWERKING_WORKFLOW, {
      workflowId,
      taskQueue: opties.taakwachtrij ?? TAAKWACHTRIJ,
      args: [invoer],
      workflowIdConflictPolicy: 'USE_EXISTING',
      priority: { priorityKey: BULK_PRIORITEIT },
    });
    do {
      await wacht(KIJK_MS);
      const nu = await systeem.telAchterlopend(TOESTAND_VERSIE);
      if (nu !== achter) meld(`Nog ${nu}`);
      achter = nu;
    } while (await loopt(handle));
    achter = await systeem.telAchterlopend(TOESTAND_VERSIE);
  }
  meld(achter === 0 ? 'Klaar.' : `Niet te lezen door deze versie: ${achter}; zie het log.`);
  return achter;
}

async function markeer(systeem: BijwerkOpties['systeem']): Promise<void> {
  let na: string | null = null;
  do {
    na = await systeem.markeerAchterlopend(na, PER_BLADZIJDE);
  } while (na !== null);
}

async function loopt(handle: ReturnType<Client['workflow']['getHandle']>): Promise<boolean> {
  try {
    return (await handle.describe()).status.name === 'RUNNING';
  } catch (fout) {
    if (fout instanceof WorkflowNotFoundError) return false;
    throw fout;
  }
}
