/** Points a journey reaches; a correction can withdraw them again. In the order of the happy path. */
export const MIJLPALEN = [
  'trajectGeopend',
  'driegesprekGevoerd',
  'woningGevonden',
  'ingeschrevenInBrp',
  'kennisgevingOntvangen',
  'intakeAfgerond',
  'lbtBekend',
  'leerrouteGekozen',
  'pipVastgesteld',
  'pipBezorgd',
  'termijnBevestigd',
  'aanbodGedaan',
  'begeleidingGestart',
  'ontzorgenAfgerond',
  'pvtAfgerond',
  'mapAfgerond',
  'examensBehaald',
  'plichtGeeindigd',
  'trajectGesloten',
] as const;

export type Mijlpaal = (typeof MIJLPALEN)[number];
