import type { Client, QueryConfig, QueryResult } from 'pg';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export interface TransactieOpties {
  readonly alleenLezen?: boolean;
}

/** A statement that every connection parses and plans once; its name stands for this text. */
export interface VasteVraag {
  readonly naam: string;
  readonly tekst: string;
}

/**
 * One transaction on its connection. A statement goes out at once: those that do not wait for each other's answer travel
 * together, and are carried out in order.
 */
export class Transactie {
  readonly #client: Client;
  readonly #zonderAntwoord: Promise<unknown>[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  /** The rows of a statement. */
  async query(tekst: string, waarden: unknown[] = []): Promise<unknown[]> {
    return (await this.stuur({ text: tekst, values: waarden })).rows as unknown[];
  }

  /** As `query`, for a statement that is asked over and over. */
  async vraag<T>({ naam, tekst }: VasteVraag, waarden: unknown[]): Promise<T[]> {
    return (await this.stuur({ name: naam, text: tekst, values: waarden })).rows as T[];
  }

  /** Of the last writes, whose answer nobody reads: it travels with the COMMIT, which fails when this does. */
  laatste({ naam, tekst }: VasteVraag, waarden: unknown[]): void {
    const antwoord = this.stuur({ name: naam, text: tekst, values: waarden });
    antwoord.catch(() => undefined);
    this.#zonderAntwoord.push(antwoord);
  }

  begin(gemeenteId: string, alleenLezen: boolean): void {
    // The id is put into the text: statements together in one question cannot have parameters.
    const tekst =
      `BEGIN${alleenLezen ? ' READ ONLY' : ''}; SET LOCAL lock_timeout = '5s'; ` +
      `SELECT set_config('app.gemeente', '${gemeenteId}', true)`;
    const antwoord = this.stuur({ text: tekst });
    antwoord.catch(() => undefined);
    this.#zonderAntwoord.push(antwoord);
  }

  /** Rejects with the first error of what nobody waited for. */
  async #gelukt(): Promise<void> {
    for (const antwoord of this.#zonderAntwoord) await antwoord;
  }

  async commit(): Promise<void> {
    const einde = this.stuur({ text: 'COMMIT' });
    einde.catch(() => undefined);
    try {
      await this.#gelukt();
    } finally {
      // Also when it became a ROLLBACK: the connection must be free for the next.
      await einde.catch(() => undefined);
    }
    const { command } = await einde;
    // A statement failed and whoever sent it went on: nothing was kept.
    if (command !== 'COMMIT') throw new Error('De transactie is teruggedraaid.');
  }

  /** Ends without result; the error that counts: of what nobody waited for, for that made the rest fail. */
  async rollback(fout: unknown): Promise<unknown> {
    // A broken connection cannot roll back; the server does it, and the pool drops the connection.
    await this.stuur({ text: 'ROLLBACK' }).catch(() => undefined);
    return this.#gelukt().then(
      () => fout,
      (eerder: unknown) => eerder,
    );
  }

  private async stuur(vraag: QueryConfig & { text: string }): Promise<QueryResult> {
    try {
      // Written in one go with what is asked in the same turn.
      const { stream } = this.#client.connection;
      stream.cork();
      process.nextTick(() => {
        stream.uncork();
      });
      return await this.#client.query(vraag);
    } catch (fout) {
      throw new QueryFailedError(vraag.text, undefined, fout as Error);
    }
  }
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
  return metTransactie(dataSource, gemeenteId, (_transactie, manager) => doe(manager), opties);
}

/** As `inGemeente`, with the connection itself: for hand-written SQL. Its first statement travels with the BEGIN. */
export async function metTransactie<T>(
  dataSource: DataSource,
  gemeenteId: string,
  doe: (transactie: Transactie, manager: EntityManager) => Promise<T>,
  { alleenLezen = false }: TransactieOpties = {},
): Promise<T> {
  if (!UUID.test(gemeenteId)) throw new TypeError('Dit is geen id van een gemeente.');
  const runner = dataSource.createQueryRunner();
  const transactie = new Transactie((await runner.connect()) as Client);
  transactie.begin(gemeenteId, alleenLezen);
  let uitkomst: T;
  try {
    uitkomst = await doe(transactie, runner.manager);
  } catch (fout) {
    const oorzaak = await transactie.rollback(fout);
    await runner.release();
    throw oorzaak;
  }
  const einde = transactie.commit().finally(() => runner.release());
  // What was read stays true: the connection ends its transaction while the answer is on its way.
  if (alleenLezen) einde.catch(() => undefined);
  else await einde;
  return uitkomst;
}

/** SQLSTATE of what the database refused, with the constraint; undefined for any other error. */
export function databaseFout(fout: unknown): { code: string; constraint?: string } | undefined {
  if (!(fout instanceof Error) || !('driverError' in fout)) return undefined;
  const { code, constraint } = fout.driverError as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string') return undefined;
  return typeof constraint === 'string' ? { code, constraint } : { code };
}
