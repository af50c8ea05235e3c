// Real: PostgreSQL, a Temporal server, a worker with the workflow and the real activities, the API over HTTP, and time:
// each rehearsal starts a few seconds before its boundary and its clock runs on. Fake: DUO, keys, no sweep at all.
import { setTimeout as rust } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { maakDossierActiviteiten } from '#activities/dossier/dossier.activities.js';
import { maakDossierDeur } from '#activities/dossier/dossier-deur.js';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import { TRAJECT_WORKFLOW, trajectWorkflowId, type TrajectInvoer } from '#contracts/traject.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { testBundel } from '#test/support/bundel.js';
import { meegaandeDuo } from '#test/support/duo-verhaal.js';
import { spoorSinks } from '#test/support/reisproef.js';
import { maakTemporalStil, testTemporal } from '#test/support/temporal.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';
import { GRENZEN, Lezer, openOp, type Grens } from './grens-opstelling.js';
import { GEMEENTE_A, maakOpstelling, type Opstelling } from './opstelling.js';

/** Of the rehearsal's clock before its boundary: enough to open all and to see them on time. */
const VOORAF_MS = 6_000;
const HOOGSTENS_MS = 10_000;

let o: Opstelling;
let lezer: Lezer;
let worker: Worker;
let lopend: Promise<void>;
let verbinding: NativeConnection;

interface Reis {
  readonly grens: Grens;
  readonly trajectId: string;
  /** What the rehearsal's clock is ahead of the machine's, within the time that opening took (ms). */
  readonly voor: { readonly minstens: number; readonly hoogstens: number };
}

const reizen: Reis[] = [];

async function begin(client: Client, taakwachtrij: string, grens: Grens): Promise<Reis> {
  const start = Date.parse(grens.begin) - VOORAF_MS;
  const voorOpening = Date.now();
  const trajectId = await openOp(o, grens, new Date(start).toISOString());
  const invoer: TrajectInvoer = { trajectId, gemeenteId: GEMEENTE_A.id, epoche: 1, proef: true };
  const voor = { minstens: start - Date.now(), hoogstens: start - voorOpening };
  await client.workflow.start(TRAJECT_WORKFLOW, {
    workflowId: trajectWorkflowId(trajectId),
    taskQueue: taakwachtrij,
    args: [invoer],
  });
  return { grens, trajectId, voor };
}

beforeAll(async () => {
  o = await maakOpstelling();
  lezer = await Lezer.voor(o);
  maakTemporalStil();
  const temporal = await testTemporal();
  const taakwachtrij = `grens-${randomUUID()}`;
  const dataConverter = maakDataConverter(new VasteSleutels());
  verbinding = await NativeConnection.connect({ address: temporal.address });
  const deur = maakDossierDeur(o.dossier);
  const duo = new DuoActiviteitenImpl(deur, meegaandeDuo().poort);
  const { bezorg, geefBezorgingOp, haalFeiten } = duo;
  worker = await Worker.create({
    connection: verbinding,
    namespace: temporal.namespace,
    taskQueue: taakwachtrij,
    workflowBundle: await testBundel(),
    activities: { ...maakDossierActiviteiten(deur), bezorg, geefBezorgingOp, haalFeiten },
    dataConverter,
    sinks: spoorSinks(() => undefined, false),
    shutdownForceTime: '2 seconds',
  });
  lopend = worker.run();
  const client = new Client({
    connection: verbinding,
    namespace: temporal.namespace,
    dataConverter,
  });
  for (const grens of GRENZEN) reizen.push(await begin(client, taakwachtrij, grens));
}, 60_000);

afterAll(async () => {
  worker.shutdown();
  await lopend;
  await verbinding.close();
  await o.stop();
});

/** What the API answered while the rehearsal's clock was certainly before the boundary, and certainly past it. */
async function volg({
  grens,
  trajectId,
  voor,
}: Reis): Promise<{ ervoor: boolean[]; erna: boolean[] }> {
  const middernacht = Date.parse(grens.begin);
  const gezien = { ervoor: [] as boolean[], erna: [] as boolean[] };
  while (gezien.erna.length < 3) {
    const vanaf = Date.now() + voor.minstens;
    const { termijnen } = await lezer.traject(trajectId);
    const tot = Date.now() + voor.hoogstens;
    const { teLaat } = termijnen.find(({ sleutel }) => sleutel === grens.sleutel)!;
    if (tot < middernacht) gezien.ervoor.push(teLaat);
    if (vanaf >= middernacht) gezien.erna.push(teLaat);
    await rust(150);
  }
  return gezien;
}

/** When the journal says, on the journey's clock, that the term had passed; waits for it. */
async function verstrekenOp({ grens, trajectId }: Reis): Promise<number[]> {
  const klaar = Date.now() + 2 * HOOGSTENS_MS;
  for (;;) {
    const momenten = (await lezer.journaal(trajectId)).flatMap(
      ({ soort, tijdstip, gebeurtenis }) =>
        soort === 'termijnSignaal' &&
        gebeurtenis.sleutel === grens.sleutel &&
        gebeurtenis.sport === 'verstreken'
          ? [Date.parse(tijdstip)]
          : [],
    );
    if (momenten.length > 0 || Date.now() > klaar) return momenten;
    await rust(100);
  }
}

describe('een termijn die op een dag eindigt, op de lopende klok van het traject', () => {
  let uitslagen: Map<string, { ervoor: boolean[]; erna: boolean[]; momenten: number[] }>;

  beforeAll(async () => {
    uitslagen = new Map(
      await Promise.all(
        reizen.map(async (reis) => {
          const gezien = await volg(reis);
          return [reis.grens.wanneer, { ...gezien, momenten: await verstrekenOp(reis) }] as const;
        }),
      ),
    );
  }, 60_000);

  it.each(GRENZEN)(
    'is $wanneer ($dag) volgens de API pas na middernacht te laat',
    ({ wanneer }) => {
      const { ervoor, erna } = uitslagen.get(wanneer)!;
      expect(ervoor.length).toBeGreaterThan(0);
      expect(ervoor.filter((teLaat) => teLaat)).toEqual([]);
      expect(erna.filter((teLaat) => !teLaat)).toEqual([]);
    },
  );

  it.each(GRENZEN)(
    'krijgt $wanneer ($dag) van de drijver één signalering, binnen tien seconden na middernacht',
    ({ wanneer, begin: middernacht }) => {
      const { momenten } = uitslagen.get(wanneer)!;
      expect(momenten).toHaveLength(1);
      const later = momenten[0]! - Date.parse(middernacht);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThan(HOOGSTENS_MS);
    },
  );
});
