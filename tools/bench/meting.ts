/** One line of the benchmark. */
export interface Meting {
  readonly naam: string;
  readonly waarde: number;
  /** "termijnen per seconde". */
  readonly eenheid: string;
  /** What we want of it: more than so much; absent when there is no aim. */
  readonly meerDan?: number;
}

/** A measurement; `vlug` asks for a smaller one, to see that it works. */
export type Meter = (opties: { readonly vlug: boolean }) => Promise<readonly Meting[]>;

/** The same line of several runs. */
export interface Reeks extends Omit<Meting, 'waarde'> {
  readonly mediaan: number;
  readonly laagste: number;
  readonly hoogste: number;
  readonly keren: number;
}

export function getal(n: number): string {
  return n.toLocaleString('nl-NL', { maximumFractionDigits: n < 100 ? 1 : 0 });
}

/** Puts the runs together, line by line; every run has the same lines. */
export function reeksenVan(runs: readonly (readonly Meting[])[]): readonly Reeks[] {
  return (runs[0] ?? []).map(({ waarde: _eerste, ...meting }, plek) => {
    const waarden = runs.flatMap((run) => run[plek]?.waarde ?? []).sort((a, b) => a - b);
    const [laagste = NaN] = waarden;
    return {
      ...meting,
      mediaan: waarden[Math.floor(waarden.length / 2)] ?? NaN,
      laagste,
      hoogste: waarden.at(-1) ?? NaN,
      keren: waarden.length,
    };
  });
}

/** Null: no aim. */
export function isGehaald({ mediaan, meerDan }: Reeks): boolean | null {
  return meerDan === undefined ? null : mediaan > meerDan;
}

/** The lines as a table that a terminal and Markdown both show. */
export function tabelVan(reeksen: readonly Reeks[]): string {
  const rijen = reeksen.map((reeks) => {
    const { naam, eenheid, mediaan, laagste, hoogste, keren, meerDan } = reeks;
    const gehaald = isGehaald(reeks);
    return [
      naam,
      `${getal(mediaan)} ${eenheid}`,
      keren === 1 ? '' : `${getal(laagste)} tot ${getal(hoogste)} (${keren} keer)`,
      meerDan === undefined
        ? ''
        : `meer dan ${getal(meerDan)}: ${gehaald === true ? 'gehaald' : 'NIET GEHAALD'}`,
    ];
  });
  const alle = [['meting', 'mediaan', 'laagste tot hoogste', 'doel'], ...rijen];
  const breedtes = [0, 1, 2, 3].map((k) => Math.max(3, ...alle.map((rij) => rij[k]?.length ?? 0)));
  const regel = (rij: readonly string[]): string =>
    `| ${rij.map((cel, k) => cel.padEnd(breedtes[k] ?? 0)).join(' | ')} |`;
  const streep = breedtes.map((breedte) => '-'.repeat(breedte));
  return [alle[0] ?? [], streep, ...rijen].map(regel).join('\n');
}
