/** One line of the benchmark. */
export interface Meting {
  readonly naam: string;
  /** What was measured, with its unit: "412.000 termijnen per seconde". */
  readonly uitkomst: string;
  /** What we want of it; absent when there is no aim. */
  readonly doel?: string;
  readonly gehaald?: boolean;
}

/** A measurement; `vlug` asks for a smaller one, to see that it works. */
export type Meter = (opties: { readonly vlug: boolean }) => Promise<readonly Meting[]>;

export function getal(n: number): string {
  return Math.round(n).toLocaleString('nl-NL');
}

/** The lines as a table for a terminal. */
export function tabelVan(metingen: readonly Meting[]): string {
  const rijen = [
    ['meting', 'uitkomst', 'doel', ''],
    ...metingen.map(({ naam, uitkomst, doel = '', gehaald }) => [
      naam,
      uitkomst,
      doel,
      gehaald === undefined ? '' : gehaald ? 'gehaald' : 'NIET GEHAALD',
    ]),
  ];
  const breedtes = [0, 1, 2, 3].map((k) => Math.max(...rijen.map((rij) => rij[k]?.length ?? 0)));
  return rijen
    .map((rij) =>
      rij
        .map((cel, k) => cel.padEnd(breedtes[k] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
