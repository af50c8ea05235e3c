// The history of a bulk action: pages that go on, wait, pause and resume. Real: time-skipping server, worker, bundle,
// codec. Fake: the pages, which answer as this file says.
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import {
  bulkactieWorkflowId,
  hervat,
  HERZIENING_WORKFLOW,
  voortgang,
  type HerzieningBlad,
} from '#contracts/bulkactie.js';
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

/** Plays a bulk recalculation and gives the history of its one run with the trail. */
export async function neemHerzieningOp(
  env: TestWorkflowEnvironment,
): Promise<{ historie: Historie; spoor: readonly string[]; workflowId: string }> {
  const dataConverter = maakDataConverter(new VasteSleutels());
  const spoor: string[] = [];
  const workflowId = bulkactieWorkflowId(HERZIENING);
  const bladen = [...BLADEN];
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TAAKWACHTRIJ,
    identity: 'proef',
    dataConverter,
    workflowBundle: await testBundel(),
    activities: { doeHerzieningsblad: () => Promise.resolve(bladen.shift()) },
    sinks: spoorSinks((_workflowId, _runId, stap) => spoor.push(stap), false),
  });
  const client = new Client({ connection: env.connection, dataConverter, identity: 'proef' });
  const historie = worker.runUntil(async () => {
    const handle = await client.workflow.signalWithStart(HERZIENING_WORKFLOW, {
      workflowId,
      taskQueue: TAAKWACHTRIJ,
      args: [{ herzieningId: HERZIENING, gemeenteId: GEMEENTE }],
      signal: hervat,
    });
    while (!(await handle.query(voortgang)).gepauzeerd) await env.sleep(1_000);
    await handle.signal(hervat);
    await handle.result();
    return handle.fetchHistory();
  });
  return { historie: await historie.finally(() => env.teardown()), spoor, workflowId };
}
