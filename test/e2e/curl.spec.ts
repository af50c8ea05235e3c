// Real: npm start as a user starts it, twice at the same time and once more on kept state, a program that has the
// API's port, curl and the shell. The blocks of docs/doorloop.md are run as they stand there, in one shell that finds no
// other programs, and must show what the page says they show.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { Gebruiker } from '#tools/demo/verzoek.js';
import { LOKALE_CLIENTS } from '#tools/lokaal/gemeenten.js';
import { lopend } from './processen.js';
import { draai, tot } from './proefomgeving.js';

const WORTEL = resolve(__dirname, '..', '..');
const PAGINA = readFileSync(join(WORTEL, 'docs', 'doorloop.md'), 'utf8');
const PROGRAMMAS = ['curl', 'sed', 'grep', 'tr', 'od', 'sort', 'sleep'];
/** Where people look for the API first. */
const GEWONE_API_POORT = 3000;
const VARIABELEN = ['API', 'SIM', 'ISSUER', 'GEMEENTE_OIN'];

type Geprint = Readonly<Record<string, string>>;

interface Start {
  /** Waits until it runs; gives what it prints to paste into a shell. */
  gereed(): Promise<Geprint>;
  /** All it said so far. */
  gezegd(): string;
  /** As Ctrl-C in a terminal: to everything that runs in the foreground. Gives how it ended, as a shell sees it. */
  ctrlC(): Promise<number | null>;
}

/** Each block of commands with the block of output that follows it. */
const blokken = [...PAGINA.matchAll(/```sh\n([^]*?)```\s+```text\n([^]*?)```/g)].map(
  ([, commando = '', toont = '']) => ({ commando, toont: toont.trim() }),
);

let map: string;
let omgeving: Record<string, string>;
let starts: Start[] = [];
let geprint: Geprint[];
let bezetter: Server;

