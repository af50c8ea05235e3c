// Real: PostgreSQL with its roles, Temporal with its visibility and a Schedule, the workflow of the comparison and its
// activities, the dispatcher. Fake: the keys lie in memory; no worker drives the journeys, so what their drivers say
// when asked is told by this spec.
import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { Client, Connection, ScheduleClient } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { maakControleActiviteiten } from '#activities/controle/controle.activities.js';
import type { ControleUitslag } from '#activities/controle/controle.activities.js';
import { wekRonde } from '#apps/worker/src/dispatcher.js';
import { maakWorkerMetrieken } from '#apps/worker/src/worker-metrieken.js';
import { CONTROLE_WORKFLOW, type ControleInvoer } from '#contracts/controle.js';
import { trajectWorkflowId, type Stand } from '#contracts/traject.js';
import { controlesLijst, type ControleRij } from '#database/read/controles.js';
import { inGemeente } from '#database/transactie.js';
import { ControleSysteem } from '#dossier/controle.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { Metrieken } from '#observability/metrieken.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { trajectWorkflowsVan } from '#temporal/trajectworkflows.js';
import { testBundel } from '#test/support/bundel.js';
import { maakTemporalStil, testTemporal } from '#test/support/temporal.js';
import { richtNachtcontroleIn } from '#tools/inrichten/nachtcontrole.js';
import { GEMEENTE, maakOpstelling, open, type Opstelling } from '../dossier/opstelling.js';

const TAAKWACHTRIJ = `controle-${randomUUID()}`;

let o: Opstelling;
let systeem: DossierSysteem;
let connection: Connection;
let client: Client;
let native: NativeConnection;
let worker: Worker;
let loop: Promise<void>;
let vraagStand: (trajectId: string) => Promise<Stand>;
const uitslagen: ControleUitslag[] = [];
const metrieken = maakWorkerMetrieken(new Metrieken('worker'));

beforeAll(async () => {
  maakTemporalStil();
  o = await maakOpstelling();
  systeem = new DossierSysteem(o.systeem);
  const { address, namespace } = await testTemporal();
  const dataConverter = maakDataConverter(o.sleutels);
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace, dataConverter });
  native = await NativeConnection.connect({ address });
  worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue: TAAKWACHTRIJ,
    workflowBundle: await testBundel(),
    dataConverter,
    activities: maakControleActiviteiten({
      controle: new ControleSysteem(o.systeem),
      systeem,
      workflows: trajectWorkflowsVan(connection, namespace),
      vraagStand: (trajectId) => vraagStand(trajectId),
      meld: (uitslag) => void uitslagen.push(uitslag),
      hartslag: () => undefined,
    }),
    sinks: { spoor: { stap: { fn: () => undefined, callDuringReplay: false } } },
  });
  loop = worker.run();
}, 60_000);

beforeEach(() => {
  vraagStand = () => Promise.resolve({ versie: Number.MAX_SAFE_INTEGER } as Stand);
});

afterAll(async () => {
  worker.shutdown();
  await loop;
  for (const trajectId of await trajecten()) {
    await client.workflow
      .getHandle(trajectWorkflowId(trajectId))
      .terminate()
      .catch(() => undefined);
  }
  await native.close();
  await connection.close();
  await o.stop();
}, 60_000);

async function trajecten(): Promise<string[]> {
  const rijen = await o.vraag<{ id: string }>('SELECT id FROM traject');
  return rijen.map(({ id }) => id);
}

async function wek(): Promise<void> {
  while (await wekRonde(systeem, client, metrieken));
}

/** An open journey whose driver runs and has read everything, as far as the rows say. */
async function gedreven(meer: { proef?: boolean } = {}): Promise<string> {
  const { trajectId } = await open(o, meer);
  await wek();
  await o.vraag('UPDATE route SET gezien = stuurversie WHERE traject_id = $1', [trajectId]);
  return trajectId;
}

const driver = (trajectId: string) => client.workflow.getHandle(trajectWorkflowId(trajectId));

interface Route {
  readonly epoche: number;
  readonly wacht: boolean;
  readonly laag: boolean;
  readonly verloren: boolean;
}

async function route(trajectId: string): Promise<Route> {
  const [rij] = await o.vraag<Route>(
    `SELECT drijver_epoche AS epoche, gewekt < stuurversie AS wacht, laag,
            drijver_verloren AS verloren FROM route WHERE traject_id = $1`,
    [trajectId],
  );
  return rij!;
}

async function lijst(): Promise<readonly ControleRij[]> {
  return (await inGemeente(o.app, GEMEENTE.id, (manager) => controlesLijst(manager, 100))).rijen;
}

/** One whole comparison; its row for the gemeente of this spec. */
async function controleer(meer: Partial<ControleInvoer> = {}): Promise<ControleRij> {
  const controleId = randomUUID();
  const invoer: ControleInvoer = {
    controleId,
    begonnenTijdstip: new Date().toISOString(),
    fase: 'trajecten',
    plek: null,
    tellingen: {},
    lopendeWorkflows: 0,
    onbekend: 0,
    ...meer,
  };
  await client.workflow.execute(CONTROLE_WORKFLOW, {
    workflowId: `controle:${controleId}`,
    taskQueue: TAAKWACHTRIJ,
    args: [invoer],
  });
  return (await lijst()).find(({ id }) => id === controleId)!;
}

