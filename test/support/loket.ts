// The desk where specs ask for the servers that one Jest run shares. It lives in Jest's own process,
// so a server outlives the worker that first asked for it, and is started only when asked for.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { foutTekst } from '#tools/lokaal/fout.js';
import { startPostgres } from '#tools/lokaal/postgres.js';
import { leeft } from '#tools/lokaal/slot.js';
import { startTemporal } from '#tools/lokaal/temporal.js';
import { temporalTestServerPath } from '#tools/lokaal/temporal-programma.js';

export interface Loket {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the desk answers, by path. */
export interface LoketAntwoorden {
  postgres: { url: string; sjabloon: string };
  temporal: { address: string; namespace: string };
  testserver: { path: string };
}

const MAPNAAM = 'inburgeringsregie-test-';

type Migreer = (url: string) => Promise<void>;

/** Opens the desk on a secret path of a free port on 127.0.0.1. */
export async function openLoket(): Promise<Loket> {
  const geheim = randomBytes(12).toString('hex');
  ruimDodeRunsOp();
  const map = mkdtempSync(join(tmpdir(), `${MAPNAAM}${process.pid}-`));
  const opruimen: (() => Promise<void>)[] = [];
  const balie = {
    postgres: eenmaal(() => deelPostgres(map, opruimen)),
    temporal: eenmaal(async () => {
      const { address, namespace, stop } = await startTemporal({ tijdSpringen: true });
      opruimen.push(stop);
      return { address, namespace };
    }),
    testserver: eenmaal(async () => ({ path: await temporalTestServerPath() })),
  } satisfies { [naam in keyof LoketAntwoorden]: () => Promise<LoketAntwoorden[naam]> };

  const server = createServer((vraag, antwoord) => {
    // Kept open, a connection could close just as the next spec asks on it.
    antwoord.setHeader('Connection', 'close');
    const [, sleutel, naam] = (vraag.url ?? '').split('/');
    const lever = sleutel === geheim ? balie[naam as keyof typeof balie] : undefined;
    Promise.resolve(lever?.() ?? { fout: `Het loket kent ${String(naam)} niet` })
      .catch((fout: unknown) => ({ fout: foutTekst(fout) }))
      .then((inhoud) => antwoord.end(JSON.stringify(inhoud)))
      .catch(() => undefined);
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${geheim}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      const uitkomsten = await Promise.allSettled(opruimen.map((ruimOp) => ruimOp()));
      rmSync(map, { recursive: true, force: true });
      const mislukt = uitkomsten.find(({ status }) => status === 'rejected');
      if (mislukt?.status === 'rejected') throw mislukt.reason;
    },
  };
}

// A run that was killed could not remove its folder; its servers ended with it.
function ruimDodeRunsOp(): void {
  for (const naam of readdirSync(tmpdir()).filter((bestand) => bestand.startsWith(MAPNAAM))) {
    const pid = Number.parseInt(naam.slice(MAPNAAM.length), 10);
    if (leeft(pid)) continue;
    try {
      rmSync(join(tmpdir(), naam), { recursive: true });
    } catch {
      // Of another user.
    }
  }
}

function eenmaal<T>(lever: () => Promise<T>): () => Promise<T> {
  let geleverd: Promise<T> | undefined;
  return () => (geleverd ??= lever());
}

async function deelPostgres(
  map: string,
  opruimen: (() => Promise<void>)[],
): Promise<LoketAntwoorden['postgres']> {
  const server = await startPostgres({ map, fsync: false, wegwerp: true });
  const sjabloon = `test_sjabloon_${randomBytes(6).toString('hex')}`;
  opruimen.push(async () => {
    if (server.pid === undefined) await voerSql(server.url, `DROP DATABASE IF EXISTS ${sjabloon}`);
    await server.stop();
  });
  await voerSql(server.url, `CREATE DATABASE ${sjabloon}`);
  const url = new URL(server.url);
  url.pathname = `/${sjabloon}`;
  await (
    await zoekMigraties()
  )?.(url.href);
  return { url: server.url, sjabloon };
}

async function zoekMigraties(): Promise<Migreer | undefined> {
  const bestand = new URL('../../libs/database/migreer.ts', import.meta.url);
  if (!existsSync(bestand)) return undefined;
  const { migreer } = (await import(bestand.href)) as { migreer: Migreer };
  return migreer;
}

async function voerSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
