import pg from 'pg';
import { maakGebruikers, type GebruikerUrls } from '#database/gebruikers.js';
import { zaaiGemeente, type Gemeente } from '#database/gemeenten.js';
import { migreer } from '#database/migreer.js';
import { migreerSleutels } from '#security/sleutels/migreer-sleutels.js';
import { bewaardGeheim } from './geheimen.js';

export interface DatabaseUrls extends GebruikerUrls {
  /** Owner of the journeys' database. */
  readonly eigenaar: string;
  /** The key store: a database of its own. */
  readonly sleutels: string;
}

async function maakDatabase(url: string, naam: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [naam]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(naam)}`);
  } finally {
    await client.end();
  }
  const nieuw = new URL(url);
  nieuw.pathname = `/${naam}`;
  return nieuw.href;
}

/** Two databases, migrated, with users of their own and the gemeenten in them. May be done again at every start. */
export async function richtDatabaseIn(
  serverUrl: string,
  map: string,
  gemeenten: readonly Gemeente[],
): Promise<DatabaseUrls> {
  const eigenaar = await maakDatabase(serverUrl, 'inburgeringsregie');
  const sleutels = await maakDatabase(serverUrl, 'sleutels');
  await migreer(eigenaar);
  await migreerSleutels(sleutels);
  const gebruikers = await maakGebruikers(eigenaar, {
    app: bewaardGeheim(map, 'app.wachtwoord', 'hex'),
    systeem: bewaardGeheim(map, 'systeem.wachtwoord', 'hex'),
  });
  for (const gemeente of gemeenten) await zaaiGemeente(eigenaar, gemeente);
  return { eigenaar, sleutels, ...gebruikers };
}
