import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { vraagLoket } from './loket-vraag.js';

/** The Temporal dev server that the Jest run shares; a spec uses its own task queue and ids. */
export function testTemporal(): Promise<{ address: string; namespace: string }> {
  return vraagLoket('temporal');
}

let isStil = false;

/** Only errors of worker and core on the screen; once per process, before the first server. */
export function maakTemporalStil(): void {
  if (isStil) return;
  isStil = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
}

/**
 * A time-skipping server for one spec. Its clock is global: run one journey at a time on it, and
 * take dates relative to `currentTimeMs()`. The spec calls `teardown()`. `programma`: outside Jest.
 */
export async function maakTijdspringServer(programma?: string): Promise<TestWorkflowEnvironment> {
  maakTemporalStil();
  const path = programma ?? (await vraagLoket('testserver')).path;
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
