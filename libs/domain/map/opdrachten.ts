import type { IsoDatum } from '../datum/datum.js';

export type MapOpdracht =
  | {
      readonly soort: 'registreerMap';
      readonly op: IsoDatum;
      /** Hours of practice, at most two decimals. */
      readonly uren: number;
      readonly omschrijving?: string;
    }
  | { readonly soort: 'rondMapAf'; readonly eindgesprekOp: IsoDatum };
