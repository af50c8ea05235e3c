export interface Regel {
  /** Virtual civil date of the journey. */
  readonly datum: string;
  readonly persoon: string;
  readonly schakel: string;
  readonly tekst: string;
  /** Indented lines under it: terms with their reason. */
  readonly toelichting?: readonly string[];
}

/** Tells the story on the screen as it happens; with `json` the same as JSON lines. */
export class Verteller {
  readonly #begin = Date.now();

  constructor(
    private readonly json: boolean,
    private readonly schrijf: (regel: string) => void = (regel) => {
      process.stdout.write(`${regel}\n`);
    },
  ) {}

  meld = (tekst: string): void => {
    this.schrijf(this.json ? JSON.stringify({ soort: 'voortgang', tekst }) : tekst);
  };

  vertel(regel: Regel): void {
    if (this.json) {
      this.schrijf(JSON.stringify({ soort: 'verhaal', ...regel }));
      return;
    }
    const kop = `${regel.datum}  ${regel.persoon.padEnd(14)} ${regel.schakel.padEnd(15)}`;
    this.schrijf(`${kop} ${regel.tekst}`);
    for (const uitleg of regel.toelichting ?? []) this.schrijf(`${' '.repeat(42)}  ${uitleg}`);
  }

  /** `afwijkingen`: what went otherwise than expected; none is success. */
  besluit(samenvatting: readonly string[], afwijkingen: readonly string[]): void {
    const seconden = Math.round((Date.now() - this.#begin) / 1000);
    if (this.json) {
      this.schrijf(JSON.stringify({ soort: 'samenvatting', samenvatting, afwijkingen, seconden }));
      return;
    }
    this.schrijf(['', ...samenvatting, `Duur: ${seconden} seconden.`].join('\n'));
    if (afwijkingen.length > 0) {
      this.schrijf(['Afwijkingen van het verwachte verhaal:', ...afwijkingen].join('\n  - '));
    } else {
      const hoeveel = samenvatting.length === 1 ? 'Eén traject' : 'Drie trajecten';
      this.schrijf(`${hoeveel} verteld, zoals verwacht.`);
    }
  }
}
