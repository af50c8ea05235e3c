// A database with one gemeente, Temporal, and workers as processes of their own, for specs that kill them.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { maakAppDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { Dossier } from '#dossier/dossier.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { testBundel } from '#test/support/bundel.js';
import { maakTestDatabase } from '#test/support/database.js';
import {
  startHerzieningWorker,
  type HerzieningWerkplek,
  type WorkerProces,
} from '#test/support/herziening-proces.js';
import { testTemporal } from '#test/support/temporal.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';
import { GEMEENTE } from '../dossier/opstelling.js';

export interface Werkplek {
  readonly plek: HerzieningWerkplek;
  readonly app: DataSource;
  /** Sees every row. */
  readonly eigenaar: pg.Pool;
  readonly dossier: Dossier;
  /** One more worker; `stop` ends it if the spec did not. */
  startWorker(): Promise<WorkerProces>;
  stop(): Promise<void>;
}

/** `naam`: begins the names of what is made for it outside the database. */
export async function maakWerkplek(naam: string): Promise<Werkplek> {
  const database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, GEMEENTE);
  const app = await maakAppDataSource(urls.app, { pool: 12 }).initialize();
  const eigenaar = new pg.Pool({ connectionString: database.url, max: 2 });
  eigenaar.on('error', () => undefined);
  const zoeksleutel = randomBytes(32);
  const map = mkdtempSync(join(tmpdir(), `${naam}-`));
  const bundel = join(map, 'bundel.js');
  const gebundeld = await testBundel();
  writeFileSync(bundel, 'code' in gebundeld ? gebundeld.code : '');
  const plek = {
    ...urls,
    zoeksleutel: zoeksleutel.toString('hex'),
    temporal: await testTemporal(),
    taakwachtrij: `${naam}-${randomUUID()}`,
    bundel,
  };
  const dossier = new Dossier({
    dataSource: app,
    sleutels: new VasteSleutels(),
    zoeksleutels: new Zoeksleutels(zoeksleutel),
  });
  const processen: WorkerProces[] = [];
  return {
    plek,
    app,
    eigenaar,
    dossier,
    startWorker: async () => {
      const proces = await startHerzieningWorker(plek);
      processen.push(proces);
      return proces;
    },
    stop: async () => {
      for (const proces of processen) await proces.dood();
      await eigenaar.end();
      await app.destroy();
      await database.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/** Asks until it is so. */
export async function wachtTot(klopt: () => Promise<boolean>): Promise<void> {
  while (!(await klopt())) await rust(20);
}
