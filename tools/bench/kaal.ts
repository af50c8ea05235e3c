import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import type { Meter, MeterOpties } from './meter.js';
import { herhaal, open } from './openen.js';
import { percentiel, type Reeksen } from './reeksen.js';
import { Rondreizen } from './rondreizen.js';
import { Systeem, wachtTot } from './systeem.js';

const WACHTRIJ = 'kaal';
/** As many as the dispatcher tells at the same time. */
const TEGELIJK = 10;

/** Milliseconds per bare workflow, with its worker and its client in this process, as ours are in one. */
async function kaleWorkflows(systeem: Systeem, aantal: number): Promise<number> {
  const { address, namespace } = systeem.omgeving.temporal;
  const connection = await NativeConnection.connect({ address });
  try {
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue: WACHTRIJ,
      workflowsPath: join(import.meta.dirname, 'kaal-workflow.ts'),
      maxCachedWorkflows: 2_000,
      maxConcurrentWorkflowTaskExecutions: 40,
      activities: {
        schrijf: async () => {
          await systeem.database.query('INSERT INTO kaal (id) VALUES ($1)', [randomUUID()]);
        },
      },
    });
    return await worker.runUntil(() =>
      systeem.metTemporal(async ({ workflow }) => {
        const doe = async (): Promise<void> => {
          await workflow.execute('kaal', {
            taskQueue: WACHTRIJ,
            workflowId: `kaal:${randomUUID()}`,
          });
        };
        await herhaal(TEGELIJK * 2, doe, TEGELIJK);
        const begin = performance.now();
        await herhaal(aantal, doe, TEGELIJK);
        return (performance.now() - begin) / aantal;
      }),
    );
  } finally {
    await connection.close();
  }
}

/** Milliseconds per journey whose driver starts, reads at the door, and sets its timer. */
async function drijvers(systeem: Systeem, aantal: number): Promise<number> {
  await systeem.omgeving.processen.get('worker')?.stop();
  await herhaal(aantal, () => open(systeem.dossier));
  await systeem.omgeving.herstart('worker');
  await wachtTot('drijvers', async () => (await systeem.achterstand()) === 0);
  const [rij] = await systeem.lees<{ ms: string; n: string }>(
    `SELECT count(*) AS n, extract(epoch FROM max(gezien_tijdstip) - min(gezien_tijdstip)) * 1000 AS ms
       FROM (SELECT gezien_tijdstip FROM route ORDER BY gezien_tijdstip DESC LIMIT $1) laatste`,
    [aantal],
  );
  return Number(rij?.ms) / (aantal - 1);
}

async function wal(systeem: Systeem): Promise<number> {
  return systeem.telling("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
}

interface Schrijven {
  readonly ms: readonly number[];
  readonly bytes: number;
}

async function naElkaar(
  systeem: Systeem,
  aantal: number,
  doe: (nr: number) => Promise<unknown>,
): Promise<Schrijven> {
  const ms: number[] = [];
  // Without this the first touch of each page is written whole, which says more of the checkpoint than of us.
  await systeem.database.query('CHECKPOINT');
  for (let nr = 0; nr < 20; nr += 1) await doe(nr);
  const eerst = await wal(systeem);
  for (let nr = 20; nr < aantal; nr += 1) {
    const begin = performance.now();
    await doe(nr);
    ms.push(performance.now() - begin);
  }
  return { ms, bytes: ((await wal(systeem)) - eerst) / ms.length };
}

async function deuren(systeem: Systeem, reeksen: Reeksen, aantal: number): Promise<void> {
  const trajecten = await herhaal(aantal, () => open(systeem.dossier));
  const client = await systeem.database.connect();
  try {
    const kaal = await naElkaar(systeem, aantal, () =>
      client.query('INSERT INTO kaal (id) VALUES ($1)', [randomUUID()]),
    );
    const rondreizen = new Rondreizen();
    let [meeste, vragen] = [0, 0];
    const deur = await naElkaar(systeem, aantal, async (nr) => {
      rondreizen.begin();
      const uitkomst = await systeem.dossier.verwerk({
        gemeenteId: LOKALE_GEMEENTEN[0].id,
        trajectId: trajecten[nr] ?? '',
        opdracht: { soort: 'kiesScenario', scenario: 'snelle-start' },
        opdrachtId: randomUUID(),
        beller: 'meting',
        actor: { soort: 'medewerker', id: 'meting' },
      });
      if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
      meeste = Math.max(meeste, rondreizen.aantal);
      vragen = Math.max(vragen, rondreizen.vragen);
    }).finally(() => {
      rondreizen.stop();
    });
    const p50 = { kaal: percentiel(kaal.ms, 0.5), deur: percentiel(deur.ms, 0.5) };
    reeksen.zet('kale INSERT ... COMMIT, p50', 'ms', p50.kaal);
    reeksen.zet('een opdracht door de deur, p50', 'ms', p50.deur, { doel: { hoogstens: 5 } });
    reeksen.zet('deur ten opzichte van kaal', 'keer', p50.deur / p50.kaal, {
      doel: { hoogstens: 12 },
    });
    reeksen.zet('rondreizen naar PostgreSQL per opdracht', 'keer', meeste, {
      doel: { hoogstens: 5 },
      elke: true,
    });
    reeksen.zet('vragen aan PostgreSQL daarin', 'stuks', vragen);
    reeksen.zet('naar de WAL per kale rij', 'bytes', kaal.bytes);
    reeksen.zet('naar de WAL per opdracht', 'bytes', deur.bytes);
  } finally {
    client.release();
  }
}

async function meet(
  systeem: Systeem,
  reeksen: Reeksen,
  { vlug, meld }: MeterOpties,
): Promise<void> {
  const aantal = vlug ? 200 : 500;
  meld('kale workflows');
  const kaal = await kaleWorkflows(systeem, aantal);
  meld('drijvers');
  const drijver = await drijvers(systeem, aantal);
  reeksen.zet('kale workflow: wekker, lokale activiteit, een rij', 'ms', kaal);
  reeksen.zet('onze drijver: sein, lezing aan de deur, wekker', 'ms', drijver);
  reeksen.zet('drijver ten opzichte van kaal', 'keer', drijver / kaal, { doel: { hoogstens: 2 } });
  meld('kale rijen en opdrachten');
  await systeem.omgeving.processen.get('worker')?.stop();
  try {
    await deuren(systeem, reeksen, aantal);
  } finally {
    await systeem.omgeving.herstart('worker');
    await systeem.loopLeeg(meld);
  }
}

/** Our driver beside a bare workflow, our door beside a bare row. */
export const kaal: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    await systeem.database.query('CREATE TABLE kaal (id uuid PRIMARY KEY)');
    for (let keer = 1; keer <= opties.keren; keer += 1) await meet(systeem, reeksen, opties);
  });
