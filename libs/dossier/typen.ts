import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Actor, Weigering } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { TaakSoortNaam } from '#domain/traject/taaksoorten.js';

export interface TrajectPlek {
  readonly gemeenteId: string;
  readonly trajectId: string;
}

/** Who a driver is, and what time it is for it. */
export interface DrijverPlek extends TrajectPlek {
  readonly epoche: number;
  /** ISO instant; moves the clock of a rehearsal, is ignored otherwise (E16). */
  readonly workflowTijdstip?: string;
}

export interface VerwerkVraag extends TrajectPlek {
  readonly opdracht: Opdracht;
  /** Unique per gemeente and caller. Without personal data. */
  readonly opdrachtId: string;
  /** Namespace of the id: `api:<subject>`, `drijver`, `postvak`, … */
  readonly beller: string;
  readonly actor: Actor;
  /** Refuse when the journal went on since the caller read it. */
  readonly verwachteVersie?: number;
  /** Given by the driver: an older one is turned away (E13). A call with it never wakes the driver. */
  readonly epoche?: number;
  readonly workflowTijdstip?: string;
  /** The task the caller completes: it must be open, and this opdracht must be an outcome of it. */
  readonly taakId?: string;
  /** Of a bulk action: the nudge to the driver may wait for others. */
  readonly laag?: boolean;
}

export interface TaakMelding {
  readonly id: string;
  readonly soort: TaakSoortNaam;
}

export interface Gedaan {
  readonly soort: 'gedaan';
  /** Number of the last journal entry. */
  readonly versie: number;
  readonly gebeurtenissen: readonly { readonly nr: number; readonly soort: string }[];
  readonly geopendeTaken: readonly TaakMelding[];
  readonly geslotenTaken: readonly TaakMelding[];
  /** The answer was kept from an earlier call under the same key. */
  readonly herhaald: boolean;
}

/** Why the door did not decide. */
export type NietBeslist =
  | { readonly soort: 'andere-inhoud' }
  | { readonly soort: 'versie-verouderd'; readonly versie: number }
  | { readonly soort: 'afgelost' }
  /** `slot`: held by another for 5 s, try again; `vooruitspoelen`: a rehearsal is being forwarded. */
  | { readonly soort: 'bezet'; readonly reden: 'slot' | 'vooruitspoelen' }
  /** No such journey in this gemeente, or its key is destroyed. */
  | { readonly soort: 'onbekend' };

export interface Geweigerd {
  readonly soort: 'geweigerd';
  readonly weigering: Weigering;
}

export type VerwerkUitkomst = Gedaan | Geweigerd | NietBeslist;

export interface OpenVraag {
  readonly gemeenteId: string;
  readonly opdracht: Extract<Opdracht, { soort: 'openTraject' }>;
  /** Decided after the opening, or at the journey that is open already, in the same transaction. */
  readonly vervolg: readonly Opdracht[];
  readonly beller: string;
  readonly opdrachtId: string;
  readonly actor: Actor;
  /** Where the clock of a rehearsal begins (ISO instant); ignored for any other journey. */
  readonly beginTijdstip?: string;
}

export type OpenUitkomst =
  | (Gedaan & { readonly trajectId: string; readonly nieuw: boolean })
  | (Geweigerd & { readonly trajectId: string | null })
  | NietBeslist;

/** Who asks DUO: the driver, with its epoche, or a comparison. */
export interface OphaalVraag extends TrajectPlek {
  readonly epoche?: number;
}

export interface FeitenVraag extends DrijverPlek {
  readonly bron: DuoBron;
  /** From `beginOphalen`: when the request to DUO began, on the clock of the database. */
  readonly gevraagdTijdstip: string;
  readonly opdracht: Opdracht;
}
