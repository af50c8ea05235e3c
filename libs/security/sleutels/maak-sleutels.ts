import pg from 'pg';
import { DubbeleSleutelopslag } from './dubbele-sleutelopslag.js';
import { GecachteSleutels } from './gecachte-sleutels.js';
import { LokaleHoofdsleutel } from './hoofdsleutel.js';
import { SleutelBestand } from './sleutel-bestand.adapter.js';
import { SleutelPostgres } from './sleutel-postgres.adapter.js';
import { deelSleutelslot } from './sleutelslot.js';

/** A connection that broke is back within this time: who renews the master key must see whoever runs. */
const HARTSLAG_MS = 5_000;

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

/**
 * The key store as an installation uses it. Keeps a connection open, also when nothing is asked: while it is there, the
 * master key is not renewed.
 */
export function maakSleutels(instellingen: SleutelInstellingen): Sleutels {
  const pool = new pg.Pool({
    connectionString: instellingen.databaseUrl,
    min: 1,
    max: 4,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    // Also when the server is there and does not answer.
    query_timeout: 6_000,
    application_name: 'inburgeringsregie-sleutels',
    verify: (client, klaar) => {
      // The pool itself does not listen until it is verified.
      client.on('error', () => undefined);
      deelSleutelslot(client).then(() => {
        klaar();
      }, klaar);
    },
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end
  // the process.
  pool.on('error', () => undefined);
  const stopHartslag = startHartslag(pool);
  const opslag = new DubbeleSleutelopslag(
    new SleutelPostgres(pool),
    new SleutelBestand(instellingen.kopieMap),
    new LokaleHoofdsleutel(instellingen.hoofdsleutel),
  );
  return {
    sleutels: new GecachteSleutels(opslag),
    herstel: () => opslag.herstel(),
    sluit: () => {
      stopHartslag();
      return pool.end();
    },
  };
}

/** Keeps one connection of the pool open, and opens it again when it broke. Gives what stops it. */
function startHartslag(pool: pg.Pool): () => void {
  let gestopt = false;
  let wekker: NodeJS.Timeout | undefined;
  const klop = async (): Promise<void> => {
    await pool.query('SELECT').catch(() => undefined);
    if (!gestopt) wekker = setTimeout(() => void klop(), HARTSLAG_MS).unref();
  };
  void klop();
  return () => {
    gestopt = true;
    clearTimeout(wekker);
  };
}
