import type { IsoDatum } from '../datum/datum.js';
import type { Verwijtbaar } from '../keten/regels/resultaat.js';

export type PvtOpdracht =
  | {
      readonly soort: 'registreerPvt';
      readonly op: IsoDatum;
      /** Hours, at most two decimals. */
      readonly uren: number;
      readonly vorm: 'les' | 'activiteit' | 'excursie';
    }
  | {
      readonly soort: 'rondPvtAf';
      readonly ondertekendOp: IsoDatum;
      /** Only, and then always, when the day lies after the inburgeringstermijn. */
      readonly verwijtbaar?: Verwijtbaar;
    }
  /** Whether it is to blame that the part is not done; DUO takes Nee from two months before the end, Ja after it. */
  | {
      readonly soort: 'meldPvtVerwijtbaar';
      readonly verwijtbaar: Verwijtbaar;
      readonly motivering: string;
    };
