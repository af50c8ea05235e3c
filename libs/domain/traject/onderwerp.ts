import type { IsoDatum } from '../datum/datum.js';
import type { Rekenverzoek } from '../termijnen/reeks.js';
import type { TermijnVerzoek } from '../termijnen/typen.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import type { TrajectTermijnCode } from './instellingen.js';
import type { Envelop, Omgeving, Uitkomst } from './kern.js';
import type { Mijlpaal } from './mijlpalen.js';
import type { OpdrachtSoort } from './opdracht.js';
import type { TaakSoortNaam } from './taaksoorten.js';
import type { Toestand } from './toestand.js';

/** One function per opdracht of a subject: the rule that accepts (events) or refuses (code, article). */
export type Besluiten<O extends { readonly soort: string }> = {
  readonly [S in O['soort']]: (
    toestand: Toestand,
    opdracht: Extract<O, { readonly soort: S }>,
    omgeving: Omgeving,
  ) => Uitkomst<Gebeurtenis>;
};

/** One function per event of a subject: folds it into the toestand. Never refuses, never computes a date. */
export type Toepassingen<G extends { readonly soort: string }> = {
  readonly [S in G['soort']]: (
    toestand: Toestand,
    gebeurtenis: Extract<G, { readonly soort: S }>,
    envelop: Envelop,
  ) => Toestand;
};

export interface TaakOpening {
  /** Entry that opened the task: with the kind it makes the task's identity. */
  readonly openerNr: number;
  /** Term this task serves, if any: its key in the toestand. */
  readonly termijn?: string;
  /** Own last day when no kept term applies. Inclusive. */
  readonly uiterlijkOp?: IsoDatum;
  /** Why the task exists, Dutch, without personal data. */
  readonly reden: string;
  /** Which of several equal tasks (a message, an escalation); part of the identity. */
  readonly onderwerp?: string;
}

/** A human step: who, why, and which opdrachten complete it. */
export interface TaakDefinitie {
  readonly soort: TaakSoortNaam;
  readonly titel: string;
  readonly rol: 'regievoerder' | 'coordinator';
  readonly uitkomsten: readonly OpdrachtSoort[];
  readonly open: (toestand: Toestand) => TaakOpening | readonly TaakOpening[] | null;
}

/** A term the facts call for. The machine starts, moves, meets or withdraws it. */
export interface GewensteTermijn {
  readonly sleutel: string;
  readonly code: TrajectTermijnCode;
  /** What the term engine is asked; or a date that DUO states, which wins. */
  readonly verzoek: Rekenverzoek;
  /** The same, with the day on which an aanvraag was completed no longer suspended; absent: that is no question. */
  readonly zonderDagVanAanvulling?: TermijnVerzoek;
  /** Day on which it was met; null while it runs. */
  readonly gehaaldOp: IsoDatum | null;
}

export interface Onderwerp {
  readonly taken: readonly TaakDefinitie[];
  readonly termijnen: (toestand: Toestand, omgeving: Omgeving) => readonly GewensteTermijn[];
  readonly mijlpalen: Partial<Record<Mijlpaal, (toestand: Toestand) => number | null>>;
}
