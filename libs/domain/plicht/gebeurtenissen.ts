import type { IsoDatum } from '../datum/datum.js';
import type { DoelgroepFeiten, PlichtFeiten } from './opdrachten.js';

export type PlichtGebeurtenis =
  | {
      readonly soort: 'plichtGeregistreerd';
      readonly gevraagdTijdstip: string;
      readonly feiten: PlichtFeiten;
      readonly kennisgevingOp: IsoDatum;
    }
  | {
      readonly soort: 'plichtGeeindigd';
      readonly gevraagdTijdstip: string;
      readonly eindeOp: IsoDatum;
      readonly reden: string;
    }
  | { readonly soort: 'plichtHervat'; readonly gevraagdTijdstip: string }
  /** Plichtig still, but DUO no longer states a kennisgeving. */
  | { readonly soort: 'kennisgevingIngetrokken'; readonly gevraagdTijdstip: string }
  | {
      readonly soort: 'doelgroepGeregistreerd';
      readonly gevraagdTijdstip: string;
      readonly feiten: DoelgroepFeiten;
    };
