import type { LedgerInhoud } from '../termijnen/ledger.js';
import type { Bron } from '../termijnen/typen.js';

export type OpschortingGebeurtenis =
  | {
      readonly soort: 'opschortingVastgelegd';
      readonly termijn: string;
      readonly opschortingId: string;
      readonly inhoud: LedgerInhoud;
      /** The provision that lets this term be suspended. */
      readonly bron: Bron;
    }
  | {
      readonly soort: 'opschortingGecorrigeerd';
      readonly termijn: string;
      readonly opschortingId: string;
      readonly versie: number;
      readonly inhoud: LedgerInhoud;
      readonly reden: string;
      readonly bron: Bron;
    }
  | {
      readonly soort: 'opschortingIngetrokken';
      readonly termijn: string;
      readonly opschortingId: string;
      readonly versie: number;
      readonly reden: string;
    };
