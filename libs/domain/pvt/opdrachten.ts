import type { IsoDatum } from '../datum/datum.js';

export type PvtOpdracht =
  | {
      readonly soort: 'registreerPvt';
      readonly op: IsoDatum;
      /** Hours, at most two decimals. */
      readonly uren: number;
      readonly vorm: 'les' | 'activiteit' | 'excursie';
    }
  | { readonly soort: 'rondPvtAf'; readonly ondertekendOp: IsoDatum };
