/** Lets so many through per second, and a few at once after a silence. */
export class Emmer {
  #inhoud: number;
  #gevuld: number;

  constructor(
    private readonly perSeconde: number,
    private readonly hoogstens: number,
    private readonly nuMs: () => number = () => performance.now(),
  ) {
    this.#inhoud = hoogstens;
    this.#gevuld = nuMs();
  }

  /** How many may go now, at most `gevraagd`; they count as gone. `perSeconde`: another pace since the last time. */
  neem(gevraagd: number, perSeconde = this.perSeconde): number {
    const nu = this.nuMs();
    const erbij = ((nu - this.#gevuld) / 1000) * perSeconde;
    this.#inhoud = Math.min(this.hoogstens, this.#inhoud + erbij);
    this.#gevuld = nu;
    const aantal = Math.min(gevraagd, Math.floor(this.#inhoud));
    this.#inhoud -= aantal;
    return aantal;
  }
}
