import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITEITEN } from './entities/entiteiten.js';

export interface DataSourceOpties {
  /** Largest number of connections of this process. */
  readonly pool?: number;
}

const DATE = 1082;
const INT8 = 20;

// A civil date stays text (the driver would make it a local midnight) and our counters fit a number.
const TYPEN = new pg.TypeOverrides();
TYPEN.setTypeParser(DATE, (waarde) => waarde);
TYPEN.setTypeParser(INT8, Number);

/**
 * A connection that is listened to from the start. Between the moment it is ready and the moment its user listens it can
 * break, and an error that nobody hears would end the process.
 */
class BeluisterdeClient extends pg.Client {
  constructor(instellingen?: pg.ClientConfig) {
    super(instellingen);
    this.on('error', () => undefined);
  }
}

// Nothing waits longer than a caller does: connecting, a lock (set per transaction) and a statement
// all give up before 10 seconds.
function opties(url: string, naam: string, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: `inburgeringsregie-${naam}`,
    entities: [...ENTITEITEN],
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // Without a listener an idle connection that breaks would end the process; it is replaced.
    poolErrorHandler: () => undefined,
    extra: {
      Client: BeluisterdeClient,
      max: pool,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 8_000,
      query_timeout: 9_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
      // Statements that do not wait for each other's answer travel together (see `Transactie`).
      pipeline: true,
      types: TYPEN,
    },
  };
}

/** For the door and the lists: sees the rows of the gemeente of its transaction, nothing without one. */
export function maakAppDataSource(url: string, { pool = 10 }: DataSourceOpties = {}): DataSource {
  return new DataSource(opties(url, 'app', pool));
}

/** For dispatcher and sweep: sees the routing table and which post waits, of all gemeenten. */
export function maakSysteemDataSource(
  url: string,
  { pool = 3 }: DataSourceOpties = {},
): DataSource {
  return new DataSource(opties(url, 'systeem', pool));
}
