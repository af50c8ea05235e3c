import { openerNa } from '../traject/regels.js';
import type { Feit, Scenario, Toestand } from '../traject/toestand.js';

/** With which steps each scenario of the warme overdracht begins. */
interface Begin {
  /** The brede intake is held in the opvang: it does not wait until DUO told of the plicht. */
  readonly intakeInOpvang: boolean;
  /** The cursus starts where the inburgeraar comes to live: the aanbod waits for the move. */
  readonly aanbodNaVerhuizing: boolean;
}

const BEGIN: Readonly<Record<Scenario, Begin>> = {
  'snelle-start': { intakeInOpvang: true, aanbodNaVerhuizing: false },
  gecombineerd: { intakeInOpvang: true, aanbodNaVerhuizing: true },
  'na-verhuizing': { intakeInOpvang: false, aanbodNaVerhuizing: false },
};

function beginVan({ scenario }: Toestand): Begin {
  return BEGIN[scenario?.keuze ?? 'na-verhuizing'];
}

/** The earliest of these entries; null when there is none. */
function eersteNr(...feiten: readonly (Pick<Feit, 'nr'> | null)[]): number | null {
  const nrs = feiten.flatMap((feit) => (feit === null ? [] : [feit.nr]));
  return nrs.length === 0 ? null : Math.min(...nrs);
}

/** Entry from which the inburgeraar can be invited for the brede intake; null: not yet. */
export function intakeKanVanaf(toestand: Toestand): number | null {
  const { plicht, scenario } = toestand;
  const nr = eersteNr(plicht, beginVan(toestand).intakeInOpvang ? scenario : null);
  return nr === null ? null : openerNa(toestand, 'uitnodiging', nr);
}

/** Whether the brede intake opened while the inburgeraar still lives in the opvang. */
export function intakeInOpvang(toestand: Toestand): boolean {
  return beginVan(toestand).intakeInOpvang && toestand.plicht === null;
}

/**
 * Entry from which the aanbod can be done; null: it waits for the move. Not any longer once a signal of its term was
 * given: the law does not wait for a house.
 */
export function aanbodKanVanaf(toestand: Toestand): number | null {
  const { pip, verhuizing, brpInschrijving, termijnen } = toestand;
  if (pip.vastgesteld === null) return null;
  const { nr } = pip.vastgesteld;
  if (!beginVan(toestand).aanbodNaVerhuizing) return openerNa(toestand, 'aanbod', nr);
  const signalen = Object.values(termijnen['AANBOD_RICHTDATUM']?.sporten ?? {});
  const kan = eersteNr(verhuizing, brpInschrijving, ...signalen.map((sein) => ({ nr: sein })));
  return kan === null ? null : openerNa(toestand, 'aanbod', Math.max(nr, kan));
}
