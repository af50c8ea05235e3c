export const STORINGSSOORTEN = [
  'weiger',
  'vertraag',
  'verbreek-na-verwerking',
  '503',
  'status',
  'half-antwoord',
  'antwoord-later',
  'afgekapt',
  'geen-json',
  'ander-veld',
  'dubbel-notificatie',
  'laat-vallen',
  'verwissel',
] as const;

type Storingssoort = (typeof STORINGSSOORTEN)[number];

/** A fault on order. Without `aantal` and `tot` it stays until the list is replaced. */
export interface Storing {
  soort: Storingssoort;
  api?: string;
  methode?: string;
  persoon?: string;
  gebeurtenisId?: string;
  aantal?: number;
  /** ISO moment, exclusive: from then on the fault is over, on the clock of the person concerned. */
  tot?: string;
  vertragingMs?: number;
  tekst?: string;
  status?: number;
  retryAfterS?: number;
  /** For 'ander-veld': where in the answer, with dots (`pip.niveau`, `0.resultaat`); a new name adds a field. */
  veld?: string;
  waarde?: string;
  /** For 'dubbel-notificatie': false = the second copy carries another berichtId. */
  zelfdeBerichtId?: boolean;
}

/** What a fault is matched with: one call to DUO, or one notification (api 'notificatie'). */
export interface Gelegenheid {
  api: string;
  methode: string;
  persoon: string | null;
  /** The clock of that person (ms); real time when the call is about nobody. */
  nu: number;
  gebeurtenisId?: string;
}

const past = (storing: Storing, bij: Gelegenheid): boolean =>
  (storing.api === undefined || storing.api === bij.api) &&
  (storing.methode === undefined || storing.methode.toUpperCase() === bij.methode.toUpperCase()) &&
  (storing.persoon === undefined || storing.persoon === bij.persoon) &&
  (storing.gebeurtenisId === undefined || storing.gebeurtenisId === bij.gebeurtenisId) &&
  (storing.tot === undefined || bij.nu < Date.parse(storing.tot)) &&
  storing.aantal !== 0;

/** Takes the first fault of one of the given kinds that applies, and counts it down. */
export const neemStoring = (
  storingen: Storing[],
  soorten: readonly Storingssoort[],
  bij: Gelegenheid,
): Storing | undefined => {
  const gevonden = storingen.find((s) => soorten.includes(s.soort) && past(s, bij));
  if (gevonden?.aantal !== undefined) gevonden.aantal -= 1;
  return gevonden;
};
