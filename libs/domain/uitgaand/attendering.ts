import type { BerichtSoort } from '../berichten/gebeurtenissen.js';
import type { IsoDatum } from '../datum/datum.js';
import type { TrajectTermijnCode } from '../traject/instellingen.js';
import type { TaakSoortNaam } from '../traject/taaksoorten.js';

/** What a gemeente can have itself told of: an overdue term was escalated; DUO has not taken a message. */
export const AANLEIDINGEN = ['termijn-geescaleerd', 'bericht-niet-aangenomen'] as const;

export type Aanleiding = (typeof AANLEIDINGEN)[number];

/** How it is told; where to is configured with the worker, never in a journey. */
export const KANALEN = ['webhook', 'mail'] as const;

export type Kanaal = (typeof KANALEN)[number];

/** Of a gemeente; a kind without channels is not told. */
export interface AttenderingInstellingen {
  readonly kanalen: Readonly<Partial<Record<Aanleiding, readonly Kanaal[]>>>;
  /** https address that the id of the journey is put behind, to lead to the gemeente's own screen. */
  readonly linkBasis?: string;
}

/** Bounded, and without a user in front of the host. */
const LINK_BASIS = /^https:\/\/[^\s@]{1,300}$/;

/** True for an address that the id of a journey can be put behind. */
export function isLinkBasis(tekst: string): boolean {
  return LINK_BASIS.test(tekst);
}

/** What is told. Nothing of the person: who may know that looks it up under its own rights. */
export interface AttenderingInhoud {
  readonly kanaal: Kanaal;
  readonly aanleiding: Aanleiding;
  /** The kind of task that waits. */
  readonly taak: TaakSoortNaam;
  readonly termijn: TrajectTermijnCode | null;
  /** Last day of the term, inclusive. */
  readonly uiterlijkOp: IsoDatum | null;
  readonly link: string | null;
  /** A rehearsal: nobody is waiting for anything. */
  readonly proef: boolean;
}

/** Decided in one transaction with what it tells of; delivered, repeated and given up as a message to DUO is (E17). */
export interface AttenderingBesloten {
  readonly soort: 'attenderingBesloten';
  /** Our key: the same over all attempts, unique within the journey. */
  readonly meldingId: string;
  readonly baan: string;
  readonly inhoud: AttenderingInhoud;
}

/** Everything a lane delivers: messages to DUO, and attenderingen to the gemeente itself. */
export type Verzendsoort = BerichtSoort | 'ATTENDERING';
