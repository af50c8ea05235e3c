import type { Client } from '@temporalio/client';
import { msToTs, requiredTsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;

const DAG_MS = 86_400_000;
// The server's default is a few hundred; a journey of years with its reminders needs more.
const HOOGSTENS_SPRONGEN = 100_000;
const EEN_KEER_WACHTEN_MS = 25_000;

export type Vooruit = {
  /** Names this forwarding; another one per call. */
  readonly id: string;
  /** Milliseconds of real time to wait for the end, 60 000 by default. */
  readonly wachtMs?: number;
} & ({ readonly dagen: number } | { readonly duurMs: number });

/** The workflow did not get to the asked moment; `message` holds the server's reason. */
export class ProefdraaiFout extends Error {
  constructor(melding: string, options?: ErrorOptions) {
    super(melding, options);
    this.name = 'ProefdraaiFout';
  }
}

/**
 * Moves the time of one workflow ahead and returns when it got there: the timers on the way have
 * fired and their work is done. Answers the time that the workflow has then. Only for rehearsals;
 * the caller checks that this journey is one.
 * @throws ProefdraaiFout
 */
export async function vooruitspoelen(
  client: Client,
  workflowId: string,
  vooruit: Vooruit,
): Promise<Date> {
  const duurMs = 'dagen' in vooruit ? vooruit.dagen * DAG_MS : vooruit.duurMs;
  if (!Number.isSafeInteger(duurMs) || duurMs <= 0) {
    throw new ProefdraaiFout('De tijd kan alleen vooruit, met een heel aantal milliseconden.');
  }
  const uiterlijk = Date.now() + (vooruit.wachtMs ?? 60_000);
  const { namespace } = client.options;
  const workflowExecution = { workflowId };
  const opdracht = {
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: HOOGSTENS_SPRONGEN,
        fastForwardConfig: { id: vooruit.id, duration: msToTs(duurMs) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  };
  try {
    await client.workflowService.updateWorkflowExecutionOptions(opdracht);
  } catch (cause) {
    throw new ProefdraaiFout('Deze workflow kan niet vooruitgespoeld worden.', { cause });
  }
  while (Date.now() < uiterlijk) {
    const termijn = Math.min(uiterlijk, Date.now() + EEN_KEER_WACHTEN_MS);
    const antwoord = await client.withDeadline(termijn, () =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution,
        fastForwardId: vooruit.id,
      }),
    );
    switch (antwoord.fastForwardPollingResult) {
      case FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED:
        return new Date(requiredTsToMs(antwoord.fastForwardInfo?.targetTime, 'targetTime'));
      case FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED:
        throw new ProefdraaiFout(`Vooruitspoelen lukte niet: ${antwoord.failedReason}`);
      default:
        break;
    }
  }
  throw new ProefdraaiFout('Vooruitspoelen is niet op tijd klaar; de tijd loopt nog door.');
}
