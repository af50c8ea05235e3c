// Real: PostgreSQL, Temporal, workers as processes of their own that are killed with kill -9, the workflow, the loop
// that wakes it. Fake: the keys are the fixed ones of the tests.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { bulkactieWorkflowId, voortgang } from '#contracts/bulkactie.js';
import { maakAppDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { Dossier } from '#dossier/dossier.js';
import { HerzieningBeheer } from '#dossier/herziening/beheer.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { testBundel } from '#test/support/bundel.js';
import { maakTestDatabase, type TestDatabase } from '#test/support/database.js';
import {
  startHerzieningWorker,
  type HerzieningWerkplek,
  type WorkerProces,
} from '#test/support/herziening-proces.js';
import { omvang } from '#test/support/omvang.js';
import { testTemporal } from '#test/support/temporal.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';
import { GEMEENTE, verwerkVraag } from '../dossier/opstelling.js';
import {
  dagErna,
  dinsdagOver,
  extraDag,
  kennisgevingVoor,
  lees,
  openVele,
  TOEPASSER,
  VOORSTELLER,
} from './opstelling.js';

const AANTAL = omvang({ poort: 500, volledig: 10_000 });
const RAAK = dinsdagOver(14);
const LANG = omvang({ poort: 180_000, volledig: 1_800_000 });

let database: TestDatabase;
let app: DataSource;
let eigenaar: pg.Pool;
let beheer: HerzieningBeheer;
let dossier: Dossier;
let plek: HerzieningWerkplek;
let map: string;
let geraakt: string[];
const processen: WorkerProces[] = [];

async function startWorker(): Promise<WorkerProces> {
  const proces = await startHerzieningWorker(plek);
  processen.push(proces);
  return proces;
}

beforeAll(async () => {
  database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, GEMEENTE);
  app = await maakAppDataSource(urls.app, { pool: 12 }).initialize();
  eigenaar = new pg.Pool({ connectionString: database.url, max: 2 });
  eigenaar.on('error', () => undefined);
  beheer = new HerzieningBeheer(app, 0);
  const zoeksleutel = randomBytes(32);
  map = mkdtempSync(join(tmpdir(), 'herziening-'));
  const bundel = join(map, 'bundel.js');
  const gebundeld = await testBundel();
  writeFileSync(bundel, 'code' in gebundeld ? gebundeld.code : '');
  plek = {
    ...urls,
    zoeksleutel: zoeksleutel.toString('hex'),
    temporal: await testTemporal(),
    taakwachtrij: `herziening-${randomUUID()}`,
    bundel,
  };
  dossier = new Dossier({
    dataSource: app,
    sleutels: new VasteSleutels(),
    zoeksleutels: new Zoeksleutels(zoeksleutel),
  });
  geraakt = await openVele(dossier, AANTAL, RAAK);
}, LANG);

afterAll(async () => {
  for (const proces of processen) await proces.dood();
  await eigenaar.end();
  await app.destroy();
  await database.stop();
  rmSync(map, { recursive: true, force: true });
}, 60_000);

async function wachtTot(klopt: () => Promise<boolean>): Promise<void> {
  while (!(await klopt())) await rust(20);
}

async function verplaatst(): Promise<number> {
  const { rows } = await eigenaar.query<{ aantal: number }>(
    "SELECT count(*)::integer AS aantal FROM journaal WHERE opdracht_soort = 'herberekenTermijnen'",
  );
  return rows[0]!.aantal;
}

describe('een herziening in uitvoering', () => {
  it(
    'verplaatst elke datum precies één keer, ook na kill -9 halverwege en een pauze, en meldt wat intussen wijzigde als anders',
    async () => {
      const herziening = { gemeenteId: GEMEENTE.id, herzieningId: randomUUID() };
      const status = async (): Promise<string> => (await lees(beheer, herziening)).status;
      const eerste = await startWorker();
      await beheer.stelVoor({
        ...herziening,
        voorstel: extraDag(RAAK),
        metProef: false,
        door: VOORSTELLER,
      });
      await wachtTot(async () => (await status()) === 'voorgesteld');
      expect(await verplaatst()).toBe(0);
      // One of them goes on since the dry run.
      const [gewijzigd] = geraakt as [string];
      const intussen = await dossier.verwerk(
        verwerkVraag(gewijzigd, {
          soort: 'nodigUitVoorIntake',
          opgeroepenOp: kennisgevingVoor(RAAK),
          afspraakOp: RAAK,
        }),
      );
      expect(intussen.soort).toBe('gedaan');

      await beheer.pasToe({ ...herziening, door: TOEPASSER });
      await wachtTot(async () => (await verplaatst()) >= geraakt.length / 3);
      await eerste.dood();
      const halverwege = await verplaatst();
      expect(halverwege).toBeLessThan(geraakt.length);

      await beheer.pauzeer(herziening);
      await startWorker();
      const client = maakTemporalClient({
        ...plek.temporal,
        dataConverter: maakDataConverter(new VasteSleutels()),
        rpcTermijnMs: 30_000,
      });
      const handle = client.workflow.getHandle(bulkactieWorkflowId(herziening.herzieningId));
      await wachtTot(async () => (await handle.query(voortgang)).gepauzeerd);
      expect(await status()).toBe('gepauzeerd');
      expect(await verplaatst()).toBeLessThan(geraakt.length);

      await beheer.hervat(herziening);
      await wachtTot(async () => (await status()) === 'klaar');
      expect(await handle.result()).toBe(AANTAL);
      await client.connection.close();

      const { tellingen } = await lees(beheer, herziening);
      expect(tellingen.toepassing).toEqual({ toegepast: geraakt.length - 1, anders: 1 });
      const anders = await eigenaar.query<{ traject_id: string; oud: string; werkelijk: string }>(
        `SELECT traject_id, oud::text, werkelijk::text FROM termijnherziening_regel
          WHERE uitkomst = 'anders'`,
      );
      expect(anders.rows).toEqual([{ traject_id: gewijzigd, oud: RAAK, werkelijk: dagErna(RAAK) }]);
      const { rows } = await eigenaar.query<{ traject_id: string; aantal: number }>(
        `SELECT traject_id, count(*)::integer AS aantal FROM journaal
        WHERE soort = 'termijnVerplaatst' GROUP BY 1`,
      );
      expect(new Set(rows.map(({ traject_id }) => traject_id))).toEqual(new Set(geraakt));
      expect(rows.filter(({ aantal }) => aantal !== 1)).toEqual([]);
    },
    LANG,
  );
});
