/** Lets at most `gelijktijdig` calls through at once; at most `wachtend` others wait their turn. */
export class Begrenzer {
  #bezet = 0;
  readonly #rij: (() => void)[] = [];

  constructor(
    private readonly gelijktijdig: number,
    private readonly wachtend: number,
  ) {}

  /** Gives a function that frees the place again. */
  async neem(signal: AbortSignal): Promise<(() => void) | 'vol' | 'afgebroken'> {
    if (signal.aborted) return 'afgebroken';
    if (this.#bezet < this.gelijktijdig) {
      this.#bezet += 1;
      return this.#vrijgever();
    }
    if (this.#rij.length >= this.wachtend) return 'vol';
    return await new Promise((klaar) => {
      const aanDeBeurt = (): void => {
        signal.removeEventListener('abort', afgebroken);
        klaar(this.#vrijgever());
      };
      const afgebroken = (): void => {
        this.#rij.splice(this.#rij.indexOf(aanDeBeurt), 1);
        klaar('afgebroken');
      };
      signal.addEventListener('abort', afgebroken, { once: true });
      this.#rij.push(aanDeBeurt);
    });
  }

  #vrijgever(): () => void {
    let vrij = false;
    return () => {
      if (vrij) return;
      vrij = true;
      const volgende = this.#rij.shift();
      // The place passes on, so that nobody slips in between.
      if (volgende === undefined) this.#bezet -= 1;
      else volgende();
    };
  }
}
