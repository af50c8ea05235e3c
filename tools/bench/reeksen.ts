/** What is wanted of a figure. */
export type Doel = { readonly hoogstens: number } | { readonly minstens: number };

/** One figure of the benchmark, with the value of each run. */
export interface Reeks {
  readonly naam: string;
  readonly eenheid: string;
  readonly waarden: readonly number[];
  readonly doel?: Doel;
  /** Every run must meet the aim, not only the median: lateness, losses. */
  readonly elke?: boolean;
}

export type ReeksOpties = Pick<Reeks, 'doel' | 'elke'>;

/** Gathers figures over the runs; each name once, in the order in which they first came. */
export class Reeksen {
  readonly #reeksen = new Map<string, Reeks>();

  zet(naam: string, eenheid: string, waarde: number, opties: ReeksOpties = {}): void {
    const eerder = this.#reeksen.get(naam)?.waarden ?? [];
    this.#reeksen.set(naam, { naam, eenheid, waarden: [...eerder, waarde], ...opties });
  }

  alle(): readonly Reeks[] {
    return [...this.#reeksen.values()];
  }
}

function gesorteerd(waarden: readonly number[]): number[] {
  return [...waarden].sort((a, b) => a - b);
}

/** Nearest rank; `deel` between 0 and 1. NaN without values. */
export function percentiel(waarden: readonly number[], deel: number): number {
  const rij = gesorteerd(waarden);
  return rij[Math.max(0, Math.ceil(rij.length * deel) - 1)] ?? NaN;
}

/** The middle value, or the mean of the middle two. */
export function mediaan(waarden: readonly number[]): number {
  const rij = gesorteerd(waarden);
  const midden = rij.length / 2;
  return Number.isInteger(midden)
    ? ((rij[midden - 1] ?? NaN) + (rij[midden] ?? NaN)) / 2
    : (rij[Math.floor(midden)] ?? NaN);
}

/** Undefined when there is no aim. */
export function isGehaald({ waarden, doel, elke = false }: Reeks): boolean | undefined {
  if (doel === undefined) return undefined;
  const haalt = (waarde: number): boolean =>
    'hoogstens' in doel ? waarde <= doel.hoogstens : waarde >= doel.minstens;
  return elke ? waarden.every(haalt) : haalt(mediaan(waarden));
}

/** A number as a Dutch reader expects it, with as many decimals as its size asks for. */
export function getal(n: number): string {
  const decimalen = Math.abs(n) >= 100 || Number.isInteger(n) ? 0 : Math.abs(n) >= 10 ? 1 : 2;
  return n.toLocaleString('nl-NL', {
    minimumFractionDigits: decimalen,
    maximumFractionDigits: decimalen,
  });
}

export interface Rij {
  readonly naam: string;
  readonly mediaan: string;
  readonly spreiding: string;
  readonly doel: string;
  readonly oordeel: string;
}

/** A figure as a row of a table: median, lowest and highest run, aim. */
export function rijVan(reeks: Reeks): Rij {
  const { naam, eenheid, waarden, doel } = reeks;
  const rij = gesorteerd(waarden);
  const gehaald = isGehaald(reeks);
  const [laagste = NaN] = rij;
  const hoogste = rij.at(-1) ?? NaN;
  return {
    naam,
    mediaan: `${getal(mediaan(waarden))} ${eenheid}`,
    spreiding: waarden.length === 1 ? 'een keer' : `${getal(laagste)} - ${getal(hoogste)}`,
    doel:
      doel === undefined
        ? ''
        : 'hoogstens' in doel
          ? `hoogstens ${getal(doel.hoogstens)}`
          : `minstens ${getal(doel.minstens)}`,
    oordeel: gehaald === undefined ? '' : gehaald ? 'gehaald' : 'NIET GEHAALD',
  };
}
