import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Mijlpaal } from '#domain/traject/mijlpalen.js';
import type { TrajectTermijnCode } from '#domain/traject/instellingen.js';
import type { Verzendsoort } from '#domain/uitgaand/attendering.js';

/** The one task queue of workers that drive journeys. */
export const TAAKWACHTRIJ = 'inburgeringsregie';

export const TRAJECT_WORKFLOW = 'traject';

/** Workflow id of a journey. */
export function trajectWorkflowId(trajectId: string): string {
  return `traject:${trajectId}`;
}

/** Ids only: facts are read at the door. */
export interface TrajectInvoer {
  readonly trajectId: string;
  readonly gemeenteId: string;
  /** Which driver this is; the door answers an older one `afgelost` (E13). */
  readonly epoche: number;
  /** A rehearsal never continues as new (E16). */
  readonly proef: boolean;
  /** History events above which it continues as new at rest; left out: 500. */
  readonly historieGrens?: number;
  /** History events at which a rehearsal stops; left out: 10,000. */
  readonly proefGrens?: number;
}

/** Type of the failure with which a rehearsal stops that has grown too long; its message is for who forwards it. */
export const PROEF_TE_LANG = 'PROEF_TE_LANG';

/** The nudge: something changed. May be dropped or coalesced; the reading tells the truth. */
export interface Gewijzigd {
  readonly versie: number;
  readonly wat: readonly string[];
}

export const gewijzigd = defineSignal<[Gewijzigd]>('gewijzigd');

/** A term with something still to come. */
export interface StuurTermijn {
  readonly sleutel: string;
  readonly code: TrajectTermijnCode;
  /** ISO instant (UTC) of the next rung. */
  readonly wekkerTijdstip: string;
}

export interface StuurBericht {
  readonly meldingId: string;
  readonly soort: Verzendsoort;
  readonly baan: string;
}

/** What a driver needs to know, and nothing else. No personal data. */
export interface Stuurinformatie {
  readonly versie: number;
  /** `afgelost`: a newer driver took over; `gewist`: the file is being erased. */
  readonly status: 'open' | 'gesloten' | 'afgelost' | 'gewist';
  /** Reached milestones with the journal entry that reached them. */
  readonly mijlpalen: Readonly<Partial<Record<Mijlpaal, number>>>;
  readonly termijnen: readonly StuurTermijn[];
  /** Undelivered messages: the first of each lane. */
  readonly berichten: readonly StuurBericht[];
  /** DUO sources for which a notification waits. */
  readonly ophalen: readonly DuoBron[];
  /** Which parts of the story this person has (asiel, with bijstand, …). */
  readonly kenmerken: readonly Kenmerk[];
}

/** `asiel`: has a right to begeleiding and aanbod; `ontzorgen`: asiel bepaalde tijd with bijstand; `map`: MAP is part of the leerroute. */
export type Kenmerk = 'asiel' | 'ontzorgen' | 'map';

/** What the workflow tells of itself. */
export interface Stand {
  readonly versie: number;
  /** Milestones awaited now, sorted. */
  readonly wachtOp: readonly string[];
  /** Timers set now: key of the term and moment. */
  readonly wekkers: readonly { readonly sleutel: string; readonly tijdstip: string }[];
  /** Deliveries and fetches under way. */
  readonly onderweg: readonly string[];
  /** Door unreachable since, if it is. */
  readonly deurDichtSinds: string | null;
  /** Terms and messages that only the safety net kept (E10); 0 is healthy. */
  readonly onverteld: number;
}

export const stand = defineQuery<Stand>('stand');

export interface StuurVraag {
  readonly trajectId: string;
  readonly gemeenteId: string;
  readonly epoche: number;
  /** The workflow's own time (ISO instant): moves the clock of a rehearsal, is ignored otherwise (E16). */
  readonly workflowTijdstip: string;
}

/** Local activities: the door. Idempotent; change only the journey they name. */
export interface DossierActiviteiten {
  /** Lets time pass at the door and reads what there is to drive. Sets `gezien`. */
  leesStuur(vraag: StuurVraag): Promise<Stuurinformatie>;
}

/** `vervallen`: the message was no longer to be sent. */
export type BezorgUitkomst = 'bezorgd' | 'geweigerd' | 'vervallen';

export interface DuoActiviteiten {
  /**
   * Claims one message at the door, calls DUO, reports the answer to the door. Idempotent by meldingId (E17).
   * Technical failure, or another attempt that still holds the claim: throws, so that Temporal tries again.
   */
  bezorg(vraag: StuurVraag & { readonly meldingId: string }): Promise<BezorgUitkomst>;
  /** Reports to the door that delivery was given up; opens a task. Idempotent by meldingId. */
  geefBezorgingOp(vraag: StuurVraag & { readonly meldingId: string }): Promise<void>;
  /**
   * Fetches one source of facts from DUO and gives them to the door, in one transaction with the inbox rows they
   * answer (E18). Idempotent: equal facts give no event.
   */
  haalFeiten(vraag: StuurVraag & { readonly bron: DuoBron }): Promise<void>;
}
