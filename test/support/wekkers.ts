import type { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { VerzegelendeCodec } from '#temporal/payload-codec.js';
import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import type { Historie } from './reisproef.js';

/** One timer as Temporal's own screen shows it. */
export interface Wekker {
  readonly naam: string;
  /** When it was to ring, rounded to whole seconds since the epoch. */
  readonly gaatOp: number;
  readonly afloop: 'gegaan' | 'vervangen' | 'loopt';
}

const seconden = (
  moment: { seconds?: unknown; nanos?: number | null } | null | undefined,
): number => Number(moment?.seconds ?? 0) + (moment?.nanos ?? 0) / 1e9;

/** Every timer of a history with the name (summary) it carries, in the order they were set. */
export async function wekkersVan(
  historie: Historie,
  workflowId: string,
  sleutels: SleutelsInGeheugen,
): Promise<readonly Wekker[]> {
  const codec: PayloadCodec = new VerzegelendeCodec(sleutels);
  const context = { type: 'workflow', namespace: 'default', workflowId } as const;
  const gegaan = new Set<string>();
  const vervangen = new Set<string>();
  for (const { timerFiredEventAttributes, timerCanceledEventAttributes } of historie.events ?? []) {
    gegaan.add(timerFiredEventAttributes?.timerId ?? '');
    vervangen.add(timerCanceledEventAttributes?.timerId ?? '');
  }
  const wekkers: Wekker[] = [];
  for (const { timerStartedEventAttributes, eventTime, userMetadata } of historie.events ?? []) {
    if (!timerStartedEventAttributes) continue;
    const { timerId, startToFireTimeout } = timerStartedEventAttributes;
    const [open] = await codec.decode([userMetadata?.summary as Payload], context);
    wekkers.push({
      naam: open === undefined ? '' : defaultPayloadConverter.fromPayload<string>(open),
      gaatOp: Math.round(seconden(eventTime) + seconden(startToFireTimeout)),
      afloop: gegaan.has(timerId ?? '')
        ? 'gegaan'
        : vervangen.has(timerId ?? '')
          ? 'vervangen'
          : 'loopt',
    });
  }
  return wekkers;
}

/** How many timers carry each name. */
export function perNaam(wekkers: readonly Wekker[]): Record<string, number> {
  const tel: Record<string, number> = {};
  for (const { naam } of wekkers) tel[naam] = (tel[naam] ?? 0) + 1;
  return tel;
}
