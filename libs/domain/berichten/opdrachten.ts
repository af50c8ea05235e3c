import type { IsoDatum } from '../datum/datum.js';

export type BerichtOpdracht =
  /** Reported by the delivery activity: DUO took the message. */
  | { readonly soort: 'meldBezorgd'; readonly meldingId: string; readonly berichtId: string }
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
  /** A caseworker did it in the Portal Inburgering. */
  | {
      readonly soort: 'meldHandmatigGedaan';
      readonly meldingId: string;
      readonly gedaanOp: IsoDatum;
      readonly bewijs: string;
    }
  /** A caseworker has it sent once more, under the same meldingId. */
  | { readonly soort: 'biedOpnieuwAan'; readonly meldingId: string };
