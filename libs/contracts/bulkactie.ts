import { defineQuery, defineSignal } from '@temporalio/workflow';

export const HERZIENING_WORKFLOW = 'termijnherziening';

/** Workflow id of a bulk action. */
export function bulkactieWorkflowId(id: string): string {
  return `bulkactie:${id}`;
}

/** Journeys go first: Temporal's scale is 1 (soonest) to 5. */
export const BULK_PRIORITEIT = 5;

/** Ids only: how far it is, is a row in the database. */
export interface HerzieningInvoer {
  readonly herzieningId: string;
  readonly gemeenteId: string;
  /** Journeys done before this run, for the query until the first page is done. */
  readonly gedaan?: number;
  /** Pages after which it continues as new; left out: 20. */
  readonly bladenPerRun?: number;
}

/** Stops after the page under way. */
export const pauzeer = defineSignal('pauzeer');
/** Goes on; also the nudge with which it starts. */
export const hervat = defineSignal('hervat');

export interface HerzieningVoortgang {
  /** Journeys done in this phase. */
  readonly gedaan: number;
  readonly gepauzeerd: boolean;
}

export const voortgang = defineQuery<HerzieningVoortgang>('voortgang');

/** How one page of journeys went. `gedaan`: journeys done in this phase; `wachtMs`: milliseconds to wait first. */
export type HerzieningBlad =
  | { readonly soort: 'verder' | 'klaar' | 'gepauzeerd'; readonly gedaan: number }
  | { readonly soort: 'wacht'; readonly gedaan: number; readonly wachtMs: number };

export interface BulkactieActiviteiten {
  /**
   * The next page of at most 100 journeys: tried or applied, as the herziening stands. Each journey is a transaction
   * of its own. Idempotent: the row holds the place, and each opdracht its id (E20).
   */
  doeHerzieningsblad(invoer: HerzieningInvoer): Promise<HerzieningBlad>;
}
