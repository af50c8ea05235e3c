/** How a journey ends, however DUO's word came. */
export interface Einde {
  /** In any order. */
  readonly mijlpalen: readonly string[];
  /** Why the plicht ended, as DUO says it; null: it goes on. */
  readonly reden: string | null;
}

const VOLDAAN = 'Inburgeringsplicht voldaan';
const BEGIN = ['kennisgevingOntvangen', 'trajectGeopend'];
const INGEBURGERD = [
  ...BEGIN,
  'examensBehaald',
  'intakeAfgerond',
  'lbtBekend',
  'leerrouteGekozen',
  'mapAfgerond',
  'pipBezorgd',
  'pipVastgesteld',
  'plichtGeeindigd',
  'pvtAfgerond',
  'termijnBevestigd',
  'trajectGesloten',
];
const ASIEL = [
  ...INGEBURGERD,
  'aanbodGedaan',
  'begeleidingGestart',
  'driegesprekGevoerd',
  'ingeschrevenInBrp',
  'ontzorgenAfgerond',
  'woningGevonden',
];

export const EINDEN = {
  asiel: { reden: VOLDAAN, mijlpalen: ASIEL },
  gezin: { reden: VOLDAAN, mijlpalen: INGEBURGERD },
  gemist: { reden: null, mijlpalen: BEGIN },
} as const satisfies Readonly<Record<string, Einde>>;
