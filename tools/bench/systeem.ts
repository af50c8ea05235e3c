import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { maakAppDataSource } from '#database/data-source.js';
import { Dossier, type DossierBenodigdheden } from '#dossier/dossier.js';
import { maakSleutels } from '#security/sleutels/maak-sleutels.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { bewaardGeheim } from '#tools/lokaal/geheimen.js';
import { LOKALE_CLIENTS, LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { startOmgeving, type Omgeving } from '#tools/lokaal/omgeving.js';
import { gegevensElders } from '#tools/lokaal/postgres.js';
import { BENCH_CLIENT, BENCH_GEMEENTE } from './gemeenten.js';
import { Last } from './last.js';

/** Said with the figures: what differs from an installation in production. */
export const AFWIJKINGEN = [
  'Temporal: de ontwikkelserver (SQLite op schijf) in plaats van een cluster op PostgreSQL.',
  'API_VERZOEKEN_PER_MINUUT=1.000.000: de belasting komt van een beller.',
  'NODE_ENV=development, zodat inloggen zonder https kan; DUO en COA zijn de ketensimulator, op dezelfde kernen.',
] as const;

const TUNING = {
  KETENSIMULATOR_URL: '',
  API_VERZOEKEN_PER_MINUUT: '1000000',
  SIMULATOR_MAX_POGINGEN: '1000',
} as const;

/** The whole system on this machine as it runs in production, and what a measurement does with it. */
export class Systeem {
  private constructor(
    readonly omgeving: Omgeving,
    /** As the owner of the database, who sees every row. */
    readonly database: pg.Pool,
    /** Load from a process of its own. */
    readonly last: Last,
    /** What a door in this process needs, on the same database and keys as the others. */
    readonly benodigdheden: DossierBenodigdheden,
    readonly dossier: Dossier,
    readonly map: string,
    private readonly stoppers: (() => Promise<void>)[],
  ) {}

  /** `proef`: rehearsals can be opened and forwarded. */
  static async start(meld: (regel: string) => void, proef = false): Promise<Systeem> {
    const map = mkdtempSync(join(tmpdir(), `inburgeringsregie-bench-${process.pid}-`));
    // Under root PostgreSQL runs as another user, who must be able to pass.
    chmodSync(map, 0o711);
    const stoppers: (() => Promise<void>)[] = [
      () => {
        const elders = gegevensElders(join(map, 'postgres'));
        if (elders !== undefined) rmSync(elders, { recursive: true, force: true });
        rmSync(map, { recursive: true, force: true });
        return Promise.resolve();
      },
    ];
    try {
      meld('systeem starten');
      const omgeving = await startOmgeving({
        map,
        meld: () => undefined,
        voegToe: (_naam, stop) => stoppers.push(stop),
        gemeenten: [...LOKALE_GEMEENTEN, BENCH_GEMEENTE],
        clients: [...LOKALE_CLIENTS, BENCH_CLIENT],
        env: proef ? { API_VERZOEKEN_PER_MINUUT: '1000000' } : { PROEFDRAAIEN: 'uit', ...TUNING },
      });
      const database = new pg.Pool({ connectionString: omgeving.database.eigenaar, max: 4 });
      database.on('error', () => undefined);
      stoppers.push(() => database.end());
      const geheimen = join(map, 'geheimen');
      const { sleutels, sluit } = maakSleutels({
        databaseUrl: omgeving.database.sleutels,
        kopieMap: join(map, 'sleutelkopie'),
        hoofdsleutel: Buffer.from(bewaardGeheim(geheimen, 'hoofdsleutel', 'base64'), 'base64'),
      });
      stoppers.push(sluit);
      const dataSource = await maakAppDataSource(omgeving.database.app, { pool: 8 }).initialize();
      stoppers.push(() => dataSource.destroy());
      const zoek = Buffer.from(bewaardGeheim(geheimen, 'zoeksleutel', 'base64'), 'base64');
      const benodigdheden = { dataSource, sleutels, zoeksleutels: new Zoeksleutels(zoek) };
      const last = await Last.start(omgeving, join(map, 'certificaten'));
      stoppers.push(() => last.stop());
      return new Systeem(
        omgeving,
        database,
        last,
        benodigdheden,
        new Dossier(benodigdheden),
        map,
        stoppers,
      );
    } catch (fout) {
      await ruimOp(stoppers);
      throw fout;
    }
  }

  /** Runs `doe` with a system of its own, which is gone afterwards. */
  static async met<T>(
    meld: (regel: string) => void,
    doe: (systeem: Systeem) => Promise<T>,
    proef = false,
  ): Promise<T> {
    const systeem = await Systeem.start(meld, proef);
    try {
      return await doe(systeem);
    } finally {
      await ruimOp(systeem.stoppers);
    }
  }

  async lees<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.query(sql, parameters)).rows as T[];
  }

  /** The one number that a query gives. */
  async telling(sql: string, parameters: unknown[] = []): Promise<number> {
    const [rij] = await this.lees<Record<string, unknown>>(sql, parameters);
    return Number(Object.values(rij ?? {})[0]);
  }

  /** Open journeys with news that their driver has not read. */
  achterstand(): Promise<number> {
    return this.telling('SELECT count(*) FROM route WHERE open AND gezien < stuurversie');
  }

  /** Waits until the drivers have read everything; how many they were behind, and how many a second they caught up. */
  async loopLeeg(
    meld: (regel: string) => void,
  ): Promise<{ readonly achter: number; readonly perSeconde: number }> {
    const achter = await this.achterstand();
    const begin = performance.now();
    for (let nog = achter, stap = 0; nog > 0; stap += 1) {
      await rust(200);
      nog = await this.achterstand();
      if (stap % 25 === 24) meld(`nog ${nog} van ${achter} achter`);
    }
    return { achter, perSeconde: (achter * 1_000) / (performance.now() - begin) };
  }

  async metTemporal<T>(doe: (client: Client) => Promise<T>): Promise<T> {
    const { address, namespace } = this.omgeving.temporal;
    const connection = await Connection.connect({ address });
    try {
      return await doe(new Client({ connection, namespace }));
    } finally {
      await connection.close();
    }
  }
}

async function ruimOp(stoppers: (() => Promise<void>)[]): Promise<void> {
  for (let stop = stoppers.pop(); stop !== undefined; stop = stoppers.pop()) {
    await stop().catch(() => undefined);
  }
}

/** Waits until the probe gives true. */
export async function wachtTot(
  wat: string,
  proef: () => Promise<boolean>,
  termijnMs = 600_000,
): Promise<void> {
  const begin = Date.now();
  while (!(await proef())) {
    if (Date.now() - begin > termijnMs) throw new Error(`${wat}: niet binnen ${termijnMs} ms`);
    await rust(100);
  }
}
