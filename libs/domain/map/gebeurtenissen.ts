import type { IsoDatum } from '../datum/datum.js';

export type MapGebeurtenis =
  | {
      readonly soort: 'mapGeregistreerd';
      readonly op: IsoDatum;
      readonly uren: number;
      readonly omschrijving: string | null;
    }
  | { readonly soort: 'mapAfgerond'; readonly eindgesprekOp: IsoDatum };
