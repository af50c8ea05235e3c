import type { IsoDatum } from '../datum/datum.js';
import type { Kalender } from '../kalender/kalender.js';
import type { Erkenning } from '../keten/regels/aanbod.js';
import type { Bron, TermijnOmgeving, TermijnRij } from '../termijnen/typen.js';
import type { Instellingen } from './instellingen.js';

/** Who asks: a person of the gemeente, the chain (DUO, COA, BRP) or the passing of time. */
export interface Actor {
  readonly soort: 'medewerker' | 'keten' | 'tijd' | 'beheer';
  /** Pseudonymous subject of the token, or the name of the system; never a person's name. */
  readonly id: string;
}

/** What is not in the toestand: time, versions of calendar and settings, who asks. */
export interface Omgeving {
  /** The journey's civil date in Europe/Amsterdam. */
  readonly vandaag: IsoDatum;
  /** The same moment as an ISO 8601 instant in UTC. */
  readonly tijdstip: string;
  readonly kalender: Kalender;
  /** Another table of terms than the shipped one: for simulations. */
  readonly tabel?: readonly TermijnRij[];
  readonly instellingen: Instellingen;
  readonly actor: Actor;
  /** Of the school that the opdracht names, on DUO's list; absent: no list is there, or none is named. */
  readonly erkenning?: Erkenning;
}

/** What the term engine computes with. */
export function termijnomgeving({
  kalender,
  tabel,
  instellingen: { termijnkeuzes },
}: Pick<Omgeving, 'kalender' | 'tabel' | 'instellingen'>): TermijnOmgeving {
  return {
    kalender,
    ...(tabel ? { tabel } : {}),
    ...(termijnkeuzes ? { keuzes: termijnkeuzes } : {}),
  };
}

/** Where and when an event stands in the journal. `nr` starts at 1 and has no gaps. */
export interface Envelop {
  readonly nr: number;
  readonly tijdstip: string;
  readonly datum: IsoDatum;
}

/** The provision a refusal or an event rests on. */
export interface Artikel {
  readonly wet: string;
  readonly artikel: string;
  readonly url?: string;
}

/** A rule says no. A value, never an exception; holds no personal data. */
export interface Weigering {
  readonly code: string;
  /** Dutch, for a caseworker. */
  readonly melding: string;
  /** Name of the field of the opdracht the refusal is about. */
  readonly veld?: string;
  readonly artikel?: Artikel;
}

export type Uitkomst<G> =
  | { readonly ok: true; readonly gebeurtenissen: readonly G[] }
  | { readonly ok: false; readonly weigering: Weigering };

/** Accept with these events. */
export function besloten<G>(...gebeurtenissen: G[]): Uitkomst<G> {
  return { ok: true, gebeurtenissen };
}

/** Refuse by a rule; `melding` is Dutch and without personal data. */
export function geweigerd(
  code: string,
  melding: string,
  meer: { veld?: string; artikel?: Artikel } = {},
): { readonly ok: false; readonly weigering: Weigering } {
  return { ok: false, weigering: { code, melding, ...meer } };
}

const WI = 'https://wetten.overheid.nl/BWBR0044770';
const BI = 'https://wetten.overheid.nl/BWBR0045555';
const RI = 'https://wetten.overheid.nl/BWBR0045574';

/** Article of the Wet inburgering 2021. */
export function wi(artikel: string): Bron {
  return { wet: 'Wet inburgering 2021', artikel, url: WI };
}

/** Article of the Besluit inburgering 2021. */
export function bi(artikel: string): Bron {
  return { wet: 'Besluit inburgering 2021', artikel, url: BI };
}

/** Article of the Regeling inburgering 2021. */
export function ri(artikel: string): Bron {
  return { wet: 'Regeling inburgering 2021', artikel, url: RI };
}
