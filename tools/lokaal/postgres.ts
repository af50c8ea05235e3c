import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { LokaalFout } from './fout.js';
import {
  kanErbij,
  postgresGebruiker,
  postgresProgramma,
  type Gebruiker,
} from './postgres-programma.js';
import { ruimPostmasterPid } from './postgres-resten.js';
import { vrijePoort } from './poorten.js';
import { startProces, type LokaalProces } from './processen.js';
import { neemSlot } from './slot.js';

export interface PostgresOpties {
  /** Where password, log and (when reachable for PostgreSQL's user) the data are kept. */
  readonly map: string;
  /** Preferred port; another is chosen when it is taken. */
  readonly poort?: number;
  /** Off is for tests only: faster; data survive kill -9, not a power cut. */
  readonly fsync?: boolean;
  /** Data are thrown away when it stops. */
  readonly wegwerp?: boolean;
  readonly meld?: (regel: string) => void;
}

export interface LokalePostgres {
  /** Superuser url to the database `postgres`, with password. */
  readonly url: string;
  readonly poort: number;
  /** The postmaster; undefined for a server that was not started here. */
  readonly pid: number | undefined;
  /** Settles when the server ends by itself or by stop(); never for a server of someone else. */
  readonly einde: Promise<unknown>;
  stop(): Promise<void>;
}

export const POSTGRES_SLOT = 'PostgreSQL';

/**
 * Starts a real PostgreSQL from the npm binaries on 127.0.0.1, or uses the one in DATABASE_URL.
 * The data in the map are kept; an unclean stop is recovered from. Throws a LokaalFout.
 */
export async function startPostgres(opties: PostgresOpties): Promise<LokalePostgres> {
  const extern = process.env['DATABASE_URL'];
  if (extern !== undefined && extern !== '') return externePostgres(extern);

  const geefTerug = neemSlot(opties.map, POSTGRES_SLOT);
  const ruimOp = (thuis: string): void => {
    if (opties.wegwerp === true) rmSync(thuis, { recursive: true, force: true });
  };
  let gemaakt: string | undefined;
  try {
    const gebruiker = postgresGebruiker();
    const thuis = thuismap(opties, gebruiker);
    gemaakt = thuis;
    const programma = postgresProgramma(thuis, gebruiker);
    const wachtwoord = bewaardWachtwoord(opties.map);
    const data = join(thuis, 'data');
    if (!existsSync(join(data, 'PG_VERSION'))) {
      opties.meld?.('PostgreSQL: nieuwe gegevensmap wordt gemaakt ...');
      maakGegevensmap(programma, data, wachtwoord, gebruiker);
    }
    await ruimPostmasterPid(data);
    const proces = await startServer(programma, data, opties, gebruiker, thuis);
    const url = `postgresql://postgres:${wachtwoord}@127.0.0.1:${proces.poort}/postgres`;
    await beproefUrl(url);
    return {
      url,
      poort: proces.poort,
      pid: proces.pid,
      einde: proces.einde,
      stop: async () => {
        await proces.stop();
        ruimOp(thuis);
        geefTerug();
      },
    };
  } catch (fout) {
    if (gemaakt !== undefined) ruimOp(gemaakt);
    geefTerug();
    throw fout;
  }
}

/** The folder outside `map` where the data ended up, if they did. */
export function gegevensElders(map: string): string | undefined {
  const wijzer = join(map, 'postgres.plaats');
  return existsSync(wijzer) ? readFileSync(wijzer, 'utf8').trim() : undefined;
}