/** Starts the system as a user does. */
function npmStart(): Start {
  const proces = spawn('npm', ['start', '--silent'], {
    cwd: WORTEL,
    env: { ...process.env, ...omgeving },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let uitvoer = '';
  for (const stroom of [proces.stdout, proces.stderr]) {
    stroom.on('data', (stuk: Buffer) => (uitvoer += stuk.toString()));
  }
  const einde = once(proces, 'exit') as Promise<[number | null, string | null]>;
  const loopt = (): boolean => proces.exitCode === null && proces.signalCode === null;
  return {
    ctrlC: async () => {
      if (loopt() && proces.pid !== undefined) process.kill(-proces.pid, 'SIGINT');
      const [code, signaal] = await einde;
      return signaal === 'SIGINT' ? 130 : code;
    },
    gezegd: () => uitvoer,
    gereed: async () => {
      const draait = (): boolean => uitvoer.includes('Stoppen met Ctrl-C');
      const klaar = (): boolean => draait() || !loopt();
      await tot('npm start', () => Promise.resolve(uitvoer), klaar, 90_000);
      if (!draait()) throw new Error(`npm start hield op:\n${uitvoer}`);
      const regels = [...uitvoer.matchAll(/^ {2}export (\w+)=(\S+)$/gm)];
      return Object.fromEntries(regels.map(([, naam = '', waarde = '']) => [naam, waarde]));
    },
  };
}

/** A program that has this port; whoever has it already does as well. */
async function bezet(poort: number): Promise<Server> {
  const server = createServer().listen(poort, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fout;
  }
  return server;
}

function regievoerder({ API = '', ISSUER = '' }: Geprint): Gebruiker {
  const client = LOKALE_CLIENTS.find(({ id }) => id === 'regievoerder-stad');
  if (client === undefined) throw new Error('Er is geen regievoerder.');
  return new Gebruiker(API.replace(/\/v1$/, ''), ISSUER, client);
}

interface Traject {
  readonly id: string;
  readonly status: string;
}

/** A folder with these programs and no other. */
function alleenDeze(programmas: readonly string[]): string {
  const bin = join(map, 'bin');
  mkdirSync(bin);
  const plaatsen = (process.env['PATH'] ?? '').split(delimiter);
  for (const naam of programmas) {
    const plaats = plaatsen.find((een) => existsSync(join(een, naam)));
    if (plaats === undefined) throw new Error(`${naam} is er niet`);
    symlinkSync(join(plaats, naam), join(bin, naam));
  }
  return bin;
}

beforeAll(async () => {
  map = realpathSync(mkdtempSync(join(tmpdir(), 'startproef-')));
  // Under root, PostgreSQL runs as another user and must be able to pass through.
  chmodSync(map, 0o755);
  const tijdelijk = join(map, 'tmp');
  mkdirSync(tijdelijk);
  chmodSync(tijdelijk, 0o755);
  omgeving = { STAAT_MAP: map, TMPDIR: tijdelijk, START_PROEF: map };
  bezetter = await bezet(GEWONE_API_POORT);
  starts = [npmStart(), npmStart()];
  geprint = await Promise.all(starts.map((start) => start.gereed()));
}, 120_000);

afterAll(async () => {
  await Promise.all(starts.map((start) => start.ctrlC()));
  bezetter.close();
  rmSync(map, { recursive: true, force: true });
}, 60_000);

describe('npm start', () => {
  it('draait twee keer tegelijk, elk op eigen adressen', async () => {
    for (const adressen of geprint) {
      expect(Object.keys(adressen)).toEqual(VARIABELEN);
      expect((await fetch(`${adressen['API']}/gezondheid/ready`)).status).toBe(200);
    }
    const alle = geprint.flatMap(({ API, SIM, ISSUER }) => [API, SIM, ISSUER]);
    expect(new Set(alle).size).toBe(6);
  });

  it('kiest voor de API een andere poort als de gewone bezet is, en zegt dat', () => {
    for (const { API = '' } of geprint) {
      expect(new URL(API).port).not.toBe(String(GEWONE_API_POORT));
    }
    for (const start of starts) {
      expect(start.gezegd()).toMatch(
        /Poort 3000 is bezet door een ander programma; de API staat op \d+\.|zijn van een andere start/,
      );
    }
  });

  it('leest na stoppen en opnieuw starten met dezelfde staat hetzelfde traject terug', async () => {
    const [, eerst = {}] = geprint;
    const { trajectId } = await regievoerder(eerst).doe<{ trajectId: string }>(
      '/coa-overdrachten',
      {
        schemaVersie: 1,
        koppelingOp: vandaagInAmsterdam(new Date()),
        persoon: { bsn: '999990019' },
      },
    );
    const lees = (adressen: Geprint): Promise<Traject> =>
      regievoerder(adressen).haal<Traject>(`/trajecten/${trajectId}`);
    const voor = await lees(eerst);
    expect(voor).toMatchObject({ id: trajectId, status: 'open' });

    expect(await starts[1]?.ctrlC()).toBe(130);
    starts[1] = npmStart();
    geprint[1] = await starts[1].gereed();

    const { id, status } = await lees(geprint[1]);
    expect({ id, status }).toEqual({ id: voor.id, status: voor.status });
  }, 120_000);

  it('toont met alleen curl wat de doorloop belooft, van token tot escalatie', async () => {
    expect(blokken).toHaveLength(PAGINA.match(/```sh/g)?.length ?? 0);
    expect(blokken.length).toBeGreaterThan(5);
    const script = blokken.map(({ commando }) => `${commando}\necho '---'`).join('\n');
    const { code, uitvoer } = await draai('/bin/sh', ['-eu', '-c', script], {
      ...geprint[0],
      PATH: alleenDeze(PROGRAMMAS),
    });
    const getoond = uitvoer.split('---\n').map((deel) => deel.trim());
    expect(getoond).toEqual([...blokken.map(({ toont }) => toont), '']);
    expect(code).toBe(0);
  }, 120_000);

  it('laat na Ctrl-C niets achter dan zijn staat, en na npm run reset ook die niet', async () => {
    expect(lopend(`START_PROEF=${map}`).length).toBeGreaterThan(10);
    const uitgangen = await Promise.all(starts.map((start) => start.ctrlC()));
    expect(uitgangen).toEqual([130, 130]);
    const over = await tot(
      'het einde',
      () => Promise.resolve(lopend(`START_PROEF=${map}`)),
      (lijst) => lijst.length === 0,
    );
    expect(over).toEqual([]);
    for (const { API, SIM, ISSUER } of geprint) {
      for (const adres of [API, SIM, ISSUER]) {
        await expect(fetch(adres ?? '')).rejects.toThrow('fetch failed');
      }
    }
    const bewaard = readdirSync(join(map, '.lokaal'), { recursive: true, encoding: 'utf8' });
    expect(bewaard.filter((naam) => naam.endsWith('.slot') || naam.endsWith('.pid'))).toEqual([]);

    expect((await draai('npm', ['run', '--silent', 'reset'], omgeving)).code).toBe(0);

    expect(existsSync(join(map, '.lokaal'))).toBe(false);
    const vanOns = readdirSync(join(map, 'tmp')).filter((naam) => naam.includes('inburgering'));
    expect(vanOns).toEqual([]);
  }, 60_000);
});
