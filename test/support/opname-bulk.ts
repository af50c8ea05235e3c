// The histories of work on many journeys: pages that go on, wait, pause and resume. Real: time-skipping server, worker,
// bundle, codec. Fake: the pages, which answer as this file says.
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import {
  BIJWERKING_WORKFLOW,
  bijwerkingWorkflowId,
  bulkactieWorkflowId,
  hervat,
  HERZIENING_WORKFLOW,
  pauzeer,
  voortgang,
  type BijwerkingBlad,
  type BijwerkingInvoer,
  type HerzieningBlad,
} from '#contracts/bulkactie.js';
import {
  CONTROLE_WORKFLOW,
  CONTROLE_WORKFLOW_ID,
  type TrajectenBlad,
  type WorkflowsBlad,
} from '#contracts/controle.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { testBundel } from './bundel.js';
import { spoorSinks, type Historie } from './reisproef.js';
import { VasteSleutels } from './vaste-sleutels.js';

const HERZIENING = '0d6f2a8e-2f57-4a0c-9a0a-0000000000bb';
const GEMEENTE = '00000000-0000-7000-8000-00000000000a';
const TAAKWACHTRIJ = 'opname';

/** Applying over 250 journeys: it waits until every process knows the calendar, and is paused once. */
const BLADEN: readonly HerzieningBlad[] = [
  { soort: 'wacht', gedaan: 0, wachtMs: 35_000 },
  { soort: 'verder', gedaan: 100 },
  { soort: 'gepauzeerd', gedaan: 100 },
  { soort: 'verder', gedaan: 200 },
  { soort: 'klaar', gedaan: 250 },
];

const TRAJECT = '0d6f2a8e-2f57-4a0c-9a0a-0000000000cc';
/** Of the toestand that journeys are brought to. */
const VERSIE = 2;

/** Rebuilding over 200 journeys, of which one cannot be read. */
const BIJWERKBLADEN: readonly BijwerkingBlad[] = [
  { volgende: TRAJECT, gedaan: 100, mislukt: 0, wachtMs: 5_000 },
  { volgende: TRAJECT, gedaan: 99, mislukt: 1, wachtMs: 5_000 },
  { volgende: null, gedaan: 37, mislukt: 0, wachtMs: 0 },
];

/** A night that compares 300 journeys with their workflows, and the other way round. */
const TRAJECTENBLADEN: readonly TrajectenBlad[] = [
  { volgende: TRAJECT, tellingen: { [GEMEENTE]: { open: 200, bevraagd: 10 } }, wachtMs: 2_000 },
  { volgende: null, tellingen: { [GEMEENTE]: { open: 100, bevraagd: 5 } }, wachtMs: 2_000 },
];
const WORKFLOWSBLADEN: readonly WorkflowsBlad[] = [
  { volgende: 'b2', lopend: 200, onbekend: 0, wachtMs: 2_000 },
  { volgende: null, lopend: 101, onbekend: 1, wachtMs: 0 },
];

interface Opname {
  readonly historie: Historie;
  readonly spoor: readonly string[];
  readonly workflowId: string;
}

interface Bulkspel {
  readonly workflow: string;
  readonly workflowId: string;
  readonly args: readonly unknown[];
  /** Sent together with the start. */
  readonly sein?: typeof hervat;
  readonly activiteiten: (handle: () => WorkflowHandle) => object;
  /** What people do while it runs. */
  readonly speel?: (handle: WorkflowHandle, env: TestWorkflowEnvironment) => Promise<void>;
}

/** Plays one to its end and gives the history of its one run with the trail. */
async function neemOp(env: TestWorkflowEnvironment, spel: Bulkspel): Promise<Opname> {
  const { workflow, workflowId, args, sein, activiteiten, speel } = spel;
  const dataConverter = maakDataConverter(new VasteSleutels());
  const spoor: string[] = [];
  const client = new Client({ connection: env.connection, dataConverter, identity: 'proef' });
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TAAKWACHTRIJ,
    identity: 'proef',
    dataConverter,
    workflowBundle: await testBundel(),
    activities: activiteiten(() => client.workflow.getHandle(workflowId)),
    sinks: spoorSinks((_workflowId, _runId, stap) => spoor.push(stap), false),
  });
  const historie = worker.runUntil(async () => {
    const begin = { workflowId, taskQueue: TAAKWACHTRIJ, args: [...args] };
    const handle = await (sein === undefined
      ? client.workflow.start(workflow, begin)
      : client.workflow.signalWithStart(workflow, { ...begin, signal: sein }));
    await speel?.(handle, env);
    await handle.result();
    return handle.fetchHistory();
  });
  return { historie: await historie.finally(() => env.teardown()), spoor, workflowId };
}

/** Whoever paused it goes on. */
async function hervatNaPauze(handle: WorkflowHandle, env: TestWorkflowEnvironment): Promise<void> {
  while (!(await handle.query(voortgang)).gepauzeerd) await env.sleep(1_000);
  await handle.signal(hervat);
}

function neemHerzieningOp(env: TestWorkflowEnvironment): Promise<Opname> {
  const bladen = [...BLADEN];
  return neemOp(env, {
    workflow: HERZIENING_WORKFLOW,
    workflowId: bulkactieWorkflowId(HERZIENING),
    args: [{ herzieningId: HERZIENING, gemeenteId: GEMEENTE }],
    sein: hervat,
    activiteiten: () => ({ doeHerzieningsblad: () => Promise.resolve(bladen.shift()) }),
    speel: hervatNaPauze,
  });
}

function neemBijwerkingOp(env: TestWorkflowEnvironment): Promise<Opname> {
  const bladen = [...BIJWERKBLADEN];
  return neemOp(env, {
    workflow: BIJWERKING_WORKFLOW,
    workflowId: bijwerkingWorkflowId(VERSIE),
    args: [{ versie: VERSIE, perSeconde: 20 } satisfies BijwerkingInvoer],
    activiteiten: (handle) => ({
      doeBijwerkingsblad: async () => {
        const blad = bladen.shift();
        // The pause comes while the last page but one is under way.
        if (bladen.length === 1) await handle().signal(pauzeer);
        return blad;
      },
    }),
    speel: hervatNaPauze,
  });
}

function neemNachtcontroleOp(env: TestWorkflowEnvironment): Promise<Opname> {
  const trajecten = [...TRAJECTENBLADEN];
  const workflows = [...WORKFLOWSBLADEN];
  return neemOp(env, {
    workflow: CONTROLE_WORKFLOW,
    workflowId: CONTROLE_WORKFLOW_ID,
    // As the Schedule starts it.
    args: [],
    activiteiten: () => ({
      vergelijkTrajecten: () => Promise.resolve(trajecten.shift()),
      vergelijkWorkflows: () => Promise.resolve(workflows.shift()),
      legControleVast: () => Promise.resolve(),
    }),
  });
}

/** What is recorded of work on many journeys, by name of the file. */
export const BULKOPNAMEN: Readonly<
  Record<string, (env: TestWorkflowEnvironment) => Promise<Opname>>
> = {
  termijnherziening: neemHerzieningOp,
  bijwerking: neemBijwerkingOp,
  nachtcontrole: neemNachtcontroleOp,
};
