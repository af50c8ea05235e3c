import type { IsoDatum } from '../datum/datum.js';
import type { Verwijtbaar } from '../keten/regels/resultaat.js';
import type { Contactgegevens } from '../contactpersoon/opdrachten.js';
import type { Alfabetisering, Leerroute, Niveau } from '../traject/toestand.js';
import type { OpnieuwOnderwerp } from './opnieuw.js';
import type { HandmatigOorzaak } from './soorten.js';

/** What a person enters in the Portal Inburgering. */
interface PortaalInhoud {
  /** Day of the beschikking, the advies, the verklaring or the aanmelding. */
  readonly op: IsoDatum;
  readonly toelichting: string | null;
}

interface ContactpersoonPlek {
  /** DUO's number, 1 to 99999; null: not known here, so that only a person can tell DUO. */
  readonly contactpersoonId: number | null;
}

/** What a message to DUO says, per kind; end dates inclusive (the adapter converts). */
export interface BerichtInhoud {
  readonly PIP_AANLEVEREN: {
    readonly dagtekeningPip: IsoDatum;
    readonly leerroute: Leerroute;
    readonly niveau: Niveau | null;
    readonly geschatteIntensiteitB1Route: number | null;
    readonly indicatorAlfabetiseringsonderwijs: Alfabetisering;
  };
  readonly PIP_INTREKKEN: { readonly reden: string };
  readonly AANBOD_AANLEVEREN: {
    readonly instellingsnummer: string;
    readonly datumInburgeringsaanbod: IsoDatum;
    readonly verwachteStartdatumOpleiding: IsoDatum;
    /** Inclusive. */
    readonly verwachteEinddatumOpleiding: IsoDatum;
    readonly indicatorAlfabetiseringsonderwijs: Alfabetisering;
  };
  readonly AANBOD_INTREKKEN: { readonly instellingsnummer: string };
  /** Sent whole: what is null or absent DUO withdraws. */
  readonly PVT_DOORGEVEN: {
    readonly datumOndertekeningPvt: IsoDatum | null;
    readonly verwijtbaar?: Verwijtbaar;
  };
  readonly MAP_DOORGEVEN: {
    readonly datumEindgesprekMap: IsoDatum | null;
    readonly verwijtbaar?: Verwijtbaar;
  };
  readonly ZROUTE_DOORGEVEN: { readonly datumAfrondingZroute: IsoDatum | null };
  /** Cumulative total of hours, never an increment. */
  readonly UREN_DOORGEVEN: { readonly uren: number };
  /** The same of participation, each vorm by itself. */
  readonly PARTICIPATIEACTIVITEITEN_DOORGEVEN: { readonly uren: number };
  readonly BREDE_INTAKE_UREN_DOORGEVEN: { readonly uren: number };
  /** DUO answers with the number under which it knows the contactpersoon from then on. */
  readonly CONTACTPERSOON_AANMELDEN: Contactgegevens;
  readonly CONTACTPERSOON_WIJZIGEN: ContactpersoonPlek & Contactgegevens;
  /** Takes the place of the contactpersoon that the inburgeraar had. */
  readonly CONTACTPERSOON_KOPPELEN: ContactpersoonPlek;
  readonly CONTACTPERSOON_ONTKOPPELEN: ContactpersoonPlek;
  readonly BOETE: PortaalInhoud & {
    /** Whole euros. */
    readonly bedragEuro: number;
  };
  readonly ADVIES_ONTHEFFING: PortaalInhoud;
  readonly VERKLARING_GROND_G: PortaalInhoud;
  readonly LBT_AANMELDING: PortaalInhoud;
}

export type BerichtSoort = keyof BerichtInhoud;

/** `handmatig-te-doen`: not offered to DUO, a person does it in the Portal Inburgering; `handmatig`: and did. */
export const BERICHT_STATUSSEN = [
  'open',
  'bezorgd',
  'geweigerd',
  'opgegeven',
  'vervallen',
  'handmatig-te-doen',
  'handmatig',
] as const;

export type BerichtStatus = (typeof BERICHT_STATUSSEN)[number];

/** A decided message: `meldingId` is our key, unique within the journey, never minted again by a rebuild. */
export type BerichtBesloten = {
  readonly [S in BerichtSoort]: {
    readonly soort: 'berichtBesloten';
    readonly meldingId: string;
    readonly baan: string;
    readonly bericht: S;
    readonly inhoud: BerichtInhoud[S];
  };
}[BerichtSoort];

export type BerichtGebeurtenis =
  | BerichtBesloten
  /** Never offered to DUO: a person does it in the Portal Inburgering. */
  | {
      readonly soort: 'berichtHandmatigTeDoen';
      readonly meldingId: string;
      readonly oorzaak: HandmatigOorzaak;
    }
  /** A person had the facts of a subject sent as they stand now; the message itself follows. */
  | {
      readonly soort: 'feitenOpnieuwGestuurd';
      readonly onderwerp: OpnieuwOnderwerp;
      readonly reden: string;
    }
  | {
      readonly soort: 'berichtBezorgd';
      readonly meldingId: string;
      readonly berichtId: string;
      readonly bezorgdOp: IsoDatum;
    }
  | {
      readonly soort: 'berichtGeweigerd';
      readonly meldingId: string;
      /** DUO's own words, sealed with the entry. */
      readonly foutteksten: readonly string[];
    }
  | { readonly soort: 'berichtOpgegeven'; readonly meldingId: string; readonly oorzaak: string }
  /** Offered once more under the same meldingId: a caseworker decided so, and nothing was delivered before. */
  | { readonly soort: 'berichtOpnieuwAangeboden'; readonly meldingId: string }
  | { readonly soort: 'berichtVervallen'; readonly meldingId: string; readonly reden: string }
  | {
      readonly soort: 'berichtHandmatigGedaan';
      readonly meldingId: string;
      readonly gedaanOp: IsoDatum;
      readonly bewijs: string;
    };
