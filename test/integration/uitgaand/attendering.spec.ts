// Real: PostgreSQL, the door, the api, Temporal, the workflow, the activities, the adapter over HTTPS. Fake: the
// receiver, DUO (which is asked nothing), the keys lie in memory; who wakes the driver is this spec.
import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import { maakDossierActiviteiten } from '#activities/dossier/dossier.activities.js';
import { maakDossierDeur } from '#activities/dossier/dossier-deur.js';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import { Attendeerder } from '#activities/uitgaand/attendeerder.js';
import { maakDuoFake } from '#adapters/duo/duo-fake.adapter.js';
import { leesGemeenteUitgaand } from '#adapters/uitgaand/uitgaand-configuratie.js';
import { UitgaandAdapter } from '#adapters/uitgaand/uitgaand.adapter.js';
import { gewijzigd, TRAJECT_WORKFLOW, trajectWorkflowId } from '#contracts/traject.js';
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { testBundel } from '#test/support/bundel.js';
import { spoorSinks } from '#test/support/reisproef.js';
import { maakTemporalStil, testTemporal } from '#test/support/temporal.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import {
  kiesWebhook,
  LINK_BASIS,
  neemAan,
  openVerstreken,
  sleutels,
  startOntvanger,
  type Ontvanger,
} from './opstelling.js';

const NAAM = 'Testpersoon Attendering';
const POGINGEN = 3;

interface Bericht {
  readonly meldingId: string;
  readonly soort: string;
  readonly status: string;
  readonly pogingen: number;
  readonly oorzaak: string | null;
}

let o: Opstelling;
let coordinator: Aanroeper;
let ontvanger: Ontvanger;
let adapter: UitgaandAdapter;
let activiteiten: DuoActiviteitenImpl;
let client: Client;
let worker: Worker;
let lopend: Promise<void>;
const taakwachtrij = `attendering-${randomUUID()}`;

beforeAll(async () => {
  maakTemporalStil();
  o = await maakOpstelling();
  await kiesWebhook(o.databaseUrl, GEMEENTE_A);
  coordinator = new Aanroeper(o, await o.token({ rollen: ['coordinator', 'regievoerder'] }));
  ontvanger = await startOntvanger();
  const { ca, ...webhook } = ontvanger.configuratie;
  adapter = new UitgaandAdapter({
    gemeenten: new Map([[GEMEENTE_A.oin, leesGemeenteUitgaand(GEMEENTE_A.oin, { webhook })]]),
    ...(ca === undefined ? {} : { ca }),
  });
  const deur = maakDossierDeur(o.dossier);
  activiteiten = new DuoActiviteitenImpl(
    deur,
    maakDuoFake().poort,
    new Attendeerder(deur, adapter, POGINGEN),
  );
  const temporal = await testTemporal();
  const dataConverter = maakDataConverter(new VasteSleutels());
  client = maakTemporalClient({ ...temporal, dataConverter, rpcTermijnMs: 30_000 });
  const { bezorg, geefBezorgingOp, haalFeiten } = activiteiten;
  worker = await Worker.create({
    connection: await NativeConnection.connect({ address: temporal.address }),
    namespace: temporal.namespace,
    taskQueue: taakwachtrij,
    workflowBundle: await testBundel(),
    activities: { ...maakDossierActiviteiten(deur), bezorg, geefBezorgingOp, haalFeiten },
    dataConverter,
    sinks: spoorSinks(() => undefined, false),
    shutdownForceTime: '2 seconds',
  });
  lopend = worker.run();
}, 60_000);

beforeEach(() => {
  ontvanger.server.ontvangen.length = 0;
  neemAan(ontvanger.server);
});

afterAll(async () => {
  worker.shutdown();
  await lopend;
  await client.connection.close();
  await adapter.close();
  await ontvanger.server.close();
  await o.stop();
});

const handle = (trajectId: string) => client.workflow.getHandle(trajectWorkflowId(trajectId));

async function drijf(trajectId: string): Promise<void> {
  await client.workflow.start(TRAJECT_WORKFLOW, {
    workflowId: trajectWorkflowId(trajectId),
    taskQueue: taakwachtrij,
    args: [{ trajectId, gemeenteId: GEMEENTE_A.id, epoche: 1, proef: false }],
  });
}

