import type { IsoDatum } from '../datum/datum.js';

export type IntakeOpdracht =
  | {
      readonly soort: 'nodigUitVoorIntake';
      readonly opgeroepenOp: IsoDatum;
      readonly afspraakOp: IsoDatum;
    }
  | {
      readonly soort: 'legIntakeVast';
      readonly afgenomenOp: IsoDatum;
      /** The person was told of the right to a talk alone (Bi art. 5.2 lid 2). */
      readonly gewezenOpGesprekAlleen: boolean;
      readonly taalniveau?: string;
      readonly verslag?: string;
    }
  | { readonly soort: 'meldAanVoorLbt'; readonly aangemeldOp: IsoDatum }
  | {
      readonly soort: 'verleenOntheffingLbt';
      readonly besluitOp: IsoDatum;
      readonly grond: 'visueel' | 'auditief';
    }
  | {
      readonly soort: 'verwerkLbt';
      readonly gevraagdTijdstip: string;
      readonly resultaten: readonly {
        readonly afnameOp: IsoDatum;
        readonly resultaat: 'B1-route haalbaar' | 'B1-route niet haalbaar' | 'Onbekend';
      }[];
    };
