import type { IsoDatum } from '../datum/datum.js';

/** Participation that DUO counts in hours, each with a total of its own. */
export const PARTICIPATIEVORMEN = ['participatieactiviteiten', 'participatie-als-taalles'] as const;

export type Participatievorm = (typeof PARTICIPATIEVORMEN)[number];

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
      readonly soort: 'registreerParticipatieuren';
      readonly vorm: Participatievorm;
      /** Cumulative total of this vorm up to and including this day. */
      readonly totEnMet: IsoDatum;
      readonly uren: number;
    };
