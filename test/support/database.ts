import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { vraagLoket } from './loket-vraag.js';

export interface TestDatabase {
  /** Url of the owner of everything; a spec makes the urls of narrower roles from it. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A database of its own for one spec, cloned from a migrated template on the PostgreSQL that the
 * Jest run shares. `leeg` gives one without migrations.
 */
export async function maakTestDatabase(opties: { leeg?: boolean } = {}): Promise<TestDatabase> {
  const server = await vraagLoket('postgres');
  const naam = `test_${randomUUID().replaceAll('-', '')}`;
  const sjabloon = opties.leeg === true ? 'template0' : server.sjabloon;
  await voerUit(server.url, `CREATE DATABASE ${naam} TEMPLATE ${sjabloon}`);
  const url = new URL(server.url);
  url.pathname = `/${naam}`;
  return {
    url: url.href,
    stop: () => voerUit(server.url, `DROP DATABASE IF EXISTS ${naam} WITH (FORCE)`),
  };
}

async function voerUit(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
