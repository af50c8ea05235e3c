// Real: PostgreSQL, Temporal, api, worker, chain simulator, and the program that recovers. Nothing is fake; the
// journeys are no rehearsals, so their time is the time of this machine.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Connection } from '@temporalio/client';
import { trajectWorkflowId } from '#contracts/traject.js';
import { vraag } from '#tools/demo/verzoek.js';
import { startTemporal } from '#tools/lokaal/temporal.js';
import { EchtTraject } from './echt-traject.js';
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

const keer = (lijst: readonly string[], wat: string): number =>
  lijst.filter((een) => een === wat).length;

describe('als de hele database van Temporal weg is', () => {
  let wachtend: EchtTraject;
  let metBericht: EchtTraject;
  let metPost: EchtTraject;
  let oudeDatabase: string;

  it('gaat elk traject verder waar het was, met elk bericht één keer, en proeftrajecten zijn beëindigd', async () => {
    [wachtend, metBericht, metPost] = await Promise.all([
      EchtTraject.open(omgeving),
      EchtTraject.open(omgeving),
      EchtTraject.open(omgeving),
    ]);
    const proef = await EchtTraject.open(omgeving, { proef: true });
    await proef.inRust();
    await wachtend.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
    await wachtend.totInJournaal('plichtGeregistreerd');
    await metBericht.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
    // "Not now" leaves no doubt; after a 5xx the claim would be held for most of a minute.
    const nietNu = { soort: 'status', status: 429, api: 'PIP', methode: 'POST' };
    await storingen([{ ...nietNu, persoon: metBericht.persoonId }]);
    await metBericht.totPip();
    await tot(
      'een poging',
      () => metBericht.wachtOp(),
      ({ onderweg }) => onderweg.some((werk) => werk.startsWith('bezorg:')),
    );
    await wachtend.geefOpdracht({
      soort: 'legBrpInschrijvingVast',
      ingeschrevenOp: EchtTraject.vandaag(),
    });
    const voor = await wachtend.inRust('PIP_VASTSTELLEN');

    await stopTemporal();
    oudeDatabase = bewaarDatabase();
    // Accepted without Temporal: it waits in the inbox until a driver comes.
    await metPost.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
    const op = EchtTraject.vandaag();
    await wachtend.rondAf('intake-uitnodigen', {
      soort: 'nodigUitVoorIntake',
      opgeroepenOp: op,
      afspraakOp: op,
    });
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
    // An attempt that was cut off holds its claim for three quarters of a minute.
    await metBericht.totInJournaal('berichtBezorgd', 100_000);
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
    expect(await metBericht.aangenomen('POST')).toEqual(['PIP']);
    for (const traject of [metBericht, metPost, wachtend]) {
      expect(keer(await traject.journaal(), 'plichtGeregistreerd')).toBe(1);
    }
    expect(keer(await metBericht.journaal(), 'berichtBezorgd')).toBe(1);

    // A second time: there is nothing left to start.
    expect((await herstel()).uitvoer).toContain('Nieuwe drijvers: 0');
  }, 200_000);

  it('stuurt de drijvers uit een teruggezette oude database naar huis en zet er nieuwe voor in de plaats', async () => {
    await stopTemporal();
    await herstartTemporal(oudeDatabase);
    expect(
      await tot(
        'de oude drijver',
        () => runs(wachtend),
        (lijst) => lijst.length > 0,
      ),
    ).toEqual([1]);
    expect((await herstel('--alles')).code).toBe(0);

    // 1 is running, 2 is completed: the old run ended by itself.
    expect(
      await tot(
        'de nieuwe drijver',
        () => runs(wachtend),
        (lijst) => lijst.length === 2 && lijst[1] === 2,
      ),
    ).toEqual([1, 2]);
    await metBericht.inRust();
    expect(await metBericht.aangenomen('POST')).toEqual(['PIP']);

    await metBericht.duo('/diploma', {});
    await metBericht.totInJournaal('plichtGeeindigd');
    const op = EchtTraject.vandaag();
    await metBericht.rondAf('eindgesprek-voeren', { soort: 'voerEindgesprek', gevoerdOp: op });
    await metBericht.rondAf('traject-afsluiten', {
      soort: 'sluitTraject',
      geslotenOp: op,
      dossierGecontroleerd: true,
    });
    expect(await metBericht.detail()).toMatchObject({ status: 'gesloten' });
    await tot(
      'het einde',
      () => runs(metBericht),
      (lijst) => !lijst.includes(1),
    );
  }, 120_000);
});
