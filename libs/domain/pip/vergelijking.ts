import type { IsoDatum } from '../datum/datum.js';
import { berekenReeks } from '../termijnen/reeks.js';
import { vergelijkMetDuo, type DuoVergelijking } from '../termijnen/vergelijk-met-duo.js';
import type { TermijnOmgeving } from '../termijnen/typen.js';
import type { Toestand, VerlengingRegel } from '../traject/toestand.js';
import { eigenTermijn, isToegekend } from '../verlenging/verzoek.js';

/**
 * Our own last day (inclusive) of the inburgeringstermijn, whatever DUO stated, with the verlengingen that `telt`
 * accepts; null without a PIP.
 */
export function eigenEinde(
  toestand: Toestand,
  omgeving: TermijnOmgeving,
  telt: (verlenging: VerlengingRegel) => boolean,
): IsoDatum | null {
  const reeks = eigenTermijn(toestand, telt);
  const uitkomst = reeks === null ? null : berekenReeks(reeks, omgeving);
  return uitkomst?.ok === true ? uitkomst.antwoord.uiterlijkOp : null;
}

/** The termijn as DUO states it beside ours, with the likely cause of a difference; null until DUO stated one. */
export function vergelijkTermijn(
  toestand: Toestand,
  omgeving: TermijnOmgeving,
): DuoVergelijking | null {
  const { duoTermijn, pip } = toestand;
  const eigen = eigenEinde(toestand, omgeving, isToegekend);
  const zonderVerlenging = eigenEinde(toestand, omgeving, () => false);
  const metVerwachte = eigenEinde(toestand, omgeving, () => true);
  if (
    duoTermijn === null ||
    pip.eersteDagtekening === null ||
    eigen === null ||
    zonderVerlenging === null ||
    metVerwachte === null
  ) {
    return null;
  }
  return vergelijkMetDuo(
    pip.eersteDagtekening,
    { eigen, zonderVerlenging, metVerwachte },
    duoTermijn.eindeOp,
  );
}
