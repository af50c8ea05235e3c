import type { IsoDatum } from '#domain/datum/datum.js';
import type { Vraag } from './aanroep.js';

export const EXAMENONDERDELEN = ['KNM', 'LE', 'LU', 'SC', 'SP'] as const;
export type Examenonderdeel = (typeof EXAMENONDERDELEN)[number];

export const EXAMENNIVEAUS = ['A2', 'B1', 'B2'] as const;
type Examenniveau = (typeof EXAMENNIVEAUS)[number];

export const EXAMENUITSLAGEN = ['Geslaagd', 'Gezakt', 'Geen'] as const;
type Examenuitslag = (typeof EXAMENUITSLAGEN)[number];

export const REDENEN_GEEN_RESULTAAT = [
  'Verwijtbaar',
  'Nietverwijtbaar',
  'Afgemeld',
  'Absent',
] as const;
type RedenGeenResultaat = (typeof REDENEN_GEEN_RESULTAAT)[number];

export interface Examenresultaat {
  readonly examendatum: IsoDatum;
  readonly resultaat: Examenuitslag;
  readonly redenGeenResultaat?: RedenGeenResultaat;
  readonly onderdeel: Examenonderdeel;
  readonly niveau?: Examenniveau;
}

export interface Gratispogingen {
  readonly onderdeel: Examenonderdeel;
  /** Tries left that DUO pays, 0 to 99. */
  readonly gratisPogingenTegoed: number;
}

/** SDI017: exams. */
export interface Sdi017Port {
  haalGratispogingen: Vraag<readonly Gratispogingen[]>;
  haalExamenresultaten: Vraag<readonly Examenresultaat[]>;
}
