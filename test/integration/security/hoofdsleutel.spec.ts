// Real: PostgreSQL, files, wrapping with master keys, and the program as an administrator runs it, also killed with
// kill -9. Fake: a second copy that fails on command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DubbeleSleutelopslag } from '#security/sleutels/dubbele-sleutelopslag.js';
import { LokaleHoofdsleutel } from '#security/sleutels/hoofdsleutel.js';
import { maakSleutels, type Sleutels } from '#security/sleutels/maak-sleutels.js';
import { migreerSleutels } from '#security/sleutels/migreer-sleutels.js';
import { SleutelBestand } from '#security/sleutels/sleutel-bestand.adapter.js';
import { SleutelPostgres } from '#security/sleutels/sleutel-postgres.adapter.js';
import { CATEGORIEEN } from '#security/sleutels/sleutel.port.js';
import { neemSleutelslot } from '#security/sleutels/sleutelslot.js';
import { vernieuwHoofdsleutel, type Vernieuwd } from '#security/sleutels/vernieuw-hoofdsleutel.js';
import { startPostgres, type LokalePostgres } from '#tools/lokaal/postgres.js';

const GEMEENTE = randomUUID();
const OUD = randomBytes(32);
const NIEUW = randomBytes(32);

let postgres: LokalePostgres;
let map: string;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'hoofdsleutel-'));
  postgres = await startPostgres({ map, fsync: false, wegwerp: true });
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  await rm(map, { recursive: true, force: true });
});

/** Fails before it writes anything. */
class WeigerendeKopie extends SleutelBestand {
  override vervang(): Promise<void> {
    return Promise.reject(new Error('schijf vol'));
  }
}

