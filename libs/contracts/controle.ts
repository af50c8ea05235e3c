export const CONTROLE_WORKFLOW = 'nachtcontrole';

/** Workflow id of a comparison; the Schedule adds its moment. */
export const CONTROLE_WORKFLOW_ID = 'controle:nacht';

/** Id of the Schedule that starts it. */
export const CONTROLE_SCHEMA = 'nachtcontrole';

/** What a page of journeys adds, per gemeente (id). */
export interface ControleTelling {
  /** Open journeys that were compared. */
  readonly open: number;
  /** Drivers of the sample that were asked how they stand. */
  readonly bevraagd: number;
}

export type ControleTellingen = Readonly<Record<string, ControleTelling>>;

/** Where a comparison is; ids and numbers only. */
export interface ControleInvoer {
  readonly controleId: string;
  /** ISO instant at which the first run began. */
  readonly begonnenTijdstip: string;
  /** First every open journey is looked up in Temporal, then every running workflow here. */
  readonly fase: 'trajecten' | 'workflows';
  /** Where the next page of this phase begins; null: at the beginning. */
  readonly plek: string | null;
  readonly tellingen: ControleTellingen;
  readonly lopendeWorkflows: number;
  /** Workflows of journeys that this installation does not have. */
  readonly onbekend: number;
  /** Pages after which it continues as new; left out: 20. */
  readonly bladenPerRun?: number;
}

/** `wachtMs`: rest before the next page, so that the comparison is in nobody's way. */
export interface TrajectenBlad {
  readonly volgende: string | null;
  readonly tellingen: ControleTellingen;
  readonly wachtMs: number;
}

export interface WorkflowsBlad {
  readonly volgende: string | null;
  readonly lopend: number;
  readonly onbekend: number;
  readonly wachtMs: number;
}

export interface ControleActiviteiten {
  /**
   * Compares the next page of open journeys with their workflows, and heals: a journey that nobody drives gets a new
   * driver, a driver that did not hear is nudged once more, a rehearsal without workflow has ended. Idempotent: a
   * difference is one row per comparison and journey, and what was healed is no difference any more.
   */
  vergelijkTrajecten(vraag: {
    readonly controleId: string;
    readonly vanaf: string | null;
  }): Promise<TrajectenBlad>;
  /** Compares the next page of running workflows with the open journeys; makes one too many read, and so end. Idempotent likewise. */
  vergelijkWorkflows(vraag: {
    readonly controleId: string;
    readonly vanaf: string | null;
  }): Promise<WorkflowsBlad>;
  /** Writes the result per gemeente, log and metric. Idempotent by `controleId`. */
  legControleVast(
    uitslag: Pick<
      ControleInvoer,
      'controleId' | 'begonnenTijdstip' | 'tellingen' | 'lopendeWorkflows' | 'onbekend'
    >,
  ): Promise<void>;
}
