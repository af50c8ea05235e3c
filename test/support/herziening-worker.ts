// A worker process with the bulk actions only, for specs that kill it. Its keys are the fixed ones of the tests.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { startBijwerken } from '#apps/worker/src/bijwerken.js';
import { startBulkacties } from '#apps/worker/src/bulkacties.js';
import { maakWorkerMetrieken } from '#apps/worker/src/worker-metrieken.js';
import { maakAppDataSource, maakSysteemDataSource } from '#database/data-source.js';
import { Dossier } from '#dossier/dossier.js';
import { maakLogger } from '#observability/logger.js';
import { Metrieken } from '#observability/metrieken.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import type { HerzieningWerkplek } from './herziening-proces.js';
import { VasteSleutels } from './vaste-sleutels.js';

const plek = JSON.parse(process.env['HERZIENING_WERKPLEK'] ?? '{}') as HerzieningWerkplek;
Runtime.install({ logger: new DefaultLogger('ERROR') });
const sleutels = new VasteSleutels();
const dataConverter = maakDataConverter(sleutels);
const log = maakLogger({ dienst: 'worker', niveau: 'warn' });
const app = await maakAppDataSource(plek.app).initialize();
const systeem = await maakSysteemDataSource(plek.systeem).initialize();
const client = maakTemporalClient({ ...plek.temporal, dataConverter });
const benodigdheden = {
  dataSource: app,
  sleutels,
  zoeksleutels: new Zoeksleutels(Buffer.from(plek.zoeksleutel, 'hex')),
};
const { activiteiten } = startBulkacties({
  benodigdheden,
  systeem,
  client,
  log,
  taakwachtrij: plek.taakwachtrij,
});
const bijwerken = startBijwerken({
  systeem,
  dossier: new Dossier(benodigdheden),
  client,
  metrieken: maakWorkerMetrieken(new Metrieken('worker')),
  log,
  taakwachtrij: plek.taakwachtrij,
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: plek.temporal.address }),
  namespace: plek.temporal.namespace,
  taskQueue: plek.taakwachtrij,
  workflowBundle: { codePath: plek.bundel },
  activities: { ...activiteiten, ...bijwerken.activiteiten },
  dataConverter,
  sinks: { spoor: { stap: { fn: () => undefined, callDuringReplay: false } } },
});
process.stdout.write('gereed\n');
await worker.run();
