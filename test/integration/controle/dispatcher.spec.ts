// Real: PostgreSQL with its roles, the door, Temporal, the round of the dispatcher. Fake: the keys lie in memory; no
// worker runs, so a workflow that was started stays where it began.
import type { Client } from '@temporalio/client';
import { maakWorkerMetrieken } from '#apps/worker/src/worker-metrieken.js';
import { wekRonde } from '#apps/worker/src/dispatcher.js';
import { trajectWorkflowId } from '#contracts/traject.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { Metrieken } from '#observability/metrieken.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { testTemporal } from '#test/support/temporal.js';
import { maakOpstelling, open, verwerkVraag, type Opstelling } from '../dossier/opstelling.js';

const NIEUWS: Opdracht = { soort: 'kiesScenario', scenario: 'snelle-start' };
const LATER: Opdracht = {
  soort: 'rondDriegesprekAf',
  vorm: 'telefonisch',
  gevoerdOp: '2026-01-12' as never,
};

let opstelling: Opstelling;
let systeem: DossierSysteem;
let client: Client;
const metrieken = maakWorkerMetrieken(new Metrieken('worker'));

beforeAll(async () => {
  opstelling = await maakOpstelling();
  systeem = new DossierSysteem(opstelling.systeem);
  client = maakTemporalClient({
    ...(await testTemporal()),
    dataConverter: maakDataConverter(opstelling.sleutels),
    rpcTermijnMs: 30_000,
  });
});

afterAll(async () => {
  await client.connection.close();
  await opstelling.stop();
});

const handle = (trajectId: string) => client.workflow.getHandle(trajectWorkflowId(trajectId));

async function rondes(): Promise<void> {
  while (await wekRonde(systeem, client, metrieken));
}

async function begonnen(proef: boolean): Promise<string> {
  const { trajectId } = await open(opstelling, { proef });
  await rondes();
  expect((await handle(trajectId).describe()).status.name).toBe('RUNNING');
  return trajectId;
}

async function nieuws(trajectId: string): Promise<void> {
  const { soort } = await opstelling.dossier.verwerk(verwerkVraag(trajectId, NIEUWS));
  expect(soort).toBe('gedaan');
  await rondes();
}

async function seinen(trajectId: string): Promise<number> {
  const { events } = await handle(trajectId).fetchHistory();
  return (events ?? []).filter((een) => een.workflowExecutionSignaledEventAttributes).length;
}

async function ongezien(trajectId: string): Promise<number> {
  await opstelling.vraag(
    "UPDATE route SET gestuurd_tijdstip = clock_timestamp() - interval '2 minutes' WHERE traject_id = $1",
    [trajectId],
  );
  return systeem.ongezien(60);
}

async function verloren(trajectId: string): Promise<boolean> {
  const [rij] = await opstelling.vraag<{ drijver_verloren: boolean }>(
    'SELECT drijver_verloren FROM route WHERE traject_id = $1',
    [trajectId],
  );
  return rij!.drijver_verloren;
}

describe('de dispatcher', () => {
  it('start de workflow van een proeftraject één keer, en seint daarna alleen', async () => {
    const trajectId = await begonnen(true);
    const { runId } = await handle(trajectId).describe();

    await nieuws(trajectId);

    expect((await handle(trajectId).describe()).runId).toBe(runId);
    expect(await seinen(trajectId)).toBe(2);
    expect(await verloren(trajectId)).toBe(false);
    await handle(trajectId).terminate();
  });

  it('start de verloren workflow van een proeftraject niet opnieuw: het is beëindigd, en niemand wacht erop', async () => {
    const trajectId = await begonnen(true);
    const { runId } = await handle(trajectId).describe();
    await handle(trajectId).terminate();

    await nieuws(trajectId);

    const na = await handle(trajectId).describe();
    expect([na.runId, na.status.name]).toEqual([runId, 'TERMINATED']);
    expect(await verloren(trajectId)).toBe(true);
    expect(await ongezien(trajectId)).toBe(0);
    const later = verwerkVraag(trajectId, LATER);
    expect(await opstelling.dossier.verwerk(later)).toMatchObject({ soort: 'gedaan' });
    expect((await systeem.teWekken(100)).map((een) => een.trajectId)).not.toContain(trajectId);
  });

  it('hoort weer bij een proeftraject waarvan de drijver toch leest, na een teruggezette Temporal', async () => {
    const trajectId = await begonnen(true);
    await systeem.drijverVerloren(trajectId);

    await opstelling.dossier.stuur({
      trajectId,
      gemeenteId: verwerkVraag(trajectId, NIEUWS).gemeenteId,
      epoche: 1,
      workflowTijdstip: new Date().toISOString(),
    });

    expect(await verloren(trajectId)).toBe(false);
    await handle(trajectId).terminate();
  });

  it('start de verloren workflow van een gewoon traject wel opnieuw', async () => {
    const trajectId = await begonnen(false);
    const { runId } = await handle(trajectId).describe();
    await handle(trajectId).terminate();

    await nieuws(trajectId);

    const na = await handle(trajectId).describe();
    expect(na.status.name).toBe('RUNNING');
    expect(na.runId).not.toBe(runId);
    await handle(trajectId).terminate();
  });

  it('vertelt drijvers langzaam zolang veel trajecten tegelijk veranderen, en daarna allemaal', async () => {
    await rondes();
    const trajecten = await Promise.all(
      Array.from({ length: 12 }, async () => (await open(opstelling)).trajectId),
    );
    const gehoord = async (): Promise<number> => {
      const rijen = await opstelling.vraag(
        'SELECT 1 FROM route WHERE traject_id = ANY ($1) AND gewekt > 0',
        [trajecten],
      );
      return rijen.length;
    };

    await wekRonde(systeem, client, metrieken, 60_000);
    expect(await gehoord()).toBe(5);
    await rondes();
    expect(await gehoord()).toBe(12);
    await Promise.all(trajecten.map((trajectId) => handle(trajectId).terminate()));
  });

  it('wacht bij een drijver die al eerder hoorde even of er meer nieuws komt, behalve bij een proeftraject', async () => {
    const gewoon = await begonnen(false);
    const proef = await begonnen(true);
    for (const trajectId of [gewoon, proef]) {
      await opstelling.dossier.verwerk(verwerkVraag(trajectId, NIEUWS));
    }
    const wachtend = async (rustMs: number): Promise<string[]> =>
      (await systeem.teWekken(100, rustMs)).map(({ trajectId }) => trajectId);

    expect(await wachtend(60_000)).toContain(proef);
    expect(await wachtend(60_000)).not.toContain(gewoon);
    expect(await wachtend(0)).toContain(gewoon);
    await rondes();
    await Promise.all([gewoon, proef].map((trajectId) => handle(trajectId).terminate()));
  });
});
