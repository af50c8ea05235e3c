import type { IsoDatum } from '#domain/datum/datum.js';
import type { DuoAanroep, DuoPersoonAanroep, Melding, MetBody, Vraag } from './aanroep.js';
import type { DuoUitkomst } from './uitkomst.js';

/** B1-route, onderwijsroute, zelfredzaamheidsroute. */
export const LEERROUTES = ['B', 'O', 'Z'] as const;
type DuoLeerroute = (typeof LEERROUTES)[number];

export const PIP_NIVEAUS = ['A2', 'B1'] as const;
type PipNiveau = (typeof PIP_NIVEAUS)[number];

/** Alfabetisering (A), for who reads another script (AA), or not needed (NVT). */
export const ALFABETISERING = ['A', 'AA', 'NVT'] as const;
type Alfabetiseringsonderwijs = (typeof ALFABETISERING)[number];

export interface Pip {
  /** Date of the beschikking. */
  readonly dagtekeningPip: IsoDatum;
  readonly leerroute: DuoLeerroute;
  readonly niveau?: PipNiveau;
  /** Hours of course and KNM in all, 1 to 9999; asiel on the B1-route only. */
  readonly geschatteIntensiteitB1Route?: number;
  readonly indicatorMagOpleidingAfmaken?: boolean;
  readonly indicatorAlfabetiseringsonderwijs?: Alfabetiseringsonderwijs;
}

export interface PipBijDuo {
  /** 4 digits; may be a former gemeente. */
  readonly gemeentecode: string;
  readonly pip: Pip;
}

export interface Contactpersoongegevens {
  readonly naam: string;
  readonly email: string;
  readonly telefoonnummer: string;
}

export interface Contactpersoon {
  /** DUO's id, 1 to 99999. */
  readonly id?: number;
  readonly contactpersoongegevens: Contactpersoongegevens;
}

interface ContactpersoonSleutel {
  /** DUO's id, 1 to 99999. */
  readonly contactpersoonId: number;
}

export interface Instelling {
  readonly instellingsnummer: string;
  readonly naam: string;
  readonly postcode: string;
  readonly huisnummer: number;
  readonly huisnummertoevoeging?: string;
  readonly plaatsnaam: string;
  readonly bow?: string;
  readonly brin?: string;
  readonly indicatieBowKeurmerk?: boolean;
  readonly indicatieTstKeurmerk?: boolean;
}

interface InstellingSleutel {
  /** 10 characters, from `haalInstellingen`. */
  readonly instellingsnummer: string;
}

export interface Inburgeringsaanbod {
  readonly datumInburgeringsaanbod?: IsoDatum;
  readonly verwachteStartdatumOpleiding?: IsoDatum;
  /** Last day, inclusive. (DUO gets the day after it.) */
  readonly verwachteEinddatumOpleiding?: IsoDatum;
  readonly indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs;
}

type ContactAanroep = DuoAanroep & ContactpersoonSleutel;
type KoppelAanroep = DuoPersoonAanroep & ContactpersoonSleutel;
type AanbodAanroep = DuoPersoonAanroep & InstellingSleutel;

/** SDI014: PIP, contactpersoon and inburgeringsaanbod. */
export interface Sdi014Port {
  haalPip: Vraag<PipBijDuo>;
  /** DUO confirms receipt only; what it made of the PIP comes later, as a notification. */
  leverPip: Melding<Pip>;
  verwijderPip: Vraag<null>;

  maakContactpersoon(
    aanroep: DuoAanroep & MetBody<Contactpersoongegevens>,
  ): Promise<DuoUitkomst<Contactpersoon>>;
  wijzigContactpersoon(
    aanroep: ContactAanroep & MetBody<Contactpersoongegevens>,
  ): Promise<DuoUitkomst<null>>;
  /** Also takes away every link with a person. */
  verwijderContactpersoon(aanroep: ContactAanroep): Promise<DuoUitkomst<null>>;
  /** Replaces the link the person had. */
  koppelContactpersoon(aanroep: KoppelAanroep): Promise<DuoUitkomst<null>>;
  ontkoppelContactpersoon(aanroep: KoppelAanroep): Promise<DuoUitkomst<null>>;

  haalInstellingen(aanroep: DuoAanroep): Promise<DuoUitkomst<readonly Instelling[]>>;
  /** Replaces the aanbod the person had at this instelling. */
  leverAanbod(aanroep: AanbodAanroep & MetBody<Inburgeringsaanbod>): Promise<DuoUitkomst<null>>;
  verwijderAanbod(aanroep: AanbodAanroep): Promise<DuoUitkomst<null>>;
}