describe('de nachtcontrole', () => {
  it('vindt niets als elk traject zijn drijver heeft, en bevraagt er een paar', async () => {
    for (let i = 0; i < 3; i += 1) await gedreven();
    const rij = await controleer();

    expect(rij).toMatchObject({ open_trajecten: 3, bevraagd: 2, aantallen: {}, verschillen: [] });
    expect(uitslagen.at(-1)).toMatchObject({ openTrajecten: 3, verschillen: {} });
  });

  it('geeft een traject zonder workflow een nieuwe drijver, achter in de rij, en vindt het daarna gelijk', async () => {
    const trajectId = await gedreven();
    await driver(trajectId).terminate();

    const rij = await controleer();

    expect(rij.verschillen).toEqual([{ trajectId, soort: 'zonder-workflow' }]);
    expect(await route(trajectId)).toEqual({ epoche: 2, wacht: true, laag: true, verloren: false });
    while (!(await driver(trajectId).describe()).status.name.startsWith('RUN')) await wek();
    expect((await controleer()).aantallen).toEqual({});
  });

  it('start een proeftraject zonder workflow niet opnieuw en meldt zijn einde één keer', async () => {
    const trajectId = await gedreven({ proef: true });
    await driver(trajectId).terminate();

    const rij = await controleer();

    expect(rij.verschillen).toEqual([{ trajectId, soort: 'proef-beeindigd' }]);
    expect(await route(trajectId)).toMatchObject({ epoche: 1, wacht: false, verloren: true });
    expect((await controleer()).aantallen).toEqual({});
  });

  it('stoot aan wie zijn nieuws niet las, niet antwoordt, of bij een oudere versie staat', async () => {
    await o.vraag('DELETE FROM route');
    const ongezien = await gedreven();
    await o.vraag(
      `UPDATE route SET gezien = 0, gestuurd_tijdstip = clock_timestamp() - interval '2 minutes'
        WHERE traject_id = $1`,
      [ongezien],
    );
    expect((await controleer()).verschillen).toEqual([{ trajectId: ongezien, soort: 'ongezien' }]);
    expect(await route(ongezien)).toMatchObject({ epoche: 1, wacht: true, laag: true });
    await o.vraag('DELETE FROM route');

    const [een, twee] = [await gedreven(), await gedreven()];
    vraagStand = (trajectId) =>
      trajectId === een
        ? Promise.reject(new Error('geen antwoord'))
        : Promise.resolve({ versie: 0 } as Stand);
    expect(new Set((await controleer()).verschillen)).toEqual(
      new Set([
        { trajectId: een, soort: 'geen-antwoord' },
        { trajectId: twee, soort: 'achter' },
      ]),
    );
    expect((await route(een)).wacht && (await route(twee)).wacht).toBe(true);
  });

  it('laat een workflow van een gesloten traject nog eens lezen, zodat hij eindigt', async () => {
    const trajectId = await gedreven();
    await o.vraag('UPDATE route SET open = false WHERE traject_id = $1', [trajectId]);
    const seinen = async (): Promise<number> =>
      ((await driver(trajectId).fetchHistory()).events ?? []).filter(
        (een) => een.workflowExecutionSignaledEventAttributes,
      ).length;
    const eerst = await seinen();
    // The list of Temporal lags behind; the comparison is of a night later.
    let rij = await controleer();
    while (rij.aantallen['zonder-traject'] === undefined) rij = await controleer();

    expect(rij.verschillen).toContainEqual({ trajectId, soort: 'zonder-traject' });
    expect(await seinen()).toBe(eerst + 1);
  });

  it('gaat blad voor blad, elke keer in een nieuwe run als dat moet, en telt elk traject één keer', async () => {
    await o.vraag('DELETE FROM route');
    const AANTAL = 210;
    for (let i = 0; i < AANTAL; i += 1) await open(o);
    // Not nudged yet: the dispatcher has them to do, so they are counted and left alone.
    const rij = await controleer({ bladenPerRun: 1 });

    expect(rij).toMatchObject({ open_trajecten: AANTAL, aantallen: {} });
    const { raw } = await client.workflow.getHandle(`controle:${rij.id}`).describe();
    const { firstRunId, execution } = raw.workflowExecutionInfo!;
    expect(execution!.runId).not.toBe(firstRunId);
  }, 60_000);
});

describe('het schema van de nacht', () => {
  it('staat er één keer, elke nacht in Amsterdam, en blijft gepauzeerd als iemand dat deed', async () => {
    const { namespace } = await testTemporal();
    const scheduleId = `nachtcontrole-${randomUUID()}`;
    const maak = () =>
      richtNachtcontroleIn(connection, namespace, { scheduleId, taakwachtrij: TAAKWACHTRIJ });
    const handle = new ScheduleClient({ connection, namespace }).getHandle(scheduleId);

    expect(await maak()).toBe('gemaakt');
    const { info, spec } = await handle.describe();
    expect(spec.timezone).toBe('Europe/Amsterdam');
    const uren = info.nextActionTimes.map((moment) =>
      moment.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam', hour: 'numeric' }),
    );
    expect(new Set(uren)).toEqual(new Set(['04']));
    await handle.pause('onderhoud');
    expect(await maak()).toBe('bijgewerkt');
    expect((await handle.describe()).state).toMatchObject({ paused: true, note: 'onderhoud' });

    await handle.unpause();
    const eerder = (await lijst()).length;
    await handle.trigger();
    while ((await lijst()).length === eerder) await rust(50);
    await handle.delete();
  }, 60_000);
});
