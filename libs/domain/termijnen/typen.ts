import type { IsoDatum } from '../datum/datum.js';
import type { Kalender } from '../kalender/kalender.js';

export type Eenheid = 'dagen' | 'weken' | 'maanden' | 'jaren';

export interface Duur {
  readonly aantal: number;
  readonly eenheid: Eenheid;
}

/** The provision behind a term or a step, with the address of the instrument. */
export interface Bron {
  readonly wet: string;
  readonly artikel: string;
  readonly url: string;
}

/** One band of a scale: from this number on, a new term of so many months. */
export interface Staffeltrede {
  readonly vanaf: number;
  readonly maanden: number;
}

interface Bedragtrede {
  readonly dagen: number;
  readonly euro: number;
}

/** One version of one legal term. Once shipped it stays as it is; the next law gets a row beside it. */
export interface TermijnRij {
  readonly code: string;
  /** Variant inside one code, such as the ground of a verlenging. */
  readonly onderdeel?: string;
  /** Number of the term in the project's overview (T1 to T31). */
  readonly id: string;
  readonly naam: string;
  /** Absent when the facts or a scale give the length. */
  readonly duur?: Duur;
  /** The event from which is counted, as a Dutch noun phrase. */
  readonly aanvang: string;
  /** `markering`: the wording leaves it open, no shift, the explanation says so. */
  readonly algemeneTermijnenwet: boolean | 'markering';
  readonly gebonden: string;
  readonly bron: Bron;
  readonly geldigVanaf: IsoDatum;
  /** Last day of this version, inclusive. */
  readonly geldigTot?: IsoDatum;
  /** The facts whose date chooses the version, in order: the first one present decides. */
  readonly keuzeFeit: readonly string[];
  /** Provision that lets the term be suspended; absent: it knows no suspension. */
  readonly schorsing?: Bron;
  /** Why a suspension is refused, where more can be said than that none exists. */
  readonly geenSchorsing?: string;
  /** Shortest duration of the circumstance that counts. */
  readonly drempel?: Duur;
  /** Longest extension. */
  readonly maximum?: Duur;
  readonly staffel?: readonly Staffeltrede[];
  readonly bedragen?: readonly Bedragtrede[];
  readonly maximumEuro?: number;
  /** Said when the Termijnenwet moved the end although its wording leaves room for doubt. */
  readonly voorbehoudBijVerschuiving?: string;
  /** Said in every answer of this term. */
  readonly voorbehoud?: string;
}

/** A period in which a term stands still; both days inclusive, without `tot` it still runs. */
export interface Schorsing {
  readonly van: string;
  readonly tot?: string;
  readonly grond: string;
}

export interface TermijnVerzoek {
  readonly termijn: string;
  readonly feiten: Record<string, unknown>;
  readonly schorsingen?: readonly Schorsing[];
  readonly peildatum?: string;
}

/** One step of the explanation, in Dutch. */
export interface UitlegStap {
  readonly datum?: IsoDatum;
  readonly tekst: string;
  readonly bron?: Bron;
}

/** The answer; codes add fields of their own, see the table of codes in the documentation. */
export interface TermijnAntwoord {
  readonly termijn: string;
  /** Last day, inclusive; null when there is none (yet). */
  readonly uiterlijkOp: IsoDatum | null;
  readonly uitleg: readonly UitlegStap[];
  readonly bron: Bron & { readonly geldigVanaf: IsoDatum };
  readonly voorbehouden: readonly string[];
  readonly aanvangOp?: IsoDatum;
  /** First day after the inburgeringstermijn, as DUO counts. */
  readonly einddatumExclusief?: IsoDatum;
  readonly laatsteWerkdagOp?: IsoDatum;
  readonly verlengd?: boolean;
  readonly dagen?: number;
  readonly vroegstOp?: IsoDatum;
  readonly maanden?: number;
  readonly vensterVanaf?: IsoDatum;
  readonly recidive?: boolean;
  readonly basisbedragEuro?: number;
  readonly eersteDagOp?: IsoDatum;
  readonly maximumEuro?: number;
  readonly plichtGeeindigd?: boolean;
  readonly koppelingOp?: IsoDatum;
  readonly woningOp?: IsoDatum;
}

export type TermijnFoutCode =
  | 'VERZOEK_ONGELDIG'
  | 'TERMIJN_ONBEKEND'
  | 'FEIT_ONTBREEKT'
  | 'FEIT_OVERBODIG'
  | 'FEIT_ONGELDIG'
  | 'FEIT_ONMOGELIJK'
  | 'SCHORSING_ONBEKEND_BIJ_TERMIJN'
  | 'SCHORSING_ONGELDIG'
  | 'GEEN_REGEL_OP_DATUM'
  | 'DATUM_BUITEN_BEREIK';

/** A refusal: which field, why (Dutch), and the article when the law refuses. */
export interface TermijnFout {
  readonly code: TermijnFoutCode;
  readonly veld: string;
  readonly melding: string;
  readonly artikel?: string;
}

export type TermijnUitkomst =
  | { readonly ok: true; readonly antwoord: TermijnAntwoord }
  | { readonly ok: false; readonly fout: TermijnFout };

/** Ways of counting that the law does not settle. */
export interface TermijnKeuzes {
  /** Ontzorgen: count from the day before, from the day itself, or take the later end. */
  readonly ontzorgenTelling: 'laatste' | 'dag_ervoor' | 'dag_zelf';
  /** First day of a dwangsom: the ingebrekestelling + 14 days, or the day after that. */
  readonly dwangsomEersteDag: 'dag_14' | 'dag_15';
  /** Practice norm for housing, in weeks. */
  readonly huisvestingWeken: {
    readonly koppeling: number;
    readonly woning: number;
    readonly verhuizing: number;
  };
}

/** What is not in the facts: calendar, table and choices, each a value with its own version. */
export interface TermijnOmgeving {
  readonly kalender: Kalender;
  readonly tabel?: readonly TermijnRij[];
  readonly keuzes?: TermijnKeuzes;
}
