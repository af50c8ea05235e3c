// Real: a Temporal dev server, a worker, a bundle made from source, the codec. Fake: the keys lie in
// memory.
import { randomUUID } from 'node:crypto';
import { Client, Connection, WorkflowFailedError } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { bundelOpties } from '#temporal/bundel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { ProefdraaiFout, vooruitspoelen } from '#temporal/proefdraaien.js';
import { startTemporal } from '#tools/lokaal/temporal.js';
import type { LokaleTemporal } from '#tools/lokaal/temporal.js';
import { GEHEIM } from './geheim.js';
import { proefActiviteiten } from './proef.activities.js';
import type * as workflows from './proef.workflow.js';

const DAG_MS = 86_400_000;
const WACHTRIJ = `proef-${randomUUID()}`;

describe('Temporal met verzegelde gegevens', () => {
  const sleutels = new SleutelsInGeheugen();
  let temporal: LokaleTemporal;
  let verbinding: NativeConnection;
  let worker: Worker;
  let loopt: Promise<void>;
  let client: Client;

  beforeAll(async () => {
    const logger = new DefaultLogger('ERROR');
    Runtime.install({ logger });
    temporal = await startTemporal({ tijdSpringen: true });
    const { address, namespace } = temporal;
    const dataConverter = maakDataConverter(sleutels);
    client = maakTemporalClient({ address, namespace, dataConverter });
    verbinding = await NativeConnection.connect({ address });
    worker = await Worker.create({
      connection: verbinding,
      namespace,
      taskQueue: WACHTRIJ,
      dataConverter,
      activities: proefActiviteiten,
      workflowBundle: await bundleWorkflowCode({
        ...bundelOpties(require.resolve('./proef.workflow.ts')),
        logger,
      }),
    });
    loopt = worker.run();
  }, 120_000);

  afterAll(async () => {
    worker.shutdown();
    await loopt;
    await verbinding.close();
    await client.connection.close();
    await temporal.stop();
  }, 30_000);

  it('laat niets leesbaar achter in de geschiedenis', async () => {
    const workflowId = `traject:${randomUUID()}`;
    const handle = await client.workflow.signalWithStart<typeof workflows.allesMetGeheim, [string]>(
      'allesMetGeheim',
      {
        workflowId,
        taskQueue: WACHTRIJ,
        args: [`${GEHEIM} invoer`, 0],
        signal: 'geheim',
        signalArgs: [`${GEHEIM} signaal`],
        memo: { notitie: `${GEHEIM} memo` },
      },
    );
    const eerste = handle.signaledRunId;
    const fout = await handle.result().catch((reden: unknown) => reden);
    expect(fout).toBeInstanceOf(WorkflowFailedError);
    expect((fout as WorkflowFailedError).cause?.message).toBe(`${GEHEIM} einde`);
    expect(await handle.query('geheim')).toBe(`${GEHEIM} gevraagd`);
    expect((await handle.describe()).memo).toEqual({ notitie: `${GEHEIM} memo` });

    const rauw = await Connection.connect({ address: temporal.address });
    const zonderSleutel = new Client({ connection: rauw, namespace: temporal.namespace });
    const lopen = [
      await zonderSleutel.workflow.getHandle(workflowId, eerste).fetchHistory(),
      await zonderSleutel.workflow.getHandle(workflowId).fetchHistory(),
    ];
    await rauw.close();
    const tekst = lopen.map((loop) => alsTekst(loop)).join('\n');
    expect(lopen.flatMap((loop) => loop.events).length).toBeGreaterThan(20);
    expect(tekst).toContain('binary/encrypted');
    for (const stuk of [GEHEIM, 'proef.workflow', 'proef.activities'])
      expect(tekst).not.toContain(stuk);
  }, 60_000);

  it('maakt de geschiedenis onleesbaar door de sleutel te vernietigen', async () => {
    const traject = randomUUID();
    const handle = await client.workflow.start<typeof workflows.dertigDagen>('dertigDagen', {
      workflowId: `traject:${traject}`,
      taskQueue: WACHTRIJ,
      args: [0],
    });
    await handle.result();
    await sleutels.vernietig(traject);
    await expect(handle.result()).rejects.toThrow(/vernietigd/);
  }, 30_000);

  it('spoelt één workflow vooruit, en tijd in workflow en activiteit loopt mee', async () => {
    const begin = Date.now();
    const handle = await start(3);
    const bereikt = await vooruitspoelen(client, handle.workflowId, { dagen: 89, id: 'eerste' });
    expect(Math.round((bereikt.getTime() - begin) / DAG_MS)).toBe(89);
    // The workflow ends on the way: day 90 of these 91.
    await vooruitspoelen(client, handle.workflowId, { dagen: 2, id: 'tweede' }).catch(
      () => undefined,
    );
    const metingen = await handle.result();
    expect(metingen.map(({ workflow }) => Math.round((workflow - begin) / DAG_MS))).toEqual([
      30, 60, 90,
    ]);
    for (const { workflow, activiteit, lokaleActiviteit } of metingen) {
      expect(Math.abs(activiteit - workflow)).toBeLessThan(60_000);
      // The SDK gives a local activity the worker's own clock: the workflow must pass its time.
      expect(Math.abs(lokaleActiviteit - begin)).toBeLessThan(60_000);
    }
    expect(Date.now() - begin).toBeLessThan(30_000);
  }, 60_000);

  it('spoelt in stappen, en tussen twee stappen staat de tijd zo goed als stil', async () => {
    const begin = Date.now();
    const handle = await start(1);
    const eerste = await vooruitspoelen(client, handle.workflowId, { dagen: 10, id: 'a' });
    const tweede = await vooruitspoelen(client, handle.workflowId, { dagen: 19, id: 'b' });
    expect(Math.round((eerste.getTime() - begin) / DAG_MS)).toBe(10);
    expect(Math.round((tweede.getTime() - begin) / DAG_MS)).toBe(29);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate();
  }, 60_000);

  it('zegt waarom vooruitspoelen niet lukt', async () => {
    const handle = await start(0);
    await handle.result();
    await expect(vooruitspoelen(client, handle.workflowId, { dagen: 1, id: 'x' })).rejects.toThrow(
      ProefdraaiFout,
    );
    await expect(
      vooruitspoelen(client, handle.workflowId, { duurMs: -1, id: 'x' }),
    ).rejects.toThrow(ProefdraaiFout);
  }, 30_000);

  it('faalt binnen de termijn als Temporal er niet is', async () => {
    const nergens = maakTemporalClient({
      address: '127.0.0.1:1',
      namespace: 'default',
      dataConverter: maakDataConverter(sleutels),
      rpcTermijnMs: 500,
    });
    const begin = Date.now();
    await expect(
      nergens.workflow.getHandle(`traject:${randomUUID()}`).describe(),
    ).rejects.toThrow();
    expect(Date.now() - begin).toBeLessThan(3_000);
    await nergens.connection.close();
  });

  const start = (keren: number) =>
    client.workflow.start<typeof workflows.dertigDagen>('dertigDagen', {
      workflowId: `traject:${randomUUID()}`,
      taskQueue: WACHTRIJ,
      args: [keren],
    });
});

/** All that is in it, with every byte string also read as text. */
function alsTekst(waarde: unknown): string {
  if (waarde instanceof Uint8Array) return Buffer.from(waarde).toString('latin1');
  if (typeof waarde === 'object' && waarde !== null) {
    return Object.entries(waarde)
      .map(([naam, inhoud]) => `${naam}=${alsTekst(inhoud)}`)
      .join('\n');
  }
  return String(waarde);
}
