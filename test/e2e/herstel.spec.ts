// Real: PostgreSQL, Temporal, api, worker, chain simulator, and the program that recovers. Nothing is fake; the
// journeys are no rehearsals, so their time is the time of this machine.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Connection } from '@temporalio/client';
import { trajectWorkflowId } from '#contracts/traject.js';
import { vraag } from '#tools/demo/verzoek.js';
import { startTemporal } from '#tools/lokaal/temporal.js';
import { EchtTraject, type Eindstand } from './echt-traject.js';
import {
  draai,
  startProefomgeving,
  tot,
  type Afgelopen,
  type Proefomgeving,
} from './proefomgeving.js';

const WORTEL = resolve(__dirname, '..', '..');
const BRON = pathToFileURL(join(WORTEL, 'tools', 'lokaal', 'bron.mjs')).href;

let omgeving: Proefomgeving;
let stopTemporal: () => Promise<void>;

beforeAll(async () => {
  omgeving = await startProefomgeving();
  stopTemporal = () => omgeving.temporal.stop();
}, 60_000);

afterAll(async () => {
  await omgeving.stop();
}, 60_000);

function herstel(...args: string[]): Promise<Afgelopen> {
  return draai(
    process.execPath,
    ['--import', BRON, join(WORTEL, 'tools/herstel/main.ts'), ...args],
    {
      DATABASE_SYSTEEM_URL: omgeving.database.systeem,
      TEMPORAL_ADDRESS: omgeving.temporal.address,
    },
  );
}

const databasemap = (): string => join(omgeving.map, 'temporal');
const databasebestanden = (): string[] =>
  readdirSync(databasemap()).filter((naam) => naam.startsWith('temporal.db'));

/** The same address with another database: empty, or the files that were kept in `vanuit`. */
async function herstartTemporal(vanuit?: string): Promise<void> {
  for (const naam of databasebestanden()) rmSync(join(databasemap(), naam));
  if (vanuit !== undefined) {
    for (const naam of readdirSync(vanuit))
      copyFileSync(join(vanuit, naam), join(databasemap(), naam));
  }
  const server = await startTemporal({
    map: databasemap(),
    poort: Number(omgeving.temporal.address.split(':')[1]),
    tijdSpringen: true,
  });
  expect(server.address).toBe(omgeving.temporal.address);
  stopTemporal = () => server.stop();
  omgeving.voegToe('Temporal', stopTemporal);
}

function bewaarDatabase(): string {
  const kopie = mkdtempSync(join(omgeving.map, 'oude-temporal-'));
  for (const naam of databasebestanden())
    copyFileSync(join(databasemap(), naam), join(kopie, naam));
  return kopie;
}

function storingen(lijst: readonly object[]): Promise<unknown> {
  return vraag(`${omgeving.simulatorUrl}/storingen`, { methode: 'PUT', body: lijst });
}

/** Status of the runs of this journey's workflow that this server knows, newest first. */
async function runs(traject: EchtTraject): Promise<number[]> {
  const connection = await Connection.connect({ address: omgeving.temporal.address });
  try {
    const { executions } = await connection.workflowService.listWorkflowExecutions({
      namespace: 'default',
      query: `WorkflowId = '${trajectWorkflowId(traject.id)}'`,
    });
    return executions.map(({ status }) => status ?? 0);
  } finally {
    await connection.close();
  }
}

function geenRunMeer(traject: EchtTraject): Promise<unknown> {
  return tot(
    'het einde',
    () => runs(traject),
    (lijst) => !lijst.includes(1),
  );
}

/** So many days ago the ten weeks began, and more than ten weeks it is. */
const TE_LAAT = 80;

/** One that nothing happened to, told the same way; then all that is known of it. */
async function zonderStoring(opties: {
  readonly kennisgevingOp?: string;
  readonly ingeschrevenOp?: string;
}): Promise<Eindstand> {
  const traject = await EchtTraject.open(omgeving, opties);
  await traject.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
  await traject.totInJournaal('plichtGeregistreerd');
  if (opties.ingeschrevenOp !== undefined) await traject.schrijfIn(opties.ingeschrevenOp);
  await traject.totPip();
  await traject.vanPipTotEinde();
  return traject.eindstand();
}

/** The end of `traject` is that of the one without faults, and holds no task, message or entry twice. */
async function eindigtAls(traject: EchtTraject, recht: Eindstand): Promise<void> {
  await geenRunMeer(traject);
  const einde = await traject.eindstand();
  expect(einde).toEqual(recht);
  expect(einde).toMatchObject({ status: 'gesloten', bijDuo: ['PIP'] });
  expect(einde.berichten).toEqual({ 'PIP_AANLEVEREN: bezorgd': 1 });
  const { taken, journaal } = einde;
  expect(Object.entries(taken).filter(([, aantal]) => aantal > 1)).toEqual([]);
  // Several terms start and end; whatever else happens, happens once.
  const vaker = Object.entries(journaal).filter(([soort, n]) => n > 1 && !/^termijn/.test(soort));
  expect(vaker).toEqual([]);
  expect(new Set(einde.signalen).size).toBe(einde.signalen.length);
}

