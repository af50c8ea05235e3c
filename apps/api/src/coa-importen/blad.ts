/** What an import may be at most. A list of one gemeente is tens of rows; all of this is ample. */
export const GRENZEN = {
  rijen: 500,
  kolommen: 40,
  tekensPerCel: 2_000,
  onderdelen: 500,
  uitgepakteBytes: 16 * 1024 * 1024,
  /** Unpacked to packed, of the whole file; spreadsheets stay under 30. */
  uitpakverhouding: 100,
} as const;

/** A row with its number as a spreadsheet shows it; cells as text, from column A on. */
export interface Bladrij {
  readonly nr: number;
  readonly cellen: readonly string[];
}

/** The file as a whole cannot be read. Names a place, never what stands there. */
export class BestandFout extends Error {
  constructor(
    readonly veld: string,
    melding: string,
  ) {
    super(melding);
    this.name = 'BestandFout';
  }
}

/** Letter of a column, from 0: A, B, …, Z, AA. */
export function kolomletter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : `${kolomletter(Math.floor(index / 26) - 1)}${rest}`;
}

export function teVeelRijen(): BestandFout {
  return new BestandFout('body', `Het bestand mag hoogstens ${GRENZEN.rijen} rijen hebben.`);
}

export function teVeelKolommen(nr: number): BestandFout {
  return new BestandFout(`rij ${nr}`, `Een rij mag hoogstens ${GRENZEN.kolommen} cellen hebben.`);
}
