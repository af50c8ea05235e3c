import type { IsoDatum } from '../datum/datum.js';
import type { Alfabetisering } from '../traject/toestand.js';

export type PipOpdracht =
  | {
      readonly soort: 'stelPipOp';
      readonly opgesteldOp: IsoDatum;
      readonly ondersteuning: string;
      readonly pvtIntensiteit: string;
      /** Left out on the onderwijsroute: no MAP there (Wi art. 8 lid 3). */
      readonly mapIntensiteit?: string;
      readonly alfabetisering: Alfabetisering;
      /** Months between voortgangsgesprekken; left out: the setting of the gemeente. */
      readonly voortgangsgesprekMaanden?: number;
    }
  | { readonly soort: 'stelPipVast'; readonly dagtekening: IsoDatum }
  | {
      readonly soort: 'vraagBevestigingNa';
      readonly gevraagdOp: IsoDatum;
      readonly uitkomst: string;
    }
  | {
      readonly soort: 'verwerkTermijn';
      readonly gevraagdTijdstip: string;
      /** Null: DUO knows no termijn. End inclusive. */
      readonly termijn: { readonly startOp: IsoDatum; readonly eindeOp: IsoDatum } | null;
    };
