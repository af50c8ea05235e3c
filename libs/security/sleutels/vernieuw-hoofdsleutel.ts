import pg from 'pg';
import type { HoofdsleutelPort } from './hoofdsleutel.js';
import type { SleutelBestand } from './sleutel-bestand.adapter.js';
import { SleutelFout } from './sleutel.port.js';
import { wikkelContext, type Sleutelrij } from './sleutelrij.js';
import { neemSleutelslot } from './sleutelslot.js';

const PER_KEER = 500;
const MELD_MS = 1_000;

export interface Vernieuwing {
  /** Of the key store. */
  readonly databaseUrl: string;
  readonly kopie: Pick<SleutelBestand, 'sleutels' | 'vervang' | 'wisResten'>;
  readonly oud: HoofdsleutelPort;
  readonly nieuw: HoofdsleutelPort;
  readonly meld: (regel: string) => void;
}

/** How many keys were wrapped anew in each place; what was done before is not counted. */
export interface Vernieuwd {
  readonly database: number;
  readonly bestanden: number;
}

type Plek = Pick<Sleutelrij, 'id' | 'eigenaar' | 'categorie' | 'omhuld'>;

/** What was found in one place. `dicht`: opens with neither master key. */
class Telling {
  al = 0;
  opnieuw = 0;
  dicht = 0;
  private gemeld = Date.now();

  constructor(
    private readonly waar: string,
    private readonly meld: (regel: string) => void,
  ) {}

  get alle(): number {
    return this.al + this.opnieuw + this.dicht;
  }

  vorder(): void {
    if (Date.now() - this.gemeld < MELD_MS) return;
    this.gemeld = Date.now();
    this.meld(`${this.waar}: ${this.alle} bekeken`);
  }
}

/**
 * Wraps every data key with the new master key, in the database of the keys (one transaction) and in the second copy
 * (file by file). The data keys themselves, and so what is sealed with them, stay as they are. Nothing is changed when
 * api or worker run, or when one key opens with neither master key. Killed half-way it may be run again with the same
 * two master keys, and goes on where it was.
 * @throws SleutelFout that says why nothing was changed.
 */
export async function vernieuwHoofdsleutel(opties: Vernieuwing): Promise<Vernieuwd> {
  const { databaseUrl, kopie, meld } = opties;
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'inburgeringsregie-hoofdsleutel',
  });
  // The query under way is told of a connection that breaks; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await neemSleutelslot(client))) {
      throw new SleutelFout(
        'Er draait nog een api of worker op deze sleutelopslag. Stop die eerst; er is niets veranderd.',
      );
    }
    await client.query('BEGIN');
    const database = await herwikkelDatabase(client, opties);
    const bestanden = await bekijkBestanden(opties);
    weigerAlsIetsDichtIs(database, bestanden);
    await client.query('COMMIT');
    meld(`Sleuteldatabase: ${database.opnieuw} opnieuw gewikkeld, ${database.al} al gedaan`);
    await herwikkelBestanden(opties, bestanden.opnieuw);
    await kopie.wisResten();
    meld(`Tweede kopie: ${bestanden.opnieuw} opnieuw gewikkeld, ${bestanden.al} al gedaan`);
    return { database: database.opnieuw, bestanden: bestanden.opnieuw };
  } finally {
    // Rolls back what was not committed, and gives the lock back.
    await client.end();
  }
}

function weigerAlsIetsDichtIs(database: Telling, bestanden: Telling): void {
  if (database.dicht + bestanden.dicht > 0) {
    throw new SleutelFout(
      `Met geen van beide hoofdsleutels gaan open: ${database.dicht} van ${database.alle} in de ` +
        `sleuteldatabase, ${bestanden.dicht} van ${bestanden.alle} in de tweede kopie. Er is niets veranderd.`,
    );
  }
  if (database.alle > 0 && bestanden.alle === 0) {
    throw new SleutelFout(
      'In SLEUTEL_KOPIE_MAP ligt geen enkele sleutel. Is dit de goede map? Er is niets veranderd.',
    );
  }
}

/** The key wrapped anew; `al` when the new master key opens it, `dicht` when neither does. */
async function herwikkel(
  { oud, nieuw }: Pick<Vernieuwing, 'oud' | 'nieuw'>,
  { omhuld, ...plek }: Plek,
): Promise<Buffer | 'al' | 'dicht'> {
  if (omhuld === null) return 'dicht';
  const context = wikkelContext(plek);
  if ((await open(nieuw, omhuld, context)) !== null) return 'al';
  const sleutel = await open(oud, omhuld, context);
  return sleutel === null ? 'dicht' : nieuw.wikkel(sleutel, context);
}

async function open(
  met: HoofdsleutelPort,
  omhuld: Buffer,
  context: string,
): Promise<Buffer | null> {
  try {
    return await met.onthul(omhuld, context);
  } catch (fout) {
    if (fout instanceof SleutelFout) return null;
    throw fout;
  }
}

async function herwikkelDatabase(client: pg.Client, opties: Vernieuwing): Promise<Telling> {
  const telling = new Telling('Sleuteldatabase', opties.meld);
  for (let na = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await client.query<Plek>(
      `SELECT id, eigenaar, categorie, omhuld FROM datasleutel
       WHERE omhuld IS NOT NULL AND id > $1 ORDER BY id LIMIT $2 FOR UPDATE`,
      [na, PER_KEER],
    );
    const ids: string[] = [];
    const omhulsels: Buffer[] = [];
    for (const rij of rows) {
      const uitkomst = await herwikkel(opties, rij);
      if (typeof uitkomst === 'string') telling[uitkomst] += 1;
      else {
        telling.opnieuw += 1;
        ids.push(rij.id);
        omhulsels.push(uitkomst);
      }
    }
    await client.query(
      `UPDATE datasleutel d SET omhuld = n.omhuld
       FROM unnest($1::uuid[], $2::bytea[]) AS n (id, omhuld) WHERE d.id = n.id`,
      [ids, omhulsels],
    );
    telling.vorder();
    const laatste = rows.at(-1);
    if (laatste === undefined) return telling;
    na = laatste.id;
  }
}

/** Changes nothing: whether all of it can be done must be known before the first file is. */
async function bekijkBestanden(opties: Vernieuwing): Promise<Telling> {
  const telling = new Telling('Tweede kopie', opties.meld);
  for await (const rij of opties.kopie.sleutels()) {
    const uitkomst = rij === null ? 'dicht' : await herwikkel(opties, rij);
    telling[typeof uitkomst === 'string' ? uitkomst : 'opnieuw'] += 1;
    telling.vorder();
  }
  return telling;
}

async function herwikkelBestanden(opties: Vernieuwing, teDoen: number): Promise<void> {
  const { kopie, meld } = opties;
  let gedaan = 0;
  let gemeld = Date.now();
  let stapel: Sleutelrij[] = [];
  const schrijf = async (): Promise<void> => {
    await kopie.vervang(stapel);
    gedaan += stapel.length;
    stapel = [];
    if (Date.now() - gemeld < MELD_MS) return;
    gemeld = Date.now();
    meld(`Tweede kopie: ${gedaan} van ${teDoen} opnieuw gewikkeld`);
  };
  for await (const rij of kopie.sleutels()) {
    const omhuld = rij === null ? 'dicht' : await herwikkel(opties, rij);
    if (rij === null || typeof omhuld === 'string') continue;
    stapel.push({ ...rij, omhuld });
    if (stapel.length >= PER_KEER) await schrijf();
  }
  await schrijf();
}
