// Real: the PostgreSQL of the npm package, its files and its processes. Fake: nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { gegevensElders, startPostgres, type LokalePostgres } from '#tools/lokaal/postgres.js';
import { vrijePoort } from '#tools/lokaal/poorten.js';

const mappen: string[] = [];
const servers: LokalePostgres[] = [];
const extern = process.env['DATABASE_URL'];

function nieuweMap(): string {
  const map = mkdtempSync(join(tmpdir(), 'lokaal-postgres-'));
  mappen.push(map);
  return map;
}

async function start(opties: Parameters<typeof startPostgres>[0]): Promise<LokalePostgres> {
  const server = await startPostgres({ fsync: false, ...opties });
  servers.push(server);
  return server;
}

async function vraag<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T & pg.QueryResultRow>(sql)).rows;
  } finally {
    await client.end();
  }
}

function bezet(): Promise<{ server: Server; poort: number }> {
  return new Promise((klaar) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      klaar({ server, poort: (server.address() as { port: number }).port });
    });
  });
}

beforeEach(() => {
  delete process.env['DATABASE_URL'];
});

afterEach(async () => {
  if (extern !== undefined) process.env['DATABASE_URL'] = extern;
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const map of mappen.splice(0)) {
    const elders = gegevensElders(map);
    if (elders !== undefined) rmSync(elders, { recursive: true, force: true });
    rmSync(map, { recursive: true, force: true });
  }
});

describe('startPostgres', () => {
  it('bewaart de gegevens tussen twee starts, ook na kill -9', async () => {
    const map = nieuweMap();
    const eerste = await start({ map });
    await vraag(eerste.url, 'CREATE TABLE bewaard AS SELECT 42 AS waarde');
    process.kill(eerste.pid!, 'SIGKILL');
    await eerste.einde;
    await eerste.stop();

    const tweede = await start({ map });

    expect(await vraag(tweede.url, 'SELECT waarde FROM bewaard')).toEqual([{ waarde: 42 }]);
  });

  it('laat alleen binnen met het wachtwoord en luistert alleen op deze machine', async () => {
    const server = await start({ map: nieuweMap() });
    const zonder = new URL(server.url);
    zonder.password = 'onjuist';

    await expect(vraag(zonder.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(await vraag(server.url, 'SHOW listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    expect(await vraag(server.url, 'SHOW max_connections')).toEqual([{ max_connections: '200' }]);
  });

  it('draait twee keer tegelijk in twee mappen, ook met dezelfde voorkeurspoort', async () => {
    const poort = await vrijePoort();
    const [een, twee] = await Promise.all([
      start({ map: nieuweMap(), poort }),
      start({ map: nieuweMap(), poort }),
    ]);

    expect(een.poort).not.toBe(twee.poort);
    expect(await vraag(een.url, 'SELECT 1 AS a')).toEqual(await vraag(twee.url, 'SELECT 1 AS a'));
  });

  it('weigert dezelfde map een tweede keer met een duidelijke melding', async () => {
    const map = nieuweMap();
    const server = await start({ map });

    await expect(start({ map })).rejects.toThrow(/PostgreSQL draait al op .* \(proces \d+\)/);
    expect(await vraag(server.url, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });

  it('kiest een andere poort als de gevraagde bezet is en zegt dat', async () => {
    const { server: bezetter, poort } = await bezet();
    const gemeld: string[] = [];
    try {
      const server = await start({ map: nieuweMap(), poort, meld: (regel) => gemeld.push(regel) });

      expect(server.poort).not.toBe(poort);
      expect(gemeld.join('\n')).toContain(`poort ${poort} is bezet`);
    } finally {
      bezetter.close();
    }
  });

  it('start over een postmaster.pid heen waarvan het nummer nu van een ander programma is', async () => {
    const map = nieuweMap();
    const eerste = await start({ map });
    const [rij] = await vraag<{ data_directory: string }>(eerste.url, 'SHOW data_directory');
    await eerste.stop();
    writeFileSync(join(rij!.data_directory, 'postmaster.pid'), `${process.pid}\n`);

    const tweede = await start({ map });

    expect(await vraag(tweede.url, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });

  it('gebruikt DATABASE_URL als die gezet is en start of stopt dan niets', async () => {
    const server = await start({ map: nieuweMap() });
    process.env['DATABASE_URL'] = server.url;

    const gebruikt = await startPostgres({ map: nieuweMap() });
    await gebruikt.stop();

    expect(gebruikt).toMatchObject({ url: server.url, poort: server.poort, pid: undefined });
    expect(await vraag(server.url, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });
});
