import type { IsoDatum } from '../datum/datum.js';
import type { Alfabetisering } from '../traject/toestand.js';

export type PipGebeurtenis =
  | {
      readonly soort: 'pipOpgesteld';
      readonly opgesteldOp: IsoDatum;
      readonly ondersteuning: string;
      readonly pvtIntensiteit: string;
      readonly mapIntensiteit: string | null;
      readonly alfabetisering: Alfabetisering;
      readonly voortgangsgesprekMaanden: number | null;
    }
  | { readonly soort: 'pipVastgesteld'; readonly dagtekening: IsoDatum; readonly meldingId: string }
  | {
      readonly soort: 'termijnDoorDuoVastgesteld';
      readonly gevraagdTijdstip: string;
      readonly startOp: IsoDatum;
      readonly eindeOp: IsoDatum;
      /** Our own forecast at that moment, and the difference in days (DUO minus ours). */
      readonly eigenEindeOp: IsoDatum | null;
      readonly verschilDagen: number | null;
    }
  | {
      readonly soort: 'bevestigingNagevraagd';
      readonly gevraagdOp: IsoDatum;
      readonly uitkomst: string;
    }
  | { readonly soort: 'termijnDoorDuoIngetrokken'; readonly gevraagdTijdstip: string };
