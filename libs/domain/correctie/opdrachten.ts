import type { Verwijtbaar } from '../keten/regels/resultaat.js';
import type { Opdracht, OpdrachtSoort } from '../traject/opdracht.js';
import type { IntrekbaarFeit } from './gebeurtenissen.js';

/** Withdraws a recorded fact: it turned out untrue, or was recorded on the wrong day. */
export interface CorrectieOpdracht {
  readonly soort: 'trekFeitIn';
  readonly feit: IntrekbaarFeit;
  readonly reden: string;
  /**
   * With pvtOndertekening or mapEindgesprek only: what DUO must hear in its place once the inburgeringstermijn is
   * over.
   */
  readonly verwijtbaar?: Verwijtbaar;
}

/** Withdraws a fact and records it anew, at once: the terms see only what changed in the end. */
export interface HerstelOpdracht {
  readonly soort: 'corrigeerFeit';
  readonly feit: IntrekbaarFeit;
  readonly reden: string;
  /** Records the fact as it should have been; of the kind that `HERSTEL` names. */
  readonly opdracht: Opdracht;
}

/** Which opdracht records each fact. */
export const HERSTEL = {
  scenario: 'kiesScenario',
  driegesprek: 'rondDriegesprekAf',
  woning: 'legWoningVast',
  verhuizing: 'legVerhuizingVast',
  brpInschrijving: 'legBrpInschrijvingVast',
  bijstand: 'legBijstandVast',
  regelingen: 'rondRegelingenAf',
  uitnodiging: 'nodigUitVoorIntake',
  intake: 'legIntakeVast',
  lbtAanmelding: 'meldAanVoorLbt',
  lbtOntheffing: 'verleenOntheffingLbt',
  leerroute: 'kiesLeerroute',
  pipConcept: 'stelPipOp',
  pip: 'stelPipVast',
  aanbod: 'doeAanbod',
  begeleiding: 'startBegeleiding',
  ontzorgenIngericht: 'richtOntzorgenIn',
  ontzorgenAfgerond: 'rondOntzorgenAf',
  pvtOndertekening: 'rondPvtAf',
  mapEindgesprek: 'rondMapAf',
  eindgesprek: 'voerEindgesprek',
  pvtVerwijtbaar: 'meldPvtVerwijtbaar',
  mapVerwijtbaar: 'meldMapVerwijtbaar',
  zrouteAfronding: 'rondZrouteAf',
  contactpersoon: 'wijsContactpersoonAan',
} as const satisfies Readonly<Record<IntrekbaarFeit, OpdrachtSoort>>;
