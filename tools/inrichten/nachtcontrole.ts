import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  type ConnectionLike,
  type ScheduleOptions,
} from '@temporalio/client';
import { CONTROLE_SCHEMA, CONTROLE_WORKFLOW, CONTROLE_WORKFLOW_ID } from '#contracts/controle.js';
import { TAAKWACHTRIJ } from '#contracts/traject.js';

// Not between two and three, which is left out or comes twice when the clock changes.
const NACHT = { calendars: [{ hour: 4, minute: 15 }], timezone: 'Europe/Amsterdam' } as const;

export interface NachtcontroleOpties {
  readonly scheduleId?: string;
  readonly taakwachtrij?: string;
}

/**
 * The Schedule that compares journeys and workflows every night (E15). Made once and brought in line afterwards; one
 * that an operator paused stays so.
 */
export async function richtNachtcontroleIn(
  connection: ConnectionLike,
  namespace: string,
  { scheduleId = CONTROLE_SCHEMA, taakwachtrij = TAAKWACHTRIJ }: NachtcontroleOpties = {},
): Promise<'gemaakt' | 'bijgewerkt'> {
  const schema = {
    scheduleId,
    spec: { calendars: [...NACHT.calendars], timezone: NACHT.timezone, jitter: '10 minutes' },
    // Without arguments: setting up has no keys, so it has nothing to seal with.
    action: {
      type: 'startWorkflow',
      workflowType: CONTROLE_WORKFLOW,
      workflowId: CONTROLE_WORKFLOW_ID,
      taskQueue: taakwachtrij,
    },
    // A night that was missed is made up for in the morning; a comparison that still runs goes first.
    policies: { overlap: 'SKIP', catchupWindow: '6 hours', pauseOnFailure: false },
  } as const satisfies ScheduleOptions;
  const schedules = new ScheduleClient({ connection, namespace });
  try {
    await schedules.create(schema);
    return 'gemaakt';
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
  }
  await schedules.getHandle(scheduleId).update(({ state: { paused, note } }) => ({
    spec: schema.spec,
    action: schema.action,
    policies: schema.policies,
    state: { paused, ...(note === undefined ? {} : { note }) },
  }));
  return 'bijgewerkt';
}
