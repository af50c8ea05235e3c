import type { IsoDatum } from '../datum/datum.js';

export type AfrondingGebeurtenis =
  | {
      readonly soort: 'eindgesprekGevoerd';
      readonly gevoerdOp: IsoDatum;
      readonly verslag: string | null;
    }
  | {
      readonly soort: 'trajectGesloten';
      readonly geslotenOp: IsoDatum;
      /** Last day the file is kept, inclusive (Bi art. 9.9); null without an end of the plicht. */
      readonly bewarenTot: IsoDatum | null;
    }
  | { readonly soort: 'trajectHeropend'; readonly reden: string }
  | {
      readonly soort: 'escalatieAfgehandeld';
      readonly termijn: string;
      readonly maatregel: string;
    };