describe('als de hele database van Temporal weg is', () => {
  let recht: Eindstand;
  let rechtIngeschreven: Eindstand;
  let rechtGemist: Eindstand;

  beforeAll(async () => {
    recht = await zonderStoring({});
    rechtIngeschreven = await zonderStoring({ ingeschrevenOp: EchtTraject.vandaag() });
    const laat = EchtTraject.vandaag(TE_LAAT);
    rechtGemist = await zonderStoring({ kennisgevingOp: laat, ingeschrevenOp: laat });
  }, 120_000);

  it('gaat elk traject verder waar het was, tot en met de sluiting, zonder iets dubbel of kwijt', async () => {
    const [wachtend, metBericht, metPost, gemist] = await Promise.all([
      EchtTraject.open(omgeving),
      EchtTraject.open(omgeving),
      EchtTraject.open(omgeving),
      EchtTraject.open(omgeving, { kennisgevingOp: EchtTraject.vandaag(TE_LAAT) }),
    ]);
    const trajecten = [wachtend, metBericht, metPost, gemist];
    const proef = await EchtTraject.open(omgeving, { proef: true });
    await proef.inRust();
    for (const traject of [wachtend, metBericht, gemist]) {
      await traject.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
      await traject.totInJournaal('plichtGeregistreerd');
    }
    // "Not now" leaves no doubt; after a 5xx the claim would be held for most of a minute.
    const nietNu = { soort: 'status', status: 429, api: 'PIP', methode: 'POST' };
    await storingen([{ ...nietNu, persoon: metBericht.persoonId }]);
    await metBericht.totPip();
    await tot(
      'een poging',
      () => metBericht.wachtOp(),
      ({ onderweg }) => onderweg.some((werk) => werk.startsWith('bezorg:')),
    );
    await wachtend.schrijfIn(EchtTraject.vandaag());
    // The ten weeks are over the moment they are known: the alarm goes, once.
    await gemist.schrijfIn(EchtTraject.vandaag(TE_LAAT));
    await gemist.totInJournaal('termijnSignaal');
    const voor = await wachtend.inRust('PIP_VASTSTELLEN');

    await stopTemporal();
    // Accepted without Temporal: it waits in the inbox until a driver comes.
    await metPost.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
    await wachtend.nodigUit();
    await herstartTemporal();
    expect(existsSync(join(databasemap(), 'temporal.db'))).toBe(true);

    const verschil = await herstel('--vergelijk');
    expect(verschil).toMatchObject({ code: 1 });
    expect(verschil.uitvoer).toContain(metBericht.id);
    const gedaan = await herstel('--per-seconde', '50');
    expect(gedaan).toMatchObject({ code: 0 });
    expect(gedaan.uitvoer).toContain('Beëindigde proeftrajecten: 1');

    await storingen([]);
    await metPost.totInJournaal('plichtGeregistreerd');
    const na = await wachtend.inRust('PIP_VASTSTELLEN');
    expect(na.wekkers).toEqual(voor.wekkers);
    expect(na.wachtOp).toEqual(voor.wachtOp);
    const { uitvoer } = await tot(
      'gelijk',
      () => herstel('--vergelijk'),
      ({ code }) => code === 0,
    );
    expect(uitvoer).toContain('Trajecten zonder workflow: 0');
    expect(await runs(proef)).toEqual([]);
    // A second time: there is nothing left to start.
    expect((await herstel()).uitvoer).toContain('Nieuwe drijvers: 0');

    // One after the other: the api counts the requests of one caller.
    for (const traject of trajecten) {
      if (traject !== metBericht) await traject.totPip();
      await traject.vanPipTotEinde();
    }
    await eindigtAls(wachtend, rechtIngeschreven);
    await eindigtAls(metBericht, recht);
    await eindigtAls(metPost, recht);
    await eindigtAls(gemist, rechtGemist);
    expect(rechtGemist.signalen).toEqual([
      'PIP_VASTSTELLEN: verstreken',
      'PIP_VASTSTELLEN: escalatie',
    ]);
  }, 240_000);

  it('stuurt de drijver uit een teruggezette oude database naar huis en zet er een nieuwe voor in de plaats', async () => {
    const traject = await EchtTraject.open(omgeving);
    await traject.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
    await traject.totInJournaal('plichtGeregistreerd');
    await traject.inRust();
    await stopTemporal();
    const oudeDatabase = bewaarDatabase();
    await herstartTemporal();
    expect((await herstel()).code).toBe(0);
    await traject.totPip();
    await traject.totInJournaal('berichtBezorgd');
    await traject.inRust();

    await stopTemporal();
    await herstartTemporal(oudeDatabase);
    expect(
      await tot(
        'de oude drijver',
        () => runs(traject),
        (lijst) => lijst.length > 0,
      ),
    ).toEqual([1]);
    expect((await herstel('--alles')).code).toBe(0);

    // 1 is running, 2 is completed: the old run ended by itself.
    expect(
      await tot(
        'de nieuwe drijver',
        () => runs(traject),
        (lijst) => lijst.length === 2 && lijst[1] === 2,
      ),
    ).toEqual([1, 2]);
    await traject.inRust();
    await traject.vanPipTotEinde();
    await eindigtAls(traject, recht);
  }, 180_000);
});
