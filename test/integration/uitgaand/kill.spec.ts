// Real: PostgreSQL, Temporal, a worker as a process of its own that is killed with kill -9, the workflow, the adapter
// over HTTPS. Fake: the receiver, which tells doubles apart by their key, as one should; the keys are the fixed ones of
// the tests.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { TRAJECT_WORKFLOW, trajectWorkflowId } from '#contracts/traject.js';
import { maakAppDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { Dossier } from '#dossier/dossier.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { testBundel } from '#test/support/bundel.js';
import { maakTestDatabase, type TestDatabase } from '#test/support/database.js';
import { testTemporal } from '#test/support/temporal.js';
import { startUitgaandWorker, type UitgaandWerkplek } from '#test/support/uitgaand-proces.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';
import type { WorkerProces } from '#test/support/werkproces.js';
import { GEMEENTE } from '../dossier/opstelling.js';
import {
  kiesWebhook,
  neemAan,
  openVerstreken,
  sleutels,
  startOntvanger,
  type Ontvanger,
} from './opstelling.js';

let database: TestDatabase;
let app: DataSource;
let eigenaar: pg.Pool;
let dossier: Dossier;
let ontvanger: Ontvanger;
let plek: UitgaandWerkplek;
let map: string;
const processen: WorkerProces[] = [];

async function startWorker(): Promise<WorkerProces> {
  const proces = await startUitgaandWorker(plek);
  processen.push(proces);
  return proces;
}

beforeAll(async () => {
  database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, GEMEENTE);
  await kiesWebhook(database.url, GEMEENTE);
  app = await maakAppDataSource(urls.app).initialize();
  eigenaar = new pg.Pool({ connectionString: database.url, max: 2 });
  eigenaar.on('error', () => undefined);
  ontvanger = await startOntvanger();
  const zoeksleutel = randomBytes(32);
  map = mkdtempSync(join(tmpdir(), 'uitgaand-'));
  const bundel = join(map, 'bundel.js');
  const gebundeld = await testBundel();
  writeFileSync(bundel, 'code' in gebundeld ? gebundeld.code : '');
  plek = {
    app: urls.app,
    zoeksleutel: zoeksleutel.toString('hex'),
    temporal: await testTemporal(),
    taakwachtrij: `uitgaand-${randomUUID()}`,
    bundel,
    oin: GEMEENTE.oin,
    webhook: ontvanger.configuratie,
  };
  dossier = new Dossier({
    dataSource: app,
    sleutels: new VasteSleutels(),
    zoeksleutels: new Zoeksleutels(zoeksleutel),
  });
}, 60_000);

afterAll(async () => {
  for (const proces of processen) await proces.dood();
  await ontvanger.server.close();
  await eigenaar.end();
  await app.destroy();
  await database.stop();
  rmSync(map, { recursive: true, force: true });
}, 60_000);

async function wachtTot(klopt: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await klopt())) await rust(25);
}

async function status(trajectId: string): Promise<string | undefined> {
  const { rows } = await eigenaar.query<{ status: string }>(
    "SELECT status FROM bericht WHERE traject_id = $1 AND soort = 'ATTENDERING'",
    [trajectId],
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.status;
}

describe('een worker die omvalt terwijl de webhook wordt aangeroepen', () => {
  it('laat één attendering achter: de volgende aanroep zegt hetzelfde onder hetzelfde nummer', async () => {
    const persoon = { bsn: '999990019', naam: 'Testpersoon Omval' };
    const trajectId = await openVerstreken(dossier, GEMEENTE.id, persoon);
    // Taken, and never answered.
    const { server } = ontvanger;
    server.antwoord = () => undefined;
    const eerste = await startWorker();
    const client = maakTemporalClient({
      ...plek.temporal,
      dataConverter: maakDataConverter(new VasteSleutels()),
      rpcTermijnMs: 30_000,
    });
    const workflow = await client.workflow.start(TRAJECT_WORKFLOW, {
      workflowId: trajectWorkflowId(trajectId),
      taskQueue: plek.taakwachtrij,
      args: [{ trajectId, gemeenteId: GEMEENTE.id, epoche: 1, proef: false }],
    });
    await wachtTot(() => server.ontvangen.length === 1);
    await eerste.dood();
    neemAan(server);
    expect(await status(trajectId)).toBe('open');

    const tweede = await startWorker();
    await wachtTot(async () => (await status(trajectId)) === 'bezorgd');
    // And once more, now that there is nothing left to do.
    await tweede.dood();
    await startWorker();
    await workflow.query('stand');

    expect(server.ontvangen).toHaveLength(2);
    expect(new Set(sleutels(server)).size).toBe(1);
    expect(new Set(server.ontvangen.map(({ body }) => body)).size).toBe(1);
    expect(JSON.stringify(server.ontvangen)).not.toMatch(/999990019|Testpersoon|1991-05-17/);
    await workflow.terminate();
    await client.connection.close();
  }, 180_000);
});
