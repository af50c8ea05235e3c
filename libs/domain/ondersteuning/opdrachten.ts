import type { IsoDatum } from '../datum/datum.js';

export type OndersteuningOpdracht =
  | {
      readonly soort: 'legBijstandVast';
      readonly toegekend: boolean;
      /** Granted: day on which the right to bijstand arises. Not granted: day of the decision. */
      readonly op: IsoDatum;
    }
  | {
      readonly soort: 'rondRegelingenAf';
      readonly afgerondOp: IsoDatum;
      readonly geregeld: readonly string[];
    }
  | {
      readonly soort: 'startBegeleiding';
      readonly gestartOp: IsoDatum;
      readonly uitvoerder: string;
    }
  | {
      readonly soort: 'richtOntzorgenIn';
      readonly ingerichtOp: IsoDatum;
      readonly betalingen: readonly ('huur' | 'gas' | 'water' | 'stroom' | 'zorgverzekering')[];
    }
  | {
      readonly soort: 'rondOntzorgenAf';
      readonly afgerondOp: IsoDatum;
      readonly conclusie: string;
    };
