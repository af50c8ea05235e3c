import type { IsoDatum } from '../datum/datum.js';

export type OndersteuningGebeurtenis =
  | { readonly soort: 'bijstandVastgelegd'; readonly toegekend: boolean; readonly op: IsoDatum }
  | {
      readonly soort: 'regelingenAfgerond';
      readonly afgerondOp: IsoDatum;
      readonly geregeld: readonly string[];
    }
  | {
      readonly soort: 'begeleidingGestart';
      readonly gestartOp: IsoDatum;
      readonly uitvoerder: string;
    }
  | {
      readonly soort: 'ontzorgenIngericht';
      readonly ingerichtOp: IsoDatum;
      readonly betalingen: readonly string[];
    }
  | {
      readonly soort: 'ontzorgenAfgerond';
      readonly afgerondOp: IsoDatum;
      readonly conclusie: string;
    };
