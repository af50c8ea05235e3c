import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export interface TransactieOpties {
  readonly alleenLezen?: boolean;
}

/**
 * Runs `doe` in one transaction that sees the rows of one gemeente (E21). Rolls back when `doe`
 * throws. A lock is waited for at most 5 seconds.
 */
export function inGemeente<T>(
  dataSource: DataSource,
  gemeenteId: string,
  doe: (manager: EntityManager) => Promise<T>,
  opties: TransactieOpties = {},
): Promise<T> {
  return metTransactie(dataSource, gemeenteId, ({ manager }) => doe(manager), opties);
}

/** As `inGemeente`, with the connection itself: for hand-written SQL. */
export async function metTransactie<T>(
  dataSource: DataSource,
  gemeenteId: string,
  doe: (runner: QueryRunner) => Promise<T>,
  { alleenLezen = false }: TransactieOpties = {},
): Promise<T> {
  // The id is put into the text: one round trip needs a query without parameters.
  if (!UUID.test(gemeenteId)) throw new TypeError('Dit is geen id van een gemeente.');
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(
      `BEGIN${alleenLezen ? ' READ ONLY' : ''}; SET LOCAL lock_timeout = '5s'; ` +
        `SELECT set_config('app.gemeente', '${gemeenteId}', true)`,
    );
    const uitkomst = await doe(runner);
    await runner.query('COMMIT');
    return uitkomst;
  } catch (fout) {
    // A broken connection cannot roll back; the server does it, and the pool drops the connection.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw fout;
  } finally {
    await runner.release();
  }
}

/** SQLSTATE of what the database refused, with the constraint; undefined for any other error. */
export function databaseFout(fout: unknown): { code: string; constraint?: string } | undefined {
  if (!(fout instanceof Error) || !('driverError' in fout)) return undefined;
  const { code, constraint } = fout.driverError as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string') return undefined;
  return typeof constraint === 'string' ? { code, constraint } : { code };
}
