import type { Verwijtbaar } from '../keten/regels/resultaat.js';

/** Facts a caseworker can take back; facts of DUO are corrected by DUO. */
export const INTREKBARE_FEITEN = [
  'scenario',
  'driegesprek',
  'woning',
  'verhuizing',
  'brpInschrijving',
  'bijstand',
  'regelingen',
  'uitnodiging',
  'intake',
  'lbtAanmelding',
  'lbtOntheffing',
  'leerroute',
  'pipConcept',
  'pip',
  'aanbod',
  'begeleiding',
  'ontzorgenIngericht',
  'ontzorgenAfgerond',
  'pvtOndertekening',
  'mapEindgesprek',
  'eindgesprek',
  'pvtVerwijtbaar',
  'mapVerwijtbaar',
  'zrouteAfronding',
  'contactpersoon',
] as const;

export type IntrekbaarFeit = (typeof INTREKBARE_FEITEN)[number];

export interface CorrectieGebeurtenis {
  readonly soort: 'feitIngetrokken';
  readonly feit: IntrekbaarFeit;
  readonly reden: string;
  /** What is said of MAP or PVT instead; absent: nothing. */
  readonly verwijtbaar?: Verwijtbaar;
}
