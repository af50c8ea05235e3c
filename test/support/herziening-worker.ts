// A worker process with the bulk actions only, for specs that kill it. Its keys are the fixed ones of the tests.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { startBulkacties } from '#apps/worker/src/bulkacties.js';
import { maakAppDataSource, maakSysteemDataSource } from '#database/data-source.js';
import { maakLogger } from '#observability/logger.js';
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
const { activiteiten } = startBulkacties({
  benodigdheden: {
    dataSource: app,
    sleutels,
    zoeksleutels: new Zoeksleutels(Buffer.from(plek.zoeksleutel, 'hex')),
  },
  systeem,
  client,
  log,
  taakwachtrij: plek.taakwachtrij,
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: plek.temporal.address }),
  namespace: plek.temporal.namespace,
  taskQueue: plek.taakwachtrij,
  workflowBundle: { codePath: plek.bundel },
  activities: { ...activiteiten },
  dataConverter,
  sinks: { spoor: { stap: { fn: () => undefined, callDuringReplay: false } } },
});
process.stdout.write('gereed\n');
await worker.run();
