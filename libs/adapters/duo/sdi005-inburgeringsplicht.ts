import type { IsoDatum } from '#domain/datum/datum.js';
import type { Vraag } from './aanroep.js';

export const DOELGROEPINDELINGEN = [
  'Asielstatushouder',
  'Gezinsmigrant en overige migrant',
] as const;
type Doelgroepindeling = (typeof DOELGROEPINDELINGEN)[number];

export const GEDETAILLEERDE_DOELGROEPEN = [
  'Asielstatushouder',
  'Geestelijk bedienaar',
  'Gezinshereniger',
  'Gezinshereniger met Asielstatushouder',
  'Gezinsvormer',
  'Gezinsvormer met Asielstatushouder',
  'Overig',
] as const;
type GedetailleerdeDoelgroep = (typeof GEDETAILLEERDE_DOELGROEPEN)[number];

export const ASIELRECHTEN_WIJZIGINGEN = [
  'Asielrechten toegekend',
  'Behoud asielrechten',
  'Op verzoek behoud rechten van gezins- en overige migrant',
  'Op verzoek rechten van gezins- en overige migrant toegekend',
] as const;
type AsielrechtenWijziging = (typeof ASIELRECHTEN_WIJZIGINGEN)[number];

export const REDENEN_GEEN_INBURGERINGSPLICHT = [
  'Volledige ontheffing',
  'Volledige vrijstelling',
  'Inburgeringsplicht voldaan',
  'Verblijfsdoel gewijzigd',
  'Vertrek uit Nederland langer dan een jaar',
  'Overlijden',
  'Overig',
  'Tijdelijke vrijstelling',
] as const;
type RedenGeenInburgeringsplicht = (typeof REDENEN_GEEN_INBURGERINGSPLICHT)[number];

export interface InburgeringsplichtHistorie {
  readonly indicatorInburgeringsplicht: boolean;
  readonly begindatum?: IsoDatum;
  /** Last day, inclusive. */
  readonly einddatum?: IsoDatum;
  readonly wijzigingsdatum?: IsoDatum;
}

export interface Inburgeringsplicht extends InburgeringsplichtHistorie {
  readonly datumKennisgevingInburgeringsplicht?: IsoDatum;
  readonly redenGeenInburgeringsplicht?: RedenGeenInburgeringsplicht;
}

export interface Doelgroep {
  readonly indeling?: Doelgroepindeling;
  readonly begindatum?: IsoDatum;
  readonly gedetailleerdeDoelgroep?: GedetailleerdeDoelgroep;
  readonly asielrechtenWijzigingVerblijfsdoel?: AsielrechtenWijziging;
}

export interface DoelgroepHistorie {
  readonly indeling?: Doelgroepindeling;
  readonly begindatum?: IsoDatum;
  /** Last day, inclusive. */
  readonly einddatum?: IsoDatum;
}

/** SDI005: whether someone must inburgeren, and in which doelgroep. */
export interface Sdi005Port {
  haalInburgeringsplicht: Vraag<Inburgeringsplicht>;
  haalInburgeringsplichtHistorie: Vraag<readonly InburgeringsplichtHistorie[]>;
  haalDoelgroep: Vraag<Doelgroep>;
  haalDoelgroepHistorie: Vraag<readonly DoelgroepHistorie[]>;
}
