import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIES } from './migrations/migraties.js';

const SLOT = 7_205_012;

/**
 * Brings the database up to date, as its owner. Several processes may do this at once: one migrates,
 * the others wait and find it done.
 */
export async function migreer(url: string): Promise<void> {
  const wachter = new pg.Client({ connectionString: url });
  await wachter.connect();
  try {
    await wachter.query('SELECT pg_advisory_lock($1)', [SLOT]);
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      migrations: MIGRATIES,
      migrationsTableName: 'migratie',
      migrationsTransactionMode: 'all',
      installExtensions: false,
      extra: { max: 1 },
    });
    await dataSource.initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
  } finally {
    // Ending the connection releases the lock.
    await wachter.end();
  }
}
