import type { IsoDatum } from '../datum/datum.js';

export interface UrenOpdracht {
  readonly soort: 'registreerCursusuren';
  /** Cumulative totals up to and including this day. */
  readonly totEnMet: IsoDatum;
  readonly urenNt2: number;
  readonly urenKnm: number;
  readonly bron: 'invoer' | 'import';
}
