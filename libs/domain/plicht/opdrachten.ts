import type { IsoDatum } from '../datum/datum.js';
import type { Gedetailleerd, Indeling } from '../traject/persoon.js';

/** What DUO states about the plicht; all dates inclusive. */
export interface PlichtFeiten {
  readonly plichtig: boolean;
  readonly beginOp: IsoDatum | null;
  readonly eindeOp: IsoDatum | null;
  readonly kennisgevingOp: IsoDatum | null;
  readonly redenGeenPlicht: string | null;
}

export interface DoelgroepFeiten {
  readonly indeling: Indeling;
  readonly gedetailleerd: Gedetailleerd | null;
}

export type PlichtOpdracht =
  /** `gevraagdTijdstip`: the instant at which our request to DUO began (E18). */
  | {
      readonly soort: 'verwerkPlicht';
      readonly gevraagdTijdstip: string;
      readonly feiten: PlichtFeiten;
    }
  | {
      readonly soort: 'verwerkDoelgroep';
      readonly gevraagdTijdstip: string;
      readonly feiten: DoelgroepFeiten;
    };
