import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
// A CommonJS module without names that Node can see: only its default import works when built.
import proto from '@temporalio/proto';
import { ALLE_GEMEENTEN } from '#security/sleutels/sleutel.port.js';
import type { SleutelPort } from '#security/sleutels/sleutel.port.js';
import { ontzegel, verzegel } from '#security/verzegeling.js';
import type { Datasleutel } from '#security/verzegeling.js';

const ENCODING = 'binary/encrypted';
const SLEUTEL_ID = 'encryption-key-id';
const TRAJECT = /^traject:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * Owner of the key of workflows that belong to no traject (bulk actions, nightly controls). They
 * carry ids only, so one key for the whole installation will do.
 */
export const INSTALLATIE = '00000000-0000-7000-8000-000000000001';

export type PayloadFoutReden = 'GEEN_WORKFLOW' | 'VERNIETIGD' | 'ONBEKENDE_SLEUTEL';

const UITLEG: Record<PayloadFoutReden, string> = {
  GEEN_WORKFLOW: 'Niet te bepalen is bij welke workflow dit gegeven hoort; het gaat niet open weg.',
  VERNIETIGD: 'De sleutel van dit traject is vernietigd.',
  ONBEKENDE_SLEUTEL: 'De sleutel van dit gegeven is er niet.',
};

/** A payload cannot be sealed or opened. Says why, never what is in it. */
class PayloadFout extends Error {
  constructor(readonly reden: PayloadFoutReden) {
    super(UITLEG[reden]);
    this.name = 'PayloadFout';
  }
}

/**
 * Seals everything that goes to Temporal, with the key of the traject that the workflow id names:
 * destroying that key makes the history unreadable, also in Temporal's backups. Without a workflow
 * id, or with an odd one, it refuses: nothing leaves unsealed.
 */
export class VerzegelendeCodec implements PayloadCodec {
  constructor(private readonly sleutels: SleutelPort) {}

  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    if (payloads.length === 0) return [];
    const eigenaar = eigenaarVan(context);
    const gemaakt = await this.sleutels.haalOfMaak(eigenaar, ALLE_GEMEENTEN, 'drijver');
    if (gemaakt.status === 'vernietigd') throw new PayloadFout('VERNIETIGD');
    const { sleutel } = gemaakt;
    const metadata = { encoding: bytes(ENCODING), [SLEUTEL_ID]: bytes(sleutel.id) };
    return payloads.map((payload) => ({
      metadata,
      data: verzegel(
        sleutel,
        proto.temporal.api.common.v1.Payload.encode(payload).finish(),
        eigenaar,
      ),
    }));
  }

  /** What was not sealed (an operator's own signal, for instance) is passed on as it is. */
  async decode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    if (!payloads.some(isVerzegeld)) return payloads;
    const eigenaar = eigenaarVan(context);
    const sleutel = await this.sleutelOmTeLezen(eigenaar);
    return payloads.map((payload) => {
      if (!isVerzegeld(payload)) return payload;
      const open = ontzegel(sleutel, payload.data ?? new Uint8Array(), eigenaar);
      return proto.temporal.api.common.v1.Payload.decode(open);
    });
  }

  private async sleutelOmTeLezen(eigenaar: string): Promise<Datasleutel> {
    const gevonden = await this.sleutels.haal(eigenaar, ALLE_GEMEENTEN, 'drijver');
    if (gevonden.status === 'vernietigd') throw new PayloadFout('VERNIETIGD');
    if (gevonden.status === 'onbekend') throw new PayloadFout('ONBEKENDE_SLEUTEL');
    return gevonden.sleutel;
  }
}

function eigenaarVan(context: SerializationContext | undefined): string {
  const workflowId = context?.workflowId;
  if (workflowId === undefined || workflowId === '') throw new PayloadFout('GEEN_WORKFLOW');
  if (!workflowId.startsWith('traject')) return INSTALLATIE;
  const traject = TRAJECT.exec(workflowId)?.[1];
  if (traject === undefined) throw new PayloadFout('GEEN_WORKFLOW');
  return traject;
}

const bytes = (tekst: string): Uint8Array => Buffer.from(tekst, 'utf8');

const isVerzegeld = (payload: Payload): boolean => {
  const encoding = payload.metadata?.['encoding'];
  return encoding instanceof Uint8Array && Buffer.from(encoding).toString('utf8') === ENCODING;
};
