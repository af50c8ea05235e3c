import type { IsoDatum } from '../datum/datum.js';

export type PvtGebeurtenis =
  | {
      readonly soort: 'pvtGeregistreerd';
      readonly op: IsoDatum;
      readonly uren: number;
      readonly vorm: 'les' | 'activiteit' | 'excursie';
    }
  | { readonly soort: 'pvtAfgerond'; readonly ondertekendOp: IsoDatum };
