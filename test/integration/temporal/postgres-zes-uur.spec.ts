// Six hours without PostgreSQL, in virtual time (E14). Real: PostgreSQL, a server of its own that is stopped and started
// again; the door, the worker's activities and dispatcher, the workflow, its codec and the time-skipping Temporal server.
// Fake: DUO takes everything; the keys lie in memory, as in a store elsewhere that stays up.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { maakDossierActiviteiten } from '#activities/dossier/dossier.activities.js';
import { maakDossierDeur } from '#activities/dossier/dossier-deur.js';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import { wekRonde } from '#apps/worker/src/dispatcher.js';
import { maakWorkerMetrieken } from '#apps/worker/src/worker-metrieken.js';
import { gewijzigd, stand, TAAKWACHTRIJ, trajectWorkflowId } from '#contracts/traject.js';
import { maakAppDataSource, maakSysteemDataSource } from '#database/data-source.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { Dossier } from '#dossier/dossier.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { Metrieken } from '#observability/metrieken.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { GEMEENTE, openVraag, verwerkVraag } from '#test/integration/dossier/opstelling.js';
import { testBundel } from '#test/support/bundel.js';
import { meegaandeDuo } from '#test/support/duo-verhaal.js';
import { spoorSinks } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { richtDatabaseIn } from '#tools/lokaal/database-inrichten.js';
import { startPostgres } from '#tools/lokaal/postgres.js';

const ZES_UUR_MS = 6 * 3_600_000;
/** The longest that the driver waits before it tries again. */
const LANGSTE_WACHT_MS = 15 * 60_000;

type Opruimen = (() => Promise<unknown>)[];

let opruimen: Opruimen = [];

afterEach(async () => {
  for (let doe = opruimen.pop(); doe !== undefined; doe = opruimen.pop()) await doe();
  opruimen = [];
}, 60_000);

async function maakOpstelling() {
  const map = mkdtempSync(join(tmpdir(), `inburgeringsregie-test-${process.pid}-zes-uur-`));
  // Under root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(map, 0o711);
  opruimen.push(() => rm(map, { recursive: true, force: true }));
  const postgres = { nu: await startPostgres({ map, fsync: false }) };
  if (postgres.nu.pid === undefined) throw new Error('Deze PostgreSQL is van een ander.');
  opruimen.push(() => postgres.nu.stop());
  const urls = await richtDatabaseIn(postgres.nu.url, join(map, 'geheimen'), [GEMEENTE]);
  const sleutels = new SleutelsInGeheugen();
  const app = await maakAppDataSource(urls.app).initialize();
  const systeembron = await maakSysteemDataSource(urls.systeem).initialize();
  opruimen.push(() => Promise.all([app.destroy(), systeembron.destroy()]));
  const zoeksleutels = new Zoeksleutels(randomBytes(32));
  const dossier = new Dossier({ dataSource: app, sleutels, zoeksleutels });
  const systeem = new DossierSysteem(systeembron);

  const env = await maakTijdspringServer();
  opruimen.push(() => env.teardown());
  const dataConverter = maakDataConverter(sleutels);
  const client = new Client({ connection: env.connection, dataConverter });
  const deur = maakDossierDeur(dossier);
  const duo = new DuoActiviteitenImpl(deur, meegaandeDuo().poort);
  const { bezorg, geefBezorgingOp, haalFeiten } = duo;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TAAKWACHTRIJ,
    dataConverter,
    activities: { ...maakDossierActiviteiten(deur), bezorg, geefBezorgingOp, haalFeiten },
    workflowBundle: await testBundel(),
    sinks: spoorSinks(() => undefined, false),
    shutdownForceTime: '2 seconds',
  });
  const gelopen = worker.run();
  opruimen.push(async () => {
    worker.shutdown();
    await gelopen;
  });
  const metrieken = maakWorkerMetrieken(new Metrieken('worker'));
  return { env, client, dossier, wek: () => wekRonde(systeem, client, metrieken), postgres, map };
}

async function totdat(wat: string, proef: () => Promise<boolean>): Promise<void> {
  for (let keer = 0; keer < 600; keer += 1) {
    if (await proef().catch(() => false)) return;
    await rust(50);
  }
  throw new Error(`${wat}: kwam niet`);
}

describe('zes uur zonder PostgreSQL', () => {
  it('kost minder dan 200 gebeurtenissen, en daarna gaat het traject vanzelf verder', async () => {
    const { env, client, dossier, wek, postgres, map } = await maakOpstelling();
    const geopend = await dossier.open(openVraag());
    if (geopend.soort !== 'gedaan') throw new Error(geopend.soort);
    const { trajectId } = geopend;
    const handle = client.workflow.getHandle(trajectWorkflowId(trajectId));
    const wachtOp = async () => (await handle.query(stand)).wachtOp;
    const gebeurtenissen = async () => (await handle.fetchHistory()).events ?? [];
    const geef = async (opdracht: Opdracht): Promise<void> => {
      const uitkomst = await dossier.verwerk(verwerkVraag(trajectId, opdracht));
      expect(uitkomst).toMatchObject({ soort: 'gedaan' });
      await wek();
    };
    await wek();
    await geef({ soort: 'kiesScenario', scenario: 'na-verhuizing' });
    await totdat('het driegesprek', async () => (await wachtOp()).includes('driegesprekGevoerd'));
    const voor = (await gebeurtenissen()).length;

    // A nudge that was on its way finds the door shut.
    const { poort } = postgres.nu;
    await postgres.nu.stop();
    await handle.signal(gewijzigd, { versie: 1_000, wat: [] });
    const begin = await env.currentTimeMs();
    const wekkers = new Set<string>();
    while ((await env.currentTimeMs()) - begin < ZES_UUR_MS) {
      const gezet = (await gebeurtenissen()).at(-1)?.timerStartedEventAttributes;
      if (!gezet || wekkers.has(String(gezet.timerId))) await rust(50);
      else {
        wekkers.add(String(gezet.timerId));
        await env.sleep(Number(gezet.startToFireTimeout?.seconds ?? 0) * 1_000);
      }
    }
    expect((await handle.query(stand)).deurDichtSinds).not.toBeNull();
    expect(wekkers.size).toBeGreaterThan(20);
    postgres.nu = await startPostgres({ map, fsync: false, poort });
    expect(postgres.nu.poort).toBe(poort);
    await env.sleep(LANGSTE_WACHT_MS);
    await totdat('de deur open', async () => (await handle.query(stand)).deurDichtSinds === null);
    expect((await gebeurtenissen()).length - voor).toBeLessThan(200);

    await geef({
      soort: 'rondDriegesprekAf',
      vorm: 'telefonisch',
      gevoerdOp: '2026-02-02' as IsoDatum,
    });
    await totdat('verder', async () => !(await wachtOp()).includes('driegesprekGevoerd'));
  }, 120_000);
});