async function externePostgres(url: string): Promise<LokalePostgres> {
  await beproefUrl(url);
  return {
    url,
    poort: Number(new URL(url).port || 5432),
    pid: undefined,
    einde: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}

async function beproefUrl(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (fout) {
    const { hostname, port } = new URL(url);
    const reden = fout instanceof Error ? fout.message : String(fout);
    throw new LokaalFout(`PostgreSQL op ${hostname}:${port || '5432'} antwoordt niet: ${reden}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

// Another user must be able to reach its data. Below a closed home it cannot, so the data then go
// to a folder of its own in the temporary folder, and a file in `map` remembers which.
function thuismap(opties: PostgresOpties, gebruiker: Gebruiker | undefined): string {
  const { map } = opties;
  const eigen = join(map, 'postgres');
  const onthouden = gegevensElders(map);
  if (onthouden !== undefined && existsSync(onthouden)) return onthouden;
  if (gebruiker === undefined) {
    mkdirSync(eigen, { recursive: true, mode: 0o700 });
    return eigen;
  }
  mkdirSync(eigen, { recursive: true });
  chownSync(eigen, gebruiker.uid, gebruiker.gid);
  if (kanErbij(gebruiker, eigen, 'w')) return eigen;
  const elders = mkdtempSync(join(tmpdir(), 'inburgeringsregie-'));
  chownSync(elders, gebruiker.uid, gebruiker.gid);
  writeFileSync(join(map, 'postgres.plaats'), elders);
  opties.meld?.(
    `PostgreSQL: gebruiker ${gebruiker.naam} kan niet bij ${map}; de gegevens staan in ${elders}`,
  );
  return elders;
}

function bewaardWachtwoord(map: string): string {
  const bestand = join(map, 'postgres.wachtwoord');
  if (!existsSync(bestand))
    writeFileSync(bestand, randomBytes(18).toString('hex'), { mode: 0o600 });
  return readFileSync(bestand, 'utf8').trim();
}

function maakGegevensmap(
  programma: string,
  data: string,
  wachtwoord: string,
  gebruiker: Gebruiker | undefined,
): void {
  const pwbestand = `${data}.wachtwoord`;
  rmSync(data, { recursive: true, force: true });
  writeFileSync(pwbestand, wachtwoord, { mode: 0o600 });
  if (gebruiker !== undefined) chownSync(pwbestand, gebruiker.uid, gebruiker.gid);
  // A built-in locale: the same order on every machine. No sync: a broken start is done again.
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const nieuw = `${data}.nieuw`;
  rmSync(nieuw, { recursive: true, force: true });
  const init = spawnSync(
    join(programma, 'bin', 'initdb'),
    [
      '-D',
      nieuw,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${pwbestand}`,
      ...locale,
      '-N',
    ],
    { cwd: '/', encoding: 'utf8', ...(gebruiker && { uid: gebruiker.uid, gid: gebruiker.gid }) },
  );
  rmSync(pwbestand, { force: true });
  if (init.status !== 0) {
    throw new LokaalFout(`De gegevensmap van PostgreSQL kan niet worden gemaakt:\n${init.stderr}`);
  }
  renameSync(nieuw, data);
}

async function startServer(
  programma: string,
  data: string,
  opties: PostgresOpties,
  gebruiker: Gebruiker | undefined,
  thuis: string,
): Promise<LokaalProces & { poort: number }> {
  const instellingen = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(opties.fsync === false && {
      fsync: 'off',

      full_page_writes: 'off',
    }),
  };
  const vast = Object.entries(instellingen).flatMap(([naam, waarde]) => [
    '-c',
    `${naam}=${waarde}`,
  ]);
  for (let poging = 1; ; poging += 1) {
    const poort = await vrijePoort(opties.poort);
    if (opties.poort !== undefined && poort !== opties.poort) {
      opties.meld?.(`PostgreSQL: poort ${opties.poort} is bezet; poort ${poort} wordt gebruikt`);
    }
    try {
      const proces = await startProces(
        'PostgreSQL',
        join(programma, 'bin', 'postgres'),
        ['-D', data, '-p', String(poort), ...vast],
        { LC_MESSAGES: 'C' },
        {
          gereed: (regel) => regel.includes('database system is ready to accept connections'),
          logbestand: join(opties.map, 'postgres.log'),
          map: '/',
          stopSignaal: 'SIGINT',
          stopTermijnMs: 30_000,
          ...(gebruiker && { gebruiker: { uid: gebruiker.uid, gid: gebruiker.gid } }),
          ...(opties.wegwerp === true && { wegwerpmap: thuis }),
          ...(opties.meld && { meld: opties.meld }),
        },
      );
      return { ...proces, poort };
    } catch (fout) {
      // Between finding the port and listening on it another program can take it.
      const portTaken = fout instanceof Error && fout.message.includes('Address already in use');
      if (!portTaken || poging === 5) throw fout;
    }
  }
}
