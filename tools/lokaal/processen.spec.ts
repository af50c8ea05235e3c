// Real: child processes of sh and node, their process groups and files. Fake: nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vrijePoort } from './poorten.js';
import { startProces, type LokaalProces } from './processen.js';
import { leeft } from './slot.js';

let map: string;
const lopend: LokaalProces[] = [];

async function sh(
  script: string,
  opties: Partial<Parameters<typeof startProces>[4]> = {},
): Promise<LokaalProces> {
  const proces = await startProces(
    'proef',
    '/bin/sh',
    ['-c', script],
    {},
    {
      gereed: (regel) => regel === 'gereed',
      ...opties,
    },
  );
  lopend.push(proces);
  return proces;
}

async function totDood(pid: number): Promise<void> {
  while (leeft(pid)) await new Promise((verder) => setTimeout(verder, 20));
}

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'lokaal-proces-'));
});

afterEach(async () => {
  await Promise.all(lopend.splice(0).map((proces) => proces.stop()));
  rmSync(map, { recursive: true, force: true });
});

describe('startProces', () => {
  it('is gereed na de afgesproken regel en schrijft elke regel met naam in het logbestand', async () => {
    const logbestand = join(map, 'proef.log');
    const proces = await sh('echo eerst; echo gereed; echo "laatste woorden" >&2; exit 3', {
      logbestand,
    });

    expect(await proces.einde).toEqual({ code: 3, signaal: null });
    const log = readFileSync(logbestand, 'utf8');
    for (const regel of ['eerst', 'gereed', 'laatste woorden']) {
      expect(log).toMatch(new RegExp(`^\\S+ \\[proef\\] ${regel}$`, 'm'));
    }
  });

  it('is gereed als het adres antwoordt', async () => {
    const poort = await vrijePoort();
    const server = `require('http').createServer((_, a) => a.end()).listen(${poort}, '127.0.0.1')`;
    const url = `http://127.0.0.1:${poort}/`;

    const proces = await startProces(
      'proef',
      process.execPath,
      ['-e', server],
      {},
      {
        gereed: { proef: { url } },
      },
    );
    lopend.push(proces);

    expect((await fetch(url)).status).toBe(200);
  });

  it('meldt een vroege dood met de laatste regels', async () => {
    await expect(sh('echo "poort is bezet"; exit 7')).rejects.toThrow(
      /proef stopte meteen \(code 7\)\.\n {2}poort is bezet/,
    );
  });

  it('meldt een programma dat er niet is', async () => {
    const start = startProces('proef', '/bestaat/niet', [], {}, { gereed: () => false });

    await expect(start).rejects.toThrow(/proef stopte meteen[^]*\/bestaat\/niet/);
  });

  it('geeft op en ruimt op als het te lang duurt', async () => {
    const pidbestand = join(map, 'pid');
    const start = sh(`echo $$ > ${pidbestand}; sleep 600`, { gereedTermijnMs: 300 });

    await expect(start).rejects.toThrow(/nog niet gereed/);
    expect(leeft(Number(readFileSync(pidbestand, 'utf8')))).toBe(false);
  });

  it('stopt ook kinderen van het proces en een proces dat niet luistert', async () => {
    const kinderen = join(map, 'kind');
    const proces = await sh(
      `trap '' TERM; sleep 600 & echo $! > ${kinderen}; echo gereed; wait; wait`,
      {
        stopTermijnMs: 200,
      },
    );

    await proces.stop();

    expect(await proces.einde).toEqual({ code: null, signaal: 'SIGKILL' });
    await totDood(Number(readFileSync(kinderen, 'utf8')));
  });

  it('laat niets achter als het programma dat het startte met kill -9 wordt gedood', async () => {
    const pidbestand = join(map, 'pid');
    const wegwerpmap = join(map, 'wegwerp');
    mkdirSync(wegwerpmap);
    const script = join(map, 'ouder.ts');
    writeFileSync(
      script,
      `import { startProces } from ${JSON.stringify(join(import.meta.dirname, 'processen.ts'))};
       await startProces('kind', '/bin/sh', ['-c', 'echo $$ > ${pidbestand}; echo gereed; exec sleep 600'], {},
         { gereed: (regel) => regel === 'gereed', wegwerpmap: ${JSON.stringify(wegwerpmap)} });
       console.log('gestart');
       setInterval(() => undefined, 1000);`,
    );
    const bron = join(import.meta.dirname, 'bron.mjs');
    const ouder = spawn(process.execPath, ['--import', bron, script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(ouder.stdout, 'data');
    const pid = Number(readFileSync(pidbestand, 'utf8'));
    expect(leeft(pid)).toBe(true);

    ouder.kill('SIGKILL');

    await totDood(pid);
    while (existsSync(wegwerpmap)) await new Promise((verder) => setTimeout(verder, 20));
  });
});
