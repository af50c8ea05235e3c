import { geweigerd } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';
import type { DuoBron } from './gebeurtenissen.js';

/**
 * Refuses facts whose request began before that of the facts we have (E18).
 * `gevraagdTijdstip`: ISO instant in UTC.
 */
export function verouderd(toestand: Toestand, bron: DuoBron, gevraagdTijdstip: string) {
  const bekend = toestand.feitTijdstip[bron];
  return bekend !== undefined && gevraagdTijdstip < bekend
    ? geweigerd('FEITEN_VEROUDERD', 'Het dossier kent al nieuwere gegevens van deze bron.')
    : null;
}

/** Remembers when the request for these facts began. */
export function metFeitTijdstip(toestand: Toestand, bron: DuoBron, tijdstip: string): Toestand {
  return { ...toestand, feitTijdstip: { ...toestand.feitTijdstip, [bron]: tijdstip } };
}
