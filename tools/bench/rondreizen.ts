import pg from 'pg';

type Vraag = (...delen: unknown[]) => unknown;

/** Counts the questions of this process to PostgreSQL: each is one round trip. */
export class Rondreizen {
  readonly #teksten: string[] = [];
  readonly #eigen: Vraag;

  constructor() {
    const prototype = pg.Client.prototype as unknown as { query: Vraag };
    const eigen = prototype.query;
    this.#eigen = eigen;
    const teksten = this.#teksten;
    prototype.query = function tel(this: unknown, ...delen: unknown[]): unknown {
      const [eerste] = delen;
      const tekst = typeof eerste === 'string' ? eerste : (eerste as { text?: unknown }).text;
      teksten.push(typeof tekst === 'string' ? tekst : '');
      return eigen.apply(this, delen);
    };
  }

  get aantal(): number {
    return this.#teksten.length;
  }

  /** The questions since the last call, in order. */
  neem(): string[] {
    return this.#teksten.splice(0);
  }

  /** From now on nothing is counted. */
  stop(): void {
    (pg.Client.prototype as unknown as { query: Vraag }).query = this.#eigen;
  }
}
