import type { IsoDatum } from '../datum/datum.js';
import type { Verwijtbaar } from '../keten/regels/resultaat.js';

export type MapGebeurtenis =
  | {
      readonly soort: 'mapGeregistreerd';
      readonly op: IsoDatum;
      readonly uren: number;
      readonly omschrijving: string | null;
    }
  | {
      readonly soort: 'mapAfgerond';
      readonly eindgesprekOp: IsoDatum;
      /** Absent: the day lies within the inburgeringstermijn. */
      readonly verwijtbaar?: Verwijtbaar;
    }
  | {
      readonly soort: 'mapVerwijtbaarGemeld';
      readonly verwijtbaar: Verwijtbaar;
      readonly motivering: string;
    };
