import { defineQuery, defineSignal } from '@temporalio/workflow';

export const HERZIENING_WORKFLOW = 'termijnherziening';

/** Workflow id of a bulk action. */
export function bulkactieWorkflowId(id: string): string {
  return `bulkactie:${id}`;
}

/** Journeys go first: Temporal's scale is 1 (soonest) to 5. */
export const BULK_PRIORITEIT = 5;

export const BIJWERKING_WORKFLOW = 'bijwerking';

/** Workflow id of bringing every journey in line with this version of the toestand. */
export function bijwerkingWorkflowId(versie: number): string {
  return bulkactieWorkflowId(`bijwerking-${versie}`);
}

/** Journeys per second, unless who starts it says otherwise: as many as low nudges go out. */
export const BIJWERKING_PER_SECONDE = 20;

export interface BijwerkingInvoer {
  /** Journeys whose read model is of an older version are rebuilt. */
  readonly versie: number;
  /** At most, on average. */
  readonly perSeconde: number;
  /** Journey after which the next page begins; left out: from the first. */
  readonly vanaf?: string | null;
  readonly gedaan?: number;
  readonly mislukt?: number;
  /** Pages after which it continues as new; left out: 20. */
  readonly bladenPerRun?: number;
}

export interface BijwerkingBlad {
  /** Where the next page begins; null: this was the last. */
  readonly volgende: string | null;
  readonly gedaan: number;
  /** Journeys that this code cannot read; left as they are. */
  readonly mislukt: number;
  /** Milliseconds to rest, so that the rate is kept. */
  readonly wachtMs: number;
}

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

export interface BulkVoortgang {
  /** Journeys done in this phase. */
  readonly gedaan: number;
  readonly gepauzeerd: boolean;
}

export const voortgang = defineQuery<BulkVoortgang>('voortgang');

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
  /**
   * Rebuilds the next page of journeys that are behind, from their journals, and wakes their drivers with low
   * priority (E8). Each journey is a transaction of its own. Idempotent: what is in line is not done again. Throws on
   * a worker with older code than `versie`: another one will do it.
   */
  doeBijwerkingsblad(
    vraag: Pick<BijwerkingInvoer, 'versie' | 'perSeconde'> & { readonly vanaf: string | null },
  ): Promise<BijwerkingBlad>;
}
