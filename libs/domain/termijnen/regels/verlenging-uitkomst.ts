import { dagenTussen, vroegste, type IsoDatum } from '../../datum/datum.js';
import { datumTekst } from '../../datum/datum-tekst.js';
import { duurTekst, telAf } from '../duur.js';
import type { Rekenresultaat } from '../rekenaar.js';
import type { Rekenblad } from '../rekenblad.js';
import type { Duur } from '../typen.js';

/** The answer of a ground that gives nothing. */
export function nietVerlengd(
  blad: Rekenblad,
  eindeTermijn: IsoDatum,
  reden: string,
): Rekenresultaat {
  blad.stap(`Geen verlenging: ${reden}`, eindeTermijn);
  return { uiterlijkOp: eindeTermijn, verlengd: false, dagen: 0 };
}

/** The answer of a ground that moves the end, held to the longest extension of the row. */
export function verlengd(
  blad: Rekenblad,
  eindeTermijn: IsoDatum,
  nieuwEinde: IsoDatum,
  maximum: Duur | undefined,
): Rekenresultaat {
  const grens = maximum === undefined ? nieuwEinde : telAf(eindeTermijn, maximum);
  const uiterlijkOp = vroegste(nieuwEinde, grens);
  if (maximum !== undefined && uiterlijkOp !== nieuwEinde) {
    blad.stap(`De verlenging is ten hoogste ${duurTekst(maximum)}.`, uiterlijkOp);
  }
  const dagen = dagenTussen(eindeTermijn, uiterlijkOp);
  blad.stap(
    `Het einde verschuift van ${datumTekst(eindeTermijn)} naar ${datumTekst(uiterlijkOp)} (${duurTekst({ aantal: dagen, eenheid: 'dagen' })}).`,
    uiterlijkOp,
  );
  return { uiterlijkOp, verlengd: true, dagen };
}
