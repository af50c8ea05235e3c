import { TestWorkflowEnvironment } from '@temporalio/testing';
import { vraagLoket } from './loket-vraag.js';

/** The Temporal dev server that the Jest run shares; a spec uses its own task queue and ids. */
export function testTemporal(): Promise<{ address: string; namespace: string }> {
  return vraagLoket('temporal');
}

/**
 * A time-skipping server for one spec. Its clock is global: run one journey at a time on it, and
 * take dates relative to `currentTimeMs()`. The spec calls `teardown()`.
 */
export async function maakTijdspringServer(): Promise<TestWorkflowEnvironment> {
  const { path } = await vraagLoket('testserver');
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
