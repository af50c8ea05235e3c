// A worker process that drives journeys and tells a gemeente by webhook, for a spec that kills it. Its keys are the
// fixed ones of the tests; DUO is asked nothing.
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { maakDossierActiviteiten } from '#activities/dossier/dossier.activities.js';
import { maakDossierDeur } from '#activities/dossier/dossier-deur.js';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import { Attendeerder } from '#activities/uitgaand/attendeerder.js';
import { maakDuoFake } from '#adapters/duo/duo-fake.adapter.js';
import { leesGemeenteUitgaand } from '#adapters/uitgaand/uitgaand-configuratie.js';
import { UitgaandAdapter } from '#adapters/uitgaand/uitgaand.adapter.js';
import { maakAppDataSource } from '#database/data-source.js';
import { Dossier } from '#dossier/dossier.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import type { UitgaandWerkplek } from './uitgaand-proces.js';
import { VasteSleutels } from './vaste-sleutels.js';

const plek = JSON.parse(process.env['UITGAAND_WERKPLEK'] ?? '{}') as UitgaandWerkplek;
Runtime.install({ logger: new DefaultLogger('ERROR') });
const sleutels = new VasteSleutels();
const dossier = new Dossier({
  dataSource: await maakAppDataSource(plek.app).initialize(),
  sleutels,
  zoeksleutels: new Zoeksleutels(Buffer.from(plek.zoeksleutel, 'hex')),
});
const { ca, ...webhook } = plek.webhook;
const adapter = new UitgaandAdapter({
  gemeenten: new Map([[plek.oin, leesGemeenteUitgaand(plek.oin, { webhook })]]),
  ...(ca === undefined ? {} : { ca }),
});
const deur = maakDossierDeur(dossier);
const { bezorg, geefBezorgingOp, haalFeiten } = new DuoActiviteitenImpl(
  deur,
  maakDuoFake().poort,
  new Attendeerder(deur, adapter),
);
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: plek.temporal.address }),
  namespace: plek.temporal.namespace,
  taskQueue: plek.taakwachtrij,
  workflowBundle: { codePath: plek.bundel },
  activities: { ...maakDossierActiviteiten(deur), bezorg, geefBezorgingOp, haalFeiten },
  dataConverter: maakDataConverter(sleutels),
  sinks: { spoor: { stap: { fn: () => undefined, callDuringReplay: false } } },
});
process.stdout.write('gereed\n');
await worker.run();
