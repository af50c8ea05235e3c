import type { IsoDatum } from '#domain/datum/datum.js';
import type { Vraag } from './aanroep.js';

export const LBT_UITSLAGEN = ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const;
type LbtUitslag = (typeof LBT_UITSLAGEN)[number];

export interface Examennummer {
  readonly examennummer: string;
}

export interface LbtResultaat {
  readonly resultaat: LbtUitslag;
  /** Points with two decimals, 0 to 999.99. */
  readonly behaaldeScore: number;
  readonly benodigdeScore: number;
  /** DUO describes it as the day it registered the result. */
  readonly datumAfname: IsoDatum;
}

/** SDI006: the examennummer for the leerbaarheidstoets and its results. */
export interface Sdi006Port {
  haalExamennummer: Vraag<Examennummer>;
  verwijderExamennummer: Vraag<null>;
  haalLbtResultaten: Vraag<readonly LbtResultaat[]>;
}
