import { redenGeenWerkdag, type Kalender } from '../kalender/kalender.js';
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

/**
 * Applies articles 2 and 1 of the Algemene termijnenwet to a term that runs from the day after
 * `aanvang` to `einde`; day numbers, inclusive. Article 2 holds for terms of three days and more.
 */
export function verschuif(kalender: Kalender, aanvang: number, einde: number): Verschuiving {
  let naArtikel2 = einde;
  // Every stretch of a fortnight holds two working days, whatever the holidays.
  if (einde - aanvang >= 3 && einde - aanvang < 14) {
    let werkdagen = 0;
    for (let dag = aanvang + 1; dag <= naArtikel2 && werkdagen < 2; dag += 1) {
      if (redenGeenWerkdag(kalender, dag) === null) werkdagen += 1;
    }
    while (werkdagen < 2) {
      naArtikel2 += 1;
      if (redenGeenWerkdag(kalender, naArtikel2) === null) werkdagen += 1;
    }
  }
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
