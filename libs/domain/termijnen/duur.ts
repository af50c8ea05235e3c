import { plusDagen, plusMaanden, type IsoDatum } from '../datum/datum.js';
import type { Duur, Eenheid } from './typen.js';

const ENKELVOUD: Readonly<Record<Eenheid, string>> = {
  dagen: 'dag',
  weken: 'week',
  maanden: 'maand',
  jaren: 'jaar',
};

/** A length in Dutch: `1 maand`, `10 weken`, `3 jaar`. */
export function duurTekst(duur: Duur): string {
  const enkel = duur.aantal === 1 || duur.eenheid === 'jaren';
  return `${duur.aantal} ${enkel ? ENKELVOUD[duur.eenheid] : duur.eenheid}`;
}

/**
 * The day a length after (or with `richting` -1 before) a day: weeks keep the weekday, months and
 * years keep the number of the day or take the last day of the month.
 */
export function telAf(van: IsoDatum, duur: Duur, richting: 1 | -1 = 1): IsoDatum {
  const n = duur.aantal * richting;
  switch (duur.eenheid) {
    case 'dagen':
      return plusDagen(van, n);
    case 'weken':
      return plusDagen(van, n * 7);
    case 'maanden':
      return plusMaanden(van, n);
    case 'jaren':
      return plusMaanden(van, n * 12);
  }
}
