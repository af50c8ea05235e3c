import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { vraagLoket } from './loket-vraag.js';

/** The Temporal dev server that the Jest run shares; a spec uses its own task queue and ids. */
export function testTemporal(): Promise<{ address: string; namespace: string }> {
  return vraagLoket('temporal');
}

let isStil = false;

/** Only errors of worker and core on the screen; once per process, before the first server. */
function maakTemporalStil(): void {
  if (isStil) return;
  isStil = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
}

/**
 * A time-skipping server for one spec. Its clock is global: run one journey at a time on it, and
 * take dates relative to `currentTimeMs()`. The spec calls `teardown()`.
 */
export async function maakTijdspringServer(): Promise<TestWorkflowEnvironment> {
  maakTemporalStil();
  const { path } = await vraagLoket('testserver');
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
