import type { IsoDatum } from '../datum/datum.js';
import type { Verwijtbaar } from '../keten/regels/resultaat.js';

export type MapOpdracht =
  | {
      readonly soort: 'registreerMap';
      readonly op: IsoDatum;
      /** Hours of practice, at most two decimals. */
      readonly uren: number;
      readonly omschrijving?: string;
    }
  | {
      readonly soort: 'rondMapAf';
      readonly eindgesprekOp: IsoDatum;
      /** Only, and then always, when the day lies after the inburgeringstermijn. */
      readonly verwijtbaar?: Verwijtbaar;
    }
  /** Whether it is to blame that the part is not done; DUO takes Nee from two months before the end, Ja after it. */
  | {
      readonly soort: 'meldMapVerwijtbaar';
      readonly verwijtbaar: Verwijtbaar;
      readonly motivering: string;
    };
