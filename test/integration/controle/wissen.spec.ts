// Real: PostgreSQL with its roles, the door, Temporal, the workflow in a worker of its own, the round that erases.
// Fake: keys in memory.
import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { wisRonde, type Wissers } from '#apps/worker/src/wissen.js';
import { TRAJECT_WORKFLOW, trajectWorkflowId } from '#contracts/traject.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { trajectWorkflowsVan } from '#temporal/trajectworkflows.js';
import { testBundel } from '#test/support/bundel.js';
import { spoorSinks } from '#test/support/reisproef.js';
import { maakTemporalStil, testTemporal } from '#test/support/temporal.js';
import { maakOpstelling, open, verwerkVraag, type Opstelling } from '../dossier/opstelling.js';

const WACHTRIJ = `wissen-${randomUUID()}`;

let o: Opstelling;
let client: Client;
let werk: Wissers;

beforeAll(async () => {
  maakTemporalStil();
  o = await maakOpstelling();
  const temporal = await testTemporal();
  client = maakTemporalClient({
    ...temporal,
    dataConverter: maakDataConverter(o.sleutels),
    rpcTermijnMs: 30_000,
  });
  werk = {
    systeem: new DossierSysteem(o.systeem),
    dossier: o.dossier,
    workflows: trajectWorkflowsVan(client.connection, temporal.namespace),
    log: { warn: () => undefined },
  };
});

afterAll(async () => {
  await client.connection.close();
  await o.stop();
});

const handle = (trajectId: string) => client.workflow.getHandle(trajectWorkflowId(trajectId));

/** A journey with its workflow started; whether one drives it is up to the spec. */
async function metWorkflow(): Promise<{ trajectId: string; gemeenteId: string }> {
  const { trajectId, gemeenteId } = await open(o);
  await client.workflow.start(TRAJECT_WORKFLOW, {
    workflowId: trajectWorkflowId(trajectId),
    taskQueue: WACHTRIJ,
    args: [{ trajectId, gemeenteId, epoche: 1, proef: false }],
  });
  return { trajectId, gemeenteId };
}

async function wis(trajectId: string): Promise<void> {
  const opdracht = {
    soort: 'meldTenOnrechteOntvangen',
    reden: 'verkeerde-persoon',
    onherroepelijk: true,
  } as const;
  expect((await o.dossier.verwerk(verwerkVraag(trajectId, opdracht))).soort).toBe('gedaan');
}

const wachtend = async (): Promise<number> => (await werk.systeem.teWissen(100)).length;

/** Rounds as the worker does them, until nothing waits. */
async function totGewist(): Promise<void> {
  for (let keer = 0; (await wachtend()) > 0; keer += 1) {
    if (keer === 100) throw new Error('Het wissen komt niet klaar.');
    await wisRonde(werk);
    await wacht(100);
  }
}

async function sleutelstatus({ trajectId, gemeenteId }: { trajectId: string; gemeenteId: string }) {
  return (await o.sleutels.haal(trajectId, gemeenteId, 'dossier')).status;
}

describe('de workflow van een gewist traject', () => {
  it('eindigt zelf, verdwijnt met zijn geschiedenis, en daarna gaan de sleutels', async () => {
    const { address, namespace } = await testTemporal();
    const connection = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue: WACHTRIJ,
      dataConverter: maakDataConverter(o.sleutels),
      workflowBundle: await testBundel(),
      activities: { leesStuur: o.dossier.stuur.bind(o.dossier) },
      sinks: spoorSinks(() => undefined, false),
    });
    await worker.runUntil(async () => {
      const plek = await metWorkflow();
      await wis(plek.trajectId);
      const afloop = handle(plek.trajectId).result();
      await wisRonde(werk);
      expect(await afloop).toBe('gewist');
      expect(await sleutelstatus(plek)).toBe('aanwezig');

      await totGewist();

      expect(await sleutelstatus(plek)).toBe('vernietigd');
      expect(await werk.workflows.loopt(plek.trajectId)).toBe(false);
    });
    await connection.close();
  });

  it('wordt beëindigd als hij na een halve minuut niet luistert, en gaat ook dan voor de sleutels', async () => {
    const plek = await metWorkflow();
    await wis(plek.trajectId);

    await wisRonde(werk);
    expect(await werk.workflows.loopt(plek.trajectId)).toBe(true);
    expect(await sleutelstatus(plek)).toBe('aanwezig');
    await o.vraag(
      "UPDATE wissing SET gevraagd_tijdstip = gevraagd_tijdstip - interval '31 seconds' WHERE traject_id = $1",
      [plek.trajectId],
    );
    await totGewist();

    expect(await werk.workflows.loopt(plek.trajectId)).toBe(false);
    expect(await sleutelstatus(plek)).toBe('vernietigd');
  });

  it('laat zich niet door een late stoot opnieuw starten', async () => {
    const plek = await metWorkflow();
    await wis(plek.trajectId);
    await o.vraag(
      "UPDATE wissing SET gevraagd_tijdstip = gevraagd_tijdstip - interval '31 seconds' WHERE traject_id = $1",
      [plek.trajectId],
    );
    await totGewist();

    await expect(
      client.workflow.start(TRAJECT_WORKFLOW, {
        workflowId: trajectWorkflowId(plek.trajectId),
        taskQueue: WACHTRIJ,
        args: [{ ...plek, epoche: 1, proef: false }],
      }),
    ).rejects.toThrow();
    expect(await werk.workflows.loopt(plek.trajectId)).toBe(false);
  });
});
