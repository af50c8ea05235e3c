/** Everything DUO knows of one person, as the simulator keeps it. Dates are civil dates (yyyy-mm-dd). */
export interface Persoon {
  readonly id: string;
  bsn: string | null;
  vNummer: string | null;
  naam: string;
  geboortedatum: string;
  /** False = wrongly known under this law: DUO then answers as if it did not know the person. */
  onderWi2021: boolean;
  klokVerschuivingMs: number;
  notificatieMet: 'bsn' | 'vNummer' | 'beide';
  /** True = DUO sends the attention signals too, by itself when a term passes. */
  attentiesignalen?: boolean;
  verblijf: Verblijf;
  plicht: Plicht;
  plichtHistorie: Plicht[];
  doelgroep: Doelgroep;
  doelgroepHistorie: { indeling: string; begindatum?: string; einddatum?: string }[];
  termijn: Termijn | null;
  termijnHistorie: Termijn[];
  lbt: { examennummer: string | null; resultaten: LbtResultaat[] };
  pips: GeregistreerdePip[];
  /** Per instellingsnummer; a new one of the same instelling replaces the former. */
  aanbod: Partial<Record<string, Aanbod>>;
  /** Course hours registered on the current aanbod; with any of them a PIP cannot be deleted. */
  cursusuren: number;
  map: Onderdeel | null;
  pvt: Onderdeel | null;
  zroute: { datum: string; gemeenteOin: string } | null;
  uren: Partial<Record<string, GevolgdeUren>>;
  examens: Examenresultaat[];
  gratisPogingen: Record<string, number>;
  vrijstellingen: object[];
  ontheffingen: object[];
  contactpersoonId: number | null;
  agenda: Afspraak[];
  notificaties: Notificatie[];
  volgnummer: number;
}

interface Verblijf {
  gemeenteOin: string;
  gemeentecode: string;
  /** First day in the gemeente; a PIP dated before it is refused. */
  gevestigdOp: string;
  /** True = lives in a COA location and is coupled to gemeenteOin. */
  coaLocatie: boolean;
}

interface Plicht {
  indicatorInburgeringsplicht: boolean;
  begindatum?: string;
  einddatum?: string;
  wijzigingsdatum?: string;
  datumKennisgevingInburgeringsplicht?: string;
  redenGeenInburgeringsplicht?: string;
}

export interface Doelgroep {
  indeling: 'Asielstatushouder' | 'Gezinsmigrant en overige migrant';
  begindatum?: string;
  gedetailleerdeDoelgroep?: string;
  asielrechtenWijzigingVerblijfsdoel?: string;
}

/** `einddatum` is exclusive, as in DUO's file: the first day after the termijn. */
interface Termijn {
  startdatum: string;
  einddatum: string;
  wijzigingsdatum?: string;
  verlengingsgrondcode?: string;
  verlengingsgrondomschrijving?: string;
}

export interface LbtResultaat {
  resultaat: string;
  behaaldeScore: string;
  benodigdeScore: string;
  datumAfname: string;
}

export interface Pip {
  dagtekeningPip: string;
  leerroute: 'B' | 'O' | 'Z';
  niveau?: 'A2' | 'B1';
  geschatteIntensiteitB1Route?: number;
  indicatorMagOpleidingAfmaken?: boolean;
  indicatorAlfabetiseringsonderwijs?: 'A' | 'AA' | 'NVT';
}

interface GeregistreerdePip {
  gemeenteOin: string;
  gemeentecode: string;
  pip: Pip;
  ontvangenOp: string;
}

export interface Aanbod {
  datumInburgeringsaanbod?: string;
  verwachteStartdatumOpleiding?: string;
  verwachteEinddatumOpleiding?: string;
  indicatorAlfabetiseringsonderwijs: string;
}

/** MAP or PVT as a gemeente delivered it. */
export interface Onderdeel {
  datum?: string;
  verwijtbaar?: 'Ja' | 'Nee';
  gemeenteOin: string;
}

export interface GevolgdeUren {
  gemeentecode: string;
  bekendTot: string;
  TaallesEnKnmBredeIntake?: { uren: number };
  ParticipatieactiviteitenBredeIntake?: { uren: number };
  ParticipatieAlsTaalles?: { uren: number };
}

export interface Examenresultaat {
  examendatum: string;
  onderdeel: string;
  resultaat: string;
  niveau?: string;
  redenGeenResultaat?: string;
}

/** What an event may change in a person; objects are merged, arrays replaced, null removes a field. */
export type Bijwerking = {
  [K in (typeof BIJ_TE_WERKEN)[number]]?: unknown;
};

export const BIJ_TE_WERKEN = [
  'onderWi2021',
  'notificatieMet',
  'vNummer',
  'verblijf',
  'plicht',
  'doelgroep',
  'termijn',
  'lbt',
  'pips',
  'cursusuren',
  'map',
  'pvt',
  'zroute',
  'examens',
  'gratisPogingen',
  'vrijstellingen',
  'ontheffingen',
] as const;

/** An event that is due at a moment of the person's own clock. */
export interface Afspraak {
  id: string;
  volgnummer: number;
  tijdstip: string;
  gebeurtenisId: string;
  bijwerken?: Bijwerking;
  toevoegen?: { examens?: Examenresultaat[]; lbtResultaten?: LbtResultaat[] };
  /** The event falls away when this is no longer true at its moment. */
  alleenAls?: 'geenPip' | 'geenAanbod';
  /** OIN of the gemeente that is told; absent = the one where the person lives by then. */
  doel?: string;
}

interface Poging {
  tijdstip: string;
  status?: number;
  fout?: string;
}

export interface Notificatie {
  berichtId: string;
  gebeurtenisId: string;
  registratieDatumTijd: string;
  doel: string;
  status: 'wacht' | 'bezorgd' | 'mislukt' | 'vervallen';
  /** True = waits until a later one of this person has gone; false = has waited. */
  achteraan?: boolean;
  pogingen: Poging[];
}
