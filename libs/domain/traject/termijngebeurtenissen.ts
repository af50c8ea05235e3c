import type { IsoDatum } from '../datum/datum.js';
import type { UitlegStap } from '../termijnen/bereken.js';
import type { SportSoort, TrajectTermijnCode } from './instellingen.js';

export interface LadderSport {
  readonly sport: SportSoort;
  /** Due from the start of this civil day. */
  readonly op: IsoDatum;
}

/** A computed last day with everything needed to explain it years later. */
export interface BerekendeTermijn {
  readonly uiterlijkOp: IsoDatum;
  readonly regelVersie: string;
  readonly kalenderVersie: number;
  readonly feiten: string;
  readonly uitleg: readonly UitlegStap[];
  readonly bron: { readonly wet: string; readonly artikel: string; readonly url: string };
  readonly voorbehouden: readonly string[];
  readonly ladder: readonly LadderSport[];
}

export type TermijnGebeurtenis =
  | ({
      readonly soort: 'termijnGestart';
      readonly sleutel: string;
      readonly code: TrajectTermijnCode;
    } & BerekendeTermijn)
  | ({
      readonly soort: 'termijnVerplaatst';
      readonly sleutel: string;
      readonly code: TrajectTermijnCode;
      readonly oudUiterlijkOp: IsoDatum;
      /** Signals that turned out premature and are taken back. */
      readonly teruggenomen: readonly SportSoort[];
      /** Why all terms were computed anew; absent when a fact of this journey moved the date. */
      readonly reden?: string;
      /** What was changed that moved the date, in Dutch; absent when only the law or calendar did. */
      readonly oorzaken?: readonly string[];
    } & BerekendeTermijn)
  | {
      readonly soort: 'termijnGehaald';
      readonly sleutel: string;
      readonly gehaaldOp: IsoDatum;
      readonly teLaat: boolean;
    }
  | { readonly soort: 'termijnHervat'; readonly sleutel: string }
  | {
      readonly soort: 'termijnIngetrokken';
      readonly sleutel: string;
      /** It stands still and has no last day for now; absent: the facts no longer call for it. */
      readonly reden?: 'opgeschort';
    }
  | {
      readonly soort: 'termijnSignaal';
      readonly sleutel: string;
      readonly code: TrajectTermijnCode;
      readonly sport: SportSoort;
      readonly uiterlijkOp: IsoDatum;
    };
