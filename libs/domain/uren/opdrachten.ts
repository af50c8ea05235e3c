import type { IsoDatum } from '../datum/datum.js';

/** Participation that DUO counts in hours, each with a total of its own. */
export const URENVORMEN = ['participatieactiviteiten', 'taallessen-brede-intake'] as const;

export type Urenvorm = (typeof URENVORMEN)[number];

export type UrenOpdracht =
  | {
      readonly soort: 'registreerCursusuren';
      /** Cumulative totals up to and including this day. */
      readonly totEnMet: IsoDatum;
      readonly urenNt2: number;
      readonly urenKnm: number;
      readonly bron: 'invoer' | 'import';
    }
  | {
      readonly soort: 'registreerOverigeUren';
      readonly vorm: Urenvorm;
      /** Cumulative total of this vorm up to and including this day. */
      readonly totEnMet: IsoDatum;
      readonly uren: number;
    };
