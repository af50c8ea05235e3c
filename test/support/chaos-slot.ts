// A row that the test holds, so that a process stops at the very statement that writes it, and can be killed there.
import pg from 'pg';
import { wachtTot, type Chaos } from './chaos-omgeving.js';

export class Slot {
  readonly #client: pg.Client;

  private constructor(connectionString: string) {
    this.#client = new pg.Client({ connectionString });
    // After a test that failed half-way PostgreSQL stops under it.
    this.#client.on('error', () => undefined);
  }

  /** Holds the rows of this query until let go. */
  static async op(chaos: Chaos, rijen: string, parameters: unknown[]): Promise<Slot> {
    const slot = new Slot(chaos.omgeving.database.eigenaar);
    await slot.#client.connect();
    await slot.#client.query('BEGIN');
    const { rowCount } = await slot.#client.query(`${rijen} FOR UPDATE`, parameters);
    if (rowCount === 0) throw new Error('Er is geen rij om vast te houden.');
    return slot;
  }

  /** Waits until someone stands still before these rows, or behind who does, with a statement of this form. */
  async wachtOp(vorm: RegExp): Promise<void> {
    await wachtTot(
      `iemand wacht met ${String(vorm)}`,
      async () => (await this.#wachters()).some(({ query }) => vorm.test(query)),
      { termijnMs: 20_000, pauzeMs: 20 },
    );
  }

  /**
   * Whoever waits gets nothing done: its process is dead, but its statement would still be carried out. Then lets go.
   */
  async verbreek(): Promise<void> {
    for (const { pid } of await this.#wachters()) {
      await this.#client.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
    }
    await this.laatLos();
  }

  async laatLos(): Promise<void> {
    await this.#client.query('ROLLBACK');
    await this.#client.end();
  }

  async #wachters(): Promise<{ pid: number; query: string }[]> {
    // Within a transaction PostgreSQL shows the same picture again until told otherwise.
    await this.#client.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await this.#client.query<{ pid: number; query: string }>(
      `WITH RECURSIVE rij(pid) AS (
         SELECT pg_backend_pid()
         UNION
         SELECT a.pid FROM rij JOIN pg_stat_activity a ON rij.pid = ANY (pg_blocking_pids(a.pid))
          WHERE a.wait_event_type = 'Lock')
       SELECT pid, query FROM rij JOIN pg_stat_activity USING (pid) WHERE pid <> pg_backend_pid()`,
    );
    return rows;
  }
}
