import type { Voorstel } from '#domain/herziening/voorstel.js';
import type { Weigering } from '#domain/traject/kern.js';

export interface HerzieningPlek {
  readonly gemeenteId: string;
  readonly herzieningId: string;
}

export type HerzieningStatus =
  'proef' | 'voorgesteld' | 'loopt' | 'gepauzeerd' | 'klaar' | 'afgebroken';

/** Running terms that end in one week, before and after. */
export interface Weekwerk {
  readonly voor: number;
  readonly na: number;
}

/** Counts of a dry run, and of what applying it did. */
export interface Tellingen {
  readonly trajecten: number;
  readonly geraakteTrajecten: number;
  readonly verplaatsteDatums: number;
  /** Not late today with the old date, late with the new one. */
  readonly nieuwTeLaat: number;
  readonly nietMeerTeLaat: number;
  /** Journeys that could not be computed. */
  readonly mislukt: number;
  /** Per Monday, where the two differ or anything moves; last days, inclusive. */
  readonly perWeek: Readonly<Record<string, Weekwerk>>;
  /** Rows per outcome, once applied. */
  readonly toepassing: Readonly<Record<string, number>> | null;
}

export const GEEN_TELLINGEN: Tellingen = {
  trajecten: 0,
  geraakteTrajecten: 0,
  verplaatsteDatums: 0,
  nieuwTeLaat: 0,
  nietMeerTeLaat: 0,
  mislukt: 0,
  perWeek: {},
  toepassing: null,
};

export interface Herziening {
  readonly id: string;
  readonly voorstel: Voorstel;
  /** With rehearsals. */
  readonly metProef: boolean;
  readonly status: HerzieningStatus;
  readonly voorgesteldDoor: string;
  readonly toegepastDoor: string | null;
  readonly kalenderVersie: number | null;
  readonly tellingen: Tellingen;
  /** Journeys done in the phase that runs or ran last. */
  readonly voortgang: number;
  readonly laatsteTrajectId: string | null;
  readonly voorgesteldTijdstip: Date;
  readonly beproefdTijdstip: Date | null;
  readonly toegepastTijdstip: Date | null;
  readonly nietVoorTijdstip: Date | null;
  readonly klaarTijdstip: Date | null;
}

/** One date of one journey that moves. */
export interface Herzieningsregel {
  readonly trajectId: string;
  readonly sleutel: string;
  readonly code: string;
  readonly oud: string;
  /** As the dry run foresaw. */
  readonly nieuw: string | null;
  /** As it was moved. */
  readonly werkelijk: string | null;
  readonly reden: string;
  readonly trajectVersie: number | null;
  readonly uitkomst: 'voorzien' | 'toegepast' | 'anders' | 'vervallen' | 'mislukt';
}

export type HerzieningUitkomst =
  | { readonly soort: 'gedaan'; readonly herziening: Herziening }
  | { readonly soort: 'geweigerd'; readonly weigering: Weigering }
  | { readonly soort: 'andere-inhoud' }
  | { readonly soort: 'onbekend' };

/** How one page went. `gedaan`: journeys done in this phase. */
export type BladUitkomst =
  | { readonly soort: 'verder'; readonly gedaan: number }
  | { readonly soort: 'klaar'; readonly gedaan: number }
  | { readonly soort: 'gepauzeerd'; readonly gedaan: number }
  | { readonly soort: 'wacht'; readonly gedaan: number; readonly wachtMs: number };
