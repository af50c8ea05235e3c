import type { IsoDatum } from '../datum/datum.js';
import type { Verwijtbaar } from '../keten/regels/resultaat.js';
import type { Alfabetisering, Leerroute, Niveau } from '../traject/toestand.js';

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
}

export type BerichtSoort = keyof BerichtInhoud;

export type BerichtStatus =
  'open' | 'bezorgd' | 'geweigerd' | 'opgegeven' | 'vervallen' | 'handmatig';

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
