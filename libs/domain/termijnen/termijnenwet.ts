import { redenGeenWerkdag, type Kalender } from '../kalender/kalender.js';
import type { Schorsingseffect } from './schorsing.js';
import type { Duur } from './typen.js';

const GRENS: Readonly<Record<Duur['eenheid'], number>> = {
  dagen: 90,
  weken: 12,
  maanden: 3,
  jaren: 0,
};

/** Article 4: longer than 90 days, 12 weeks or 3 months, or in years: outside the Termijnenwet. */
export function isTeLangVoorTermijnenwet(duur: Duur): boolean {
  return duur.aantal > GRENS[duur.eenheid];
}

export interface Verschuiving {
  /** Last day by article 2, before article 1; equal to the given end when article 2 adds nothing. */
  readonly naArtikel2: number;
  readonly einde: number;
  /** The days that moved the end by article 1, with the reason. */
  readonly overgeslagen: readonly { readonly nummer: number; readonly reden: string }[];
}

/** Suspended days that count: they are not in the term. */
type Geschorst = Pick<Schorsingseffect, 'van' | 'tot' | 'dagen'>;

/** The first day from `dag` on that no suspension inside the term covers. */
function eersteOngeschorst(dag: number, geschorst: readonly Geschorst[]): number {
  let vrij = dag;
  // In order of time and apart from each other: one pass is enough.
  for (const { van, tot, dagen } of geschorst) {
    if (dagen > 0 && van <= vrij && tot !== null && tot >= vrij) vrij = tot + 1;
  }
  return vrij;
}

/** Article 2: the last day, stretched until the term has two working days that are not suspended. */
function tweeWerkdagen(
  kalender: Kalender,
  aanvang: number,
  einde: number,
  geschorst: readonly Geschorst[],
): number {
  let werkdagen = 0;
  let dag = aanvang;
  while (werkdagen < 2) {
    dag = eersteOngeschorst(dag + 1, geschorst);
    if (redenGeenWerkdag(kalender, dag) === null) werkdagen += 1;
  }
  return Math.max(dag, einde);
}

/**
 * Applies articles 2 and 1 of the Algemene termijnenwet to a term that runs from the day after
 * `aanvang` to `einde`; day numbers, inclusive. Article 2 holds for terms of three days and more, of which the days in
 * `geschorst` (in order of time) are no part, though they already moved `einde`.
 */
export function verschuif(
  kalender: Kalender,
  aanvang: number,
  einde: number,
  geschorst: readonly Geschorst[] = [],
): Verschuiving {
  const lengte = geschorst.reduce((over, { dagen }) => over - dagen, einde - aanvang);
  const naArtikel2 = lengte >= 3 ? tweeWerkdagen(kalender, aanvang, einde, geschorst) : einde;
  const overgeslagen: { nummer: number; reden: string }[] = [];
  let dag = naArtikel2;
  let reden = redenGeenWerkdag(kalender, dag);
  while (reden !== null) {
    overgeslagen.push({ nummer: dag, reden });
    dag += 1;
    reden = redenGeenWerkdag(kalender, dag);
  }
  return { naArtikel2, einde: dag, overgeslagen };
}
