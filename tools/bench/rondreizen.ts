import pg from 'pg';

type Vraag = (...delen: unknown[]) => unknown;

interface Verbinding {
  /** Questions without their answer yet. */
  onderweg: number;
  /** An answer came since the last round trip began: who asks now, may have waited for it. */
  beantwoord: boolean;
}

/**
 * Counts what this process asks PostgreSQL: questions, and round trips. Questions sent after each other over one
 * connection, before any of them is answered, travel together in one round trip.
 */
export class Rondreizen {
  readonly #verbindingen = new WeakMap<object, Verbinding>();
  readonly #eigen: Vraag;
  #vragen = 0;
  #aantal = 0;

  constructor() {
    const prototype = pg.Client.prototype as unknown as { query: Vraag };
    const eigen = prototype.query;
    this.#eigen = eigen;
    const tel = (client: pg.Client): Verbinding => this.#tel(client);
    prototype.query = function telMee(this: pg.Client, ...delen: unknown[]): unknown {
      const verbinding = tel(this);
      const klaar = (): void => {
        verbinding.onderweg -= 1;
        verbinding.beantwoord = true;
      };
      const terug = delen.at(-1);
      if (typeof terug === 'function') {
        delen[delen.length - 1] = (...uitkomst: unknown[]): unknown => {
          klaar();
          return (terug as Vraag)(...uitkomst);
        };
      }
      const antwoord = eigen.apply(this, delen);
      if (antwoord instanceof Promise) antwoord.then(klaar, klaar);
      return antwoord;
    };
  }

  /** Round trips. */
  get aantal(): number {
    return this.#aantal;
  }

  get vragen(): number {
    return this.#vragen;
  }

  /** Counts from nought again. */
  begin(): void {
    this.#vragen = 0;
    this.#aantal = 0;
  }

  /** From now on nothing is counted. */
  stop(): void {
    (pg.Client.prototype as unknown as { query: Vraag }).query = this.#eigen;
  }

  #tel(client: pg.Client): Verbinding {
    const verbinding = this.#verbindingen.get(client) ?? { onderweg: 0, beantwoord: false };
    this.#verbindingen.set(client, verbinding);
    this.#vragen += 1;
    if (!client.pipeline || verbinding.onderweg === 0 || verbinding.beantwoord) {
      this.#aantal += 1;
      verbinding.beantwoord = false;
    }
    verbinding.onderweg += 1;
    return verbinding;
  }
}
