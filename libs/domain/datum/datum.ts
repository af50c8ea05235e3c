import { DomainError } from '../fout.js';

/** A civil day `YYYY-MM-DD`, years 1900 to 2200; as text it sorts in calendar order. */
export type IsoDatum = string & { readonly __isoDatum: unique symbol };

/** The parts of a civil day; month 1 to 12, day from 1. */
export interface Dagdelen {
  readonly jaar: number;
  readonly maand: number;
  readonly dag: number;
}

const EERSTE_JAAR = 1900;
const LAATSTE_JAAR = 2200;
const NUL = 48;
const STREEP = 45;

/** Whether a year has 29 February. */
function isSchrikkeljaar(jaar: number): boolean {
  return jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0);
}

/** Length of a month in days; month 1 to 12. */
function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return isSchrikkeljaar(jaar) ? 29 : 28;
  return maand === 4 || maand === 6 || maand === 9 || maand === 11 ? 30 : 31;
}

function getal(s: string, van: number, tot: number): number {
  let uitkomst = 0;
  for (let i = van; i < tot; i += 1) {
    const cijfer = s.charCodeAt(i) - NUL;
    if (cijfer < 0 || cijfer > 9) return -1;
    uitkomst = uitkomst * 10 + cijfer;
  }
  return uitkomst;
}

/** True for the text of an existing calendar day, years 1900 to 2200. */
export function isIsoDatum(s: unknown): s is IsoDatum {
  if (typeof s !== 'string' || s.length !== 10) return false;
  if (s.charCodeAt(4) !== STREEP || s.charCodeAt(7) !== STREEP) return false;
  const jaar = getal(s, 0, 4);
  const maand = getal(s, 5, 7);
  const dag = getal(s, 8, 10);
  if (jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR || maand < 1 || maand > 12) return false;
  return dag >= 1 && dag <= dagenInMaand(jaar, maand);
}

/** Reads a civil day. Throws DomainError `GEEN_DATUM` for anything else. */
export function naarDatum(s: string): IsoDatum {
  if (isIsoDatum(s)) return s;
  throw new DomainError('GEEN_DATUM', 'Dit is geen bestaande kalenderdag in de vorm JJJJ-MM-DD.');
}

/** Year, month and day as numbers. */
export function delen(d: IsoDatum): Dagdelen {
  return { jaar: getal(d, 0, 4), maand: getal(d, 5, 7), dag: getal(d, 8, 10) };
}

/** The day from its parts. Throws DomainError when that day does not exist or lies out of range. */
export function vanDelen(jaar: number, maand: number, dag: number): IsoDatum {
  if (jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR) {
    throw new DomainError(
      'DATUM_BUITEN_BEREIK',
      'De datum ligt buiten de jaren 1900 tot en met 2200.',
    );
  }
  if (maand < 1 || maand > 12 || dag < 1 || dag > dagenInMaand(jaar, maand)) {
    throw new DomainError('GEEN_DATUM', 'Deze kalenderdag bestaat niet.');
  }
  const m = maand < 10 ? `0${maand}` : `${maand}`;
  return `${jaar}-${m}-${dag < 10 ? `0${dag}` : `${dag}`}` as IsoDatum;
}

/**
 * Count of days since 1 March of the year 0. Years begin in March here, so that the leap day is
 * the last day of its year and month lengths need no table.
 */
export function dagnummer(d: IsoDatum): number {
  const maand = getal(d, 5, 7);
  const jaar = maand < 3 ? getal(d, 0, 4) - 1 : getal(d, 0, 4);
  const maandVanafMaart = maand < 3 ? maand + 9 : maand - 3;
  const schrikkeldagen = Math.floor(jaar / 4) - Math.floor(jaar / 100) + Math.floor(jaar / 400);
  const dagVanJaar = Math.floor((153 * maandVanafMaart + 2) / 5) + getal(d, 8, 10) - 1;
  return 365 * jaar + schrikkeldagen + dagVanJaar;
}

/** The day of a day number. Throws DomainError outside 1900 to 2200. */
export function vanDagnummer(nummer: number): IsoDatum {
  const eeuwblok = Math.floor(nummer / 146_097);
  const rest = nummer - eeuwblok * 146_097;
  const jaarInBlok = Math.floor(
    (rest - Math.floor(rest / 1_460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) /
      365,
  );
  const dagVanJaar =
    rest - (365 * jaarInBlok + Math.floor(jaarInBlok / 4) - Math.floor(jaarInBlok / 100));
  const maandVanafMaart = Math.floor((5 * dagVanJaar + 2) / 153);
  const dag = dagVanJaar - Math.floor((153 * maandVanafMaart + 2) / 5) + 1;
  const maand = maandVanafMaart < 10 ? maandVanafMaart + 3 : maandVanafMaart - 9;
  const jaar = jaarInBlok + eeuwblok * 400 + (maand < 3 ? 1 : 0);
  return vanDelen(jaar, maand, dag);
}

/** The day n days later (n may be negative). Throws DomainError outside 1900 to 2200. */
export function plusDagen(d: IsoDatum, n: number): IsoDatum {
  return n === 0 ? d : vanDagnummer(dagnummer(d) + n);
}

/**
 * The day with the same number n months later (n may be negative); the last day of that month when
 * the number does not exist there. Throws DomainError outside 1900 to 2200.
 */
export function plusMaanden(d: IsoDatum, n: number): IsoDatum {
  const maanden = getal(d, 0, 4) * 12 + getal(d, 5, 7) - 1 + n;
  const jaar = Math.floor(maanden / 12);
  const maand = maanden - jaar * 12 + 1;
  return vanDelen(jaar, maand, Math.min(getal(d, 8, 10), dagenInMaand(jaar, maand)));
}

/** Days from a to b: 1 when b is the day after a, negative when b lies before a. */
export function dagenTussen(a: IsoDatum, b: IsoDatum): number {
  return dagnummer(b) - dagnummer(a);
}

/** The earliest of one or more days. */
export function vroegste(eerste: IsoDatum, ...rest: readonly IsoDatum[]): IsoDatum {
  return rest.reduce((a, b) => (b < a ? b : a), eerste);
}

/** The latest of one or more days. */
export function laatste(eerste: IsoDatum, ...rest: readonly IsoDatum[]): IsoDatum {
  return rest.reduce((a, b) => (b > a ? b : a), eerste);
}

/** Day of the week of a day number: 1 is Monday, 7 is Sunday. */
export function weekdagVanNummer(nummer: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0, 1 March of the year 0, is a Wednesday.
  return (((nummer + 2) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekdag(d: IsoDatum): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return weekdagVanNummer(dagnummer(d));
}
