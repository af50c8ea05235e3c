import type { IsoDatum } from '../datum/datum.js';
import type { OpnieuwOnderwerp } from './opnieuw.js';
import type { PortaalSoort } from './soorten.js';

export type BerichtOpdracht =
  /** Reported by the delivery activity: DUO took the message. */
  | {
      readonly soort: 'meldBezorgd';
      readonly meldingId: string;
      readonly berichtId: string;
      /** What DUO answered to a new contactpersoon: its number from now on, 1 to 99999. */
      readonly contactpersoonId?: number;
    }
  /** Reported by the delivery activity: a business refusal (403 with Foutmelding). */
  | {
      readonly soort: 'meldGeweigerd';
      readonly meldingId: string;
      readonly foutteksten: readonly string[];
    }
  /** Reported by the delivery activity: not delivered, and trying again by itself makes no sense any more. */
  | { readonly soort: 'meldNietBezorgd'; readonly meldingId: string; readonly oorzaak: string }
  /** Reported by the delivery activity: a newer message says it all, and this one was never attempted (E17). */
  | { readonly soort: 'meldIngehaald'; readonly meldingId: string }
  /** Reported by the delivery activity: the gemeente put the API off while the message was on its way. */
  | { readonly soort: 'meldApiUit'; readonly meldingId: string }
  /** A caseworker did it in the Portal Inburgering. */
  | {
      readonly soort: 'meldHandmatigGedaan';
      readonly meldingId: string;
      readonly gedaanOp: IsoDatum;
      readonly bewijs: string;
    }
  /** A caseworker has it sent once more, under the same meldingId. */
  | { readonly soort: 'biedOpnieuwAan'; readonly meldingId: string }
  /** DUO must hear something for which it has no API: a task until someone did it in the Portal Inburgering. */
  | {
      readonly soort: 'legPortaalmeldingVast';
      readonly melding: PortaalSoort;
      /** Day of the beschikking, the advies, the verklaring or the aanmelding. */
      readonly op: IsoDatum;
      /** Whole euros, 1 to 9999; with a BOETE, and only there. */
      readonly bedragEuro?: number;
      readonly toelichting?: string;
    }
  /** A portaalmelding that should not have been recorded, and was not made at DUO yet. */
  | { readonly soort: 'trekPortaalmeldingIn'; readonly meldingId: string; readonly reden: string }
  /** The facts of a subject go to DUO once more, whole and as they stand now. */
  | {
      readonly soort: 'stuurOpnieuw';
      readonly onderwerp: OpnieuwOnderwerp;
      readonly reden: string;
    };
