import type { IsoDatum } from '../datum/datum.js';

export type AfrondingOpdracht =
  | { readonly soort: 'voerEindgesprek'; readonly gevoerdOp: IsoDatum; readonly verslag?: string }
  | {
      readonly soort: 'sluitTraject';
      readonly geslotenOp: IsoDatum;
      /** The caseworker checked the file: results and hours are with DUO. */
      readonly dossierGecontroleerd: boolean;
    }
  | { readonly soort: 'heropenTraject'; readonly reden: string }
  | {
      readonly soort: 'handelEscalatieAf';
      /** Key of the term that was escalated. */
      readonly termijn: string;
      readonly maatregel: string;
    };