/** A key store of its own with keys under the old master key, one of them destroyed. */
class Opslag {
  readonly kopieMap = join(map, randomUUID());
  readonly eigenaars: readonly string[];
  private readonly open: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly url: string,
    aantal: number,
  ) {
    this.eigenaars = Array.from({ length: aantal }, () => randomUUID());
  }

  static async maak(aantal = 3): Promise<Opslag> {
    const naam = `sleutels_${randomUUID().slice(0, 8)}`;
    const beheer = new pg.Client({ connectionString: postgres.url });
    await beheer.connect();
    await beheer.query(`CREATE DATABASE ${naam}`);
    await beheer.end();
    const opslag = new Opslag(postgres.url.replace(/\/postgres$/, `/${naam}`), aantal);
    await migreerSleutels(opslag.url);
    const onder = opslag.onder(OUD);
    for (const eigenaar of opslag.eigenaars) {
      await onder.haalOfMaakAlle(eigenaar, GEMEENTE, CATEGORIEEN);
    }
    await onder.vernietig(opslag.eigenaars[0] ?? '', 'medisch');
    return opslag;
  }

  /** As many as there are to renew, in each place. */
  get levend(): number {
    return this.eigenaars.length * CATEGORIEEN.length - 1;
  }

  onder(hoofdsleutel: Buffer): DubbeleSleutelopslag {
    const pool = new pg.Pool({ connectionString: this.url, max: 4 });
    pool.on('error', () => undefined);
    this.open.push(() => pool.end());
    return new DubbeleSleutelopslag(
      new SleutelPostgres(pool),
      new SleutelBestand(this.kopieMap),
      new LokaleHoofdsleutel(hoofdsleutel),
    );
  }

  /** As api and worker use it. */
  inGebruik(hoofdsleutel: Buffer): Sleutels {
    const sleutels = maakSleutels({
      databaseUrl: this.url,
      kopieMap: this.kopieMap,
      hoofdsleutel,
    });
    let gesloten: Promise<void> | undefined;
    const sluit = (): Promise<void> => (gesloten ??= sleutels.sluit());
    this.open.push(sluit);
    return { ...sleutels, sluit };
  }

  vernieuw(
    anders: { oud?: Buffer; nieuw?: Buffer; kopie?: SleutelBestand } = {},
  ): Promise<Vernieuwd> {
    return vernieuwHoofdsleutel({
      databaseUrl: this.url,
      kopie: anders.kopie ?? new SleutelBestand(this.kopieMap),
      oud: new LokaleHoofdsleutel(anders.oud ?? OUD),
      nieuw: new LokaleHoofdsleutel(anders.nieuw ?? NIEUW),
      meld: () => undefined,
    });
  }

  async sql<T = unknown>(tekst: string, waarden: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query(tekst, waarden)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** Everything in both places, as it lies there. */
  async afdruk(): Promise<{ database: unknown; bestanden: readonly string[] }> {
    const namen = readdirSync(this.kopieMap, { recursive: true, encoding: 'utf8' });
    return {
      database: await this.sql('SELECT * FROM datasleutel ORDER BY id'),
      bestanden: namen
        .filter((naam) => /\.\w+$/.test(naam))
        .sort()
        .map((naam) => `${naam} ${readFileSync(join(this.kopieMap, naam), 'utf8')}`),
    };
  }

  /** Ids and data keys of all owners, opened in the database. */
  async sleutels(hoofdsleutel: Buffer): Promise<unknown> {
    const onder = this.onder(hoofdsleutel);
    return Promise.all(
      this.eigenaars.map((eigenaar) => onder.haalAlle(eigenaar, GEMEENTE, CATEGORIEEN)),
    );
  }

  /** How many of the second copy this master key opens. */
  async openInKopie(hoofdsleutel: Buffer): Promise<number> {
    // With the database empty, every key comes out of the second copy.
    const bewaard = await this.sql<Record<string, unknown>>('SELECT * FROM datasleutel');
    await this.sql('DELETE FROM datasleutel');
    const onder = this.onder(hoofdsleutel);
    let geopend = 0;
    for (const eigenaar of this.eigenaars) {
      for (const categorie of CATEGORIEEN) {
        const uitkomst = await onder
          .haal(eigenaar, GEMEENTE, categorie)
          .catch(() => ({ status: 'dicht' }));
        if (uitkomst.status === 'aanwezig') geopend += 1;
      }
    }
    await this.sql('DELETE FROM datasleutel');
    for (const rij of bewaard) {
      const kolommen = Object.keys(rij);
      await this.sql(
        `INSERT INTO datasleutel (${kolommen.join(', ')})
         VALUES (${kolommen.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(rij),
      );
    }
    return geopend;
  }

  async sluit(): Promise<void> {
    for (const een of this.open.splice(0)) await een();
  }
}

const opslagen: Opslag[] = [];

async function opslagMet(aantal?: number): Promise<Opslag> {
  const opslag = await Opslag.maak(aantal);
  opslagen.push(opslag);
  return opslag;
}

afterEach(async () => {
  for (const opslag of opslagen.splice(0)) await opslag.sluit();
});

describe('de hoofdsleutel vernieuwen', () => {
  it('wikkelt elke datasleutel opnieuw, in de database en in de tweede kopie, en laat de sleutels zelf zoals ze waren', async () => {
    const opslag = await opslagMet();
    const eerst = await opslag.sleutels(OUD);

    expect(await opslag.vernieuw()).toEqual({
      database: opslag.levend,
      bestanden: opslag.levend,
    });

    expect(await opslag.sleutels(NIEUW)).toEqual(eerst);
    await expect(opslag.sleutels(OUD)).rejects.toThrow(/past niet/);
    expect(await opslag.openInKopie(NIEUW)).toBe(opslag.levend);
    expect(await opslag.openInKopie(OUD)).toBe(0);
    expect(readFileSync(join(opslag.kopieMap, 'vernietigd.log'), 'utf8')).toContain('medisch');
  });

  it('verandert niets meer als alles al vernieuwd is', async () => {
    const opslag = await opslagMet();
    await opslag.vernieuw();
    const eerst = await opslag.afdruk();

    expect(await opslag.vernieuw()).toEqual({ database: 0, bestanden: 0 });

    expect(await opslag.afdruk()).toEqual(eerst);
  });

  it('verandert niets met een verkeerde oude sleutel, en zegt hoeveel er niet opengaan', async () => {
    const opslag = await opslagMet();
    const eerst = await opslag.afdruk();
    const { levend } = opslag;

    await expect(opslag.vernieuw({ oud: randomBytes(32) })).rejects.toThrow(
      `${levend} van ${levend} in de sleuteldatabase, ${levend} van ${levend} in de tweede kopie.`,
    );

    expect(await opslag.afdruk()).toEqual(eerst);
  });

  it('verandert niets als één bestand van de tweede kopie beschadigd is', async () => {
    const opslag = await opslagMet();
    const [naam = ''] = readdirSync(opslag.kopieMap, { recursive: true, encoding: 'utf8' }).filter(
      (een) => een.endsWith('.kern.json'),
    );
    writeFileSync(join(opslag.kopieMap, naam), '{"id":"');
    const eerst = await opslag.afdruk();

    await expect(opslag.vernieuw()).rejects.toThrow(
      `0 van ${opslag.levend} in de sleuteldatabase, 1 van ${opslag.levend} in de tweede kopie.`,
    );

    expect(await opslag.afdruk()).toEqual(eerst);
  });

  it('verandert niets als de map van de tweede kopie leeg is', async () => {
    const opslag = await opslagMet();
    const eerst = await opslag.afdruk();
    const leeg = new SleutelBestand(join(map, randomUUID()));

    await expect(opslag.vernieuw({ kopie: leeg })).rejects.toThrow(/geen enkele sleutel/);

    expect(await opslag.afdruk()).toEqual(eerst);
  });

  it('gaat na een fout tussen database en tweede kopie de volgende keer verder', async () => {
    const opslag = await opslagMet();
    const eerst = await opslag.sleutels(OUD);
    const kapot = new WeigerendeKopie(opslag.kopieMap);
    await expect(opslag.vernieuw({ kopie: kapot })).rejects.toThrow('schijf vol');
    expect(await opslag.sleutels(NIEUW)).toEqual(eerst);
    expect(await opslag.openInKopie(OUD)).toBe(opslag.levend);

    expect(await opslag.vernieuw()).toEqual({ database: 0, bestanden: opslag.levend });

    expect(await opslag.sleutels(NIEUW)).toEqual(eerst);
    expect(await opslag.openInKopie(NIEUW)).toBe(opslag.levend);
  });
});

describe('terwijl api of worker draait', () => {
  it('wordt de hoofdsleutel niet vernieuwd, ook als zij even niets vragen', async () => {
    const opslag = await opslagMet();
    const eerst = await opslag.afdruk();
    const { sleutels, sluit } = opslag.inGebruik(OUD);
    await sleutels.haal(opslag.eigenaars[0] ?? '', GEMEENTE, 'kern');

    await expect(opslag.vernieuw()).rejects.toThrow(/Er draait nog een api of worker/);
    expect(await opslag.afdruk()).toEqual(eerst);

    await sluit();
    await opslag.vernieuw();
  });

  it('ziet de vernieuwing ook wie net begonnen is en nog niets vroeg', async () => {
    const opslag = await opslagMet();
    opslag.inGebruik(OUD);
    for (;;) {
      const [telling] = await opslag.sql<{ aantal: number }>(
        `SELECT count(*)::integer AS aantal FROM pg_locks l
         JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
         WHERE l.locktype = 'advisory' AND l.granted`,
      );
      if (telling !== undefined && telling.aantal > 0) break;
    }

    await expect(opslag.vernieuw()).rejects.toThrow(/Er draait nog een api of worker/);
  });

  it('krijgt wie tijdens een vernieuwing begint geen sleutel, en daarna wel', async () => {
    const opslag = await opslagMet();
    const vernieuwer = new pg.Client({ connectionString: opslag.url });
    await vernieuwer.connect();
    expect(await neemSleutelslot(vernieuwer)).toBe(true);
    const { sleutels } = opslag.inGebruik(OUD);
    const vraag = (): Promise<unknown> =>
      sleutels.haal(opslag.eigenaars[0] ?? '', GEMEENTE, 'kern');

    await expect(vraag()).rejects.toMatchObject({ code: '55P03' });

    await vernieuwer.end();
    expect(await vraag()).toMatchObject({ status: 'aanwezig' });
  });
});

interface Afloop {
  readonly code: number | null;
  readonly signaal: NodeJS.Signals | null;
  readonly uitvoer: string;
}

/** The program; killed with kill -9 as soon as it has said this. */
async function programma(opslag: Opslag, doodNa?: string): Promise<Afloop> {
  const proces = spawn(
    process.execPath,
    ['--import', './tools/lokaal/bron.mjs', 'tools/herstel/main.ts', '--hoofdsleutel'],
    {
      env: {
        PATH: process.env['PATH'],
        SLEUTEL_DATABASE_URL: opslag.url,
        SLEUTEL_KOPIE_MAP: opslag.kopieMap,
        HOOFDSLEUTEL: OUD.toString('base64'),
        HOOFDSLEUTEL_NIEUW: NIEUW.toString('base64'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let uitvoer = '';
  for (const stroom of [proces.stdout, proces.stderr]) {
    stroom.on('data', (stuk: Buffer) => {
      uitvoer += stuk.toString();
      if (doodNa !== undefined && uitvoer.includes(doodNa)) proces.kill('SIGKILL');
    });
  }
  const [code, signaal] = (await once(proces, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signaal, uitvoer };
}

describe('npm run herstel -- --hoofdsleutel', () => {
  it('maakt na kill -9 tussen database en tweede kopie af wat nog moest, en zegt wat de beheerder nu doet', async () => {
    const opslag = await opslagMet(40);
    const eerst = await opslag.sleutels(OUD);
    const gedood = await programma(opslag, 'Sleuteldatabase: ');
    expect(gedood).toMatchObject({ code: null, signaal: 'SIGKILL' });
    expect(await opslag.sleutels(NIEUW)).toEqual(eerst);

    const { code, uitvoer } = await programma(opslag);

    expect(uitvoer).toContain(`Sleuteldatabase: 0 opnieuw gewikkeld, ${opslag.levend} al gedaan`);
    expect(uitvoer).toContain('Klaar. Zet de nieuwe sleutel op de plaats van HOOFDSLEUTEL');
    expect(code).toBe(0);
    expect(await opslag.sleutels(NIEUW)).toEqual(eerst);
    expect(await opslag.openInKopie(NIEUW)).toBe(opslag.levend);
    const resten = readdirSync(opslag.kopieMap, { recursive: true, encoding: 'utf8' });
    expect(resten.filter((naam) => naam.endsWith('.deel'))).toEqual([]);
  }, 120_000);

  it('stopt met uitgang 2 en verandert niets als er een api of worker draait', async () => {
    const opslag = await opslagMet();
    const eerst = await opslag.afdruk();
    const { sleutels } = opslag.inGebruik(OUD);
    await sleutels.haal(opslag.eigenaars[0] ?? '', GEMEENTE, 'kern');

    const { code, uitvoer } = await programma(opslag);

    expect(uitvoer).toBe(
      'Er draait nog een api of worker op deze sleutelopslag. Stop die eerst; er is niets veranderd.\n',
    );
    expect(code).toBe(2);
    expect(await opslag.afdruk()).toEqual(eerst);
  }, 60_000);
});