async function attendering(trajectId: string): Promise<Bericht | undefined> {
  const antwoord = await coordinator.haal(`/trajecten/${trajectId}/berichten`).expect(200);
  const berichten = antwoord.body as Bericht[];
  const gevonden = berichten.filter(({ soort }) => soort === 'ATTENDERING');
  expect(gevonden.length).toBeLessThanOrEqual(1);
  return gevonden[0];
}

async function tot(trajectId: string, status: string): Promise<Bericht> {
  for (;;) {
    const gevonden = await attendering(trajectId);
    if (gevonden?.status === status) return gevonden;
    await rust(25);
  }
}

async function nakijken(trajectId: string): Promise<{ soort: string; rol: string }[]> {
  const vraag = `/taken?trajectId=${trajectId}&soort=attendering-nakijken&status=open`;
  return (await coordinator.haal(vraag).expect(200)).body as { soort: string; rol: string }[];
}

describe('een escalatie', () => {
  it('geeft precies één aanroep van de webhook, ook als activiteit en workflow worden herhaald, zonder persoonsgegevens', async () => {
    const bsn = nieuwBsn();
    const trajectId = await openVerstreken(o.dossier, GEMEENTE_A.id, { bsn, naam: NAAM });
    await drijf(trajectId);
    const { meldingId, pogingen } = await tot(trajectId, 'bezorgd');
    expect(pogingen).toBe(1);

    const vraag = {
      trajectId,
      gemeenteId: GEMEENTE_A.id,
      epoche: 1,
      workflowTijdstip: new Date().toISOString(),
    };
    const nogEens = new MockActivityEnvironment().run(activiteiten.bezorg, { ...vraag, meldingId });
    expect(await nogEens).toBe('vervallen');
    await handle(trajectId).terminate();
    await drijf(trajectId);
    await handle(trajectId).query('stand');

    const { ontvangen } = ontvanger.server;
    expect(ontvangen).toHaveLength(1);
    const [{ body, koppen, url }] = ontvangen as [(typeof ontvangen)[number]];
    expect(JSON.parse(body)).toMatchObject({
      aanleiding: 'termijn-geescaleerd',
      trajectId,
      termijn: 'PIP_VASTSTELLEN',
      link: `${LINK_BASIS}${trajectId}`,
    });
    const alles = JSON.stringify([body, koppen, url]);
    for (const gegeven of [bsn, NAAM, 'Testpersoon', '1991-05-17']) {
      expect(alles).not.toContain(gegeven);
    }
    await handle(trajectId).terminate();
  }, 60_000);

  it('die de webhook niet aanneemt, wordt na een vast aantal pogingen een taak, en gaat daarna onder hetzelfde nummer', async () => {
    ontvanger.server.antwoord = (_, antwoord) => antwoord.writeHead(503).end();
    const trajectId = await openVerstreken(o.dossier, GEMEENTE_A.id, {
      bsn: nieuwBsn(),
      naam: NAAM,
    });
    await drijf(trajectId);

    const { meldingId, ...rest } = await tot(trajectId, 'opgegeven');
    expect(rest).toMatchObject({ pogingen: POGINGEN, oorzaak: 'storing:http:503' });
    expect(await nakijken(trajectId)).toEqual([
      expect.objectContaining({ soort: 'attendering-nakijken', rol: 'coordinator' }),
    ]);

    neemAan(ontvanger.server);
    const opnieuw = { soort: 'biedOpnieuwAan', meldingId };
    await coordinator.geef(`/trajecten/${trajectId}/opdrachten`, opnieuw).expect(200);
    await handle(trajectId).signal(gewijzigd, { versie: Number.MAX_SAFE_INTEGER, wat: [] });
    await tot(trajectId, 'bezorgd');

    expect(await nakijken(trajectId)).toEqual([]);
    expect(ontvanger.server.ontvangen).toHaveLength(POGINGEN + 1);
    expect(new Set(sleutels(ontvanger.server)).size).toBe(1);
    await handle(trajectId).terminate();
  }, 60_000);
});
