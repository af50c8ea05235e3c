import type { IsoDatum } from '../datum/datum.js';
import type { Verwijtbaar } from '../keten/regels/resultaat.js';

export type PvtGebeurtenis =
  | {
      readonly soort: 'pvtGeregistreerd';
      readonly op: IsoDatum;
      readonly uren: number;
      readonly vorm: 'les' | 'activiteit' | 'excursie';
    }
  | {
      readonly soort: 'pvtAfgerond';
      readonly ondertekendOp: IsoDatum;
      /** Absent: the day lies within the inburgeringstermijn. */
      readonly verwijtbaar?: Verwijtbaar;
    }
  | {
      readonly soort: 'pvtVerwijtbaarGemeld';
      readonly verwijtbaar: Verwijtbaar;
      readonly motivering: string;
    };
