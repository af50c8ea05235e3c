import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** The door answers at once or not at all: three tries within the workflow task, then the driver waits by itself (E14). */
export const DEUR: LocalActivityOptions = {
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '8 seconds',
  retry: { maximumAttempts: 3, initialInterval: '200 milliseconds' },
};

/** DUO may be away for days; retries cost no history. After five days a human takes over. */
export const DUO: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '5 days',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 minutes' },
};

/** The report that delivery was given up has no end of its own: it must arrive. */
export const OPGEVEN: ActivityOptions = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '5 minutes' },
};

/** One page of a bulk action; a worker that died is noticed by its silence, and the page is done again. */
export const BULK: ActivityOptions = {
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
};
