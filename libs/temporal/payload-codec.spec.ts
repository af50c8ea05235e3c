// Real: sealing. Fake: the keys lie in memory.
import { randomUUID } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload, SerializationContext } from '@temporalio/common';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { INSTALLATIE, VerzegelendeCodec } from './payload-codec.js';

const bij = (workflowId: string): SerializationContext => ({
  type: 'workflow',
  namespace: 'default',
  workflowId,
});
const alsPayload = (waarde: unknown): Payload => defaultPayloadConverter.toPayload(waarde);

describe('VerzegelendeCodec', () => {
  const sleutels = new SleutelsInGeheugen();
  const codec = new VerzegelendeCodec(sleutels);

  it('geeft terug wat verzegeld is, en laat er niets van zien', async () => {
    const context = bij(`traject:${randomUUID()}`);
    const open = [alsPayload({ naam: 'geheim' }), alsPayload('geheim')];
    const verzegeld = await codec.encode(open, context);
    expect(Buffer.from(verzegeld[0]!.data!).toString('latin1')).not.toContain('geheim');
    const terug = await codec.decode(verzegeld, context);
    expect(terug.map((een) => defaultPayloadConverter.fromPayload(een))).toEqual([
      { naam: 'geheim' },
      'geheim',
    ]);
  });

  it('opent het gegeven van een traject niet bij een ander traject', async () => {
    const ander = bij(`traject:${randomUUID()}`);
    const verzegeld = await codec.encode([alsPayload(1)], bij(`traject:${randomUUID()}`));
    await expect(codec.decode(verzegeld, ander)).rejects.toMatchObject({
      reden: 'ONBEKENDE_SLEUTEL',
    });
    await codec.encode([alsPayload(2)], ander);
    await expect(codec.decode(verzegeld, ander)).rejects.toMatchObject({
      reden: 'ANDERE_SLEUTEL',
    });
  });

  it.each([undefined, bij(''), bij('traject:'), bij('traject:abc'), bij('trajecten')])(
    'verzegelt niets als de workflow onbekend of vreemd is (%j)',
    async (context) => {
      await expect(codec.encode([alsPayload(1)], context)).rejects.toMatchObject({
        reden: 'GEEN_WORKFLOW',
      });
    },
  );

  it('gebruikt één sleutel voor alle werk dat bij geen traject hoort', async () => {
    const verzegeld = await codec.encode([alsPayload(1)], bij(`bulkactie:${randomUUID()}`));
    expect(await codec.decode(verzegeld, bij('controle:nacht'))).toHaveLength(1);
    expect(
      (await sleutels.haal(INSTALLATIE, '00000000-0000-0000-0000-000000000000', 'drijver')).status,
    ).toBe('aanwezig');
  });

  it('verzegelt en opent niets meer na vernietiging', async () => {
    const traject = randomUUID();
    const context = bij(`traject:${traject}`);
    const verzegeld = await codec.encode([alsPayload(1)], context);
    await sleutels.vernietig(traject);
    await expect(codec.decode(verzegeld, context)).rejects.toMatchObject({ reden: 'VERNIETIGD' });
    await expect(codec.encode([alsPayload(1)], context)).rejects.toMatchObject({
      reden: 'VERNIETIGD',
    });
  });
});
