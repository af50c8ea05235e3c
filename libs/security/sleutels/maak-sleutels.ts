import pg from 'pg';
import { DubbeleSleutelopslag } from './dubbele-sleutelopslag.js';
import { GecachteSleutels } from './gecachte-sleutels.js';
import { LokaleHoofdsleutel } from './hoofdsleutel.js';
import { SleutelBestand } from './sleutel-bestand.adapter.js';
import { SleutelPostgres } from './sleutel-postgres.adapter.js';

export interface SleutelInstellingen {
  readonly databaseUrl: string;
  readonly kopieMap: string;
  /** 32 bytes. */
  readonly hoofdsleutel: Buffer;
}

export interface Sleutels {
  readonly sleutels: GecachteSleutels;
  /** See `DubbeleSleutelopslag.herstel`: the worker calls it at start-up. */
  readonly herstel: () => Promise<number>;
  readonly sluit: () => Promise<void>;
}

/** The key store as an installation uses it. Opens its connections at first use. */
export function maakSleutels(instellingen: SleutelInstellingen): Sleutels {
  const pool = new pg.Pool({
    connectionString: instellingen.databaseUrl,
    max: 4,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    // Also when the server is there and does not answer.
    query_timeout: 6_000,
    application_name: 'inburgeringsregie-sleutels',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end
  // the process.
  pool.on('error', () => undefined);
  const opslag = new DubbeleSleutelopslag(
    new SleutelPostgres(pool),
    new SleutelBestand(instellingen.kopieMap),
    new LokaleHoofdsleutel(instellingen.hoofdsleutel),
  );
  return {
    sleutels: new GecachteSleutels(opslag),
    herstel: () => opslag.herstel(),
    sluit: () => pool.end(),
  };
}
