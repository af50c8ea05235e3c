import { plusDagen, type IsoDatum } from './datum.js';

// Day 1 is 1 January 1900 and day 60 a 29 February that never was: from 61 on the count starts a day earlier.
const DAG_1_JANUARI_1970 = 25_569;
const EERSTE_ZEKERE_DAG = 61;

/**
 * The civil day of a day number as spreadsheets count them from 1900 (decimals, the time of day, do not count). Null
 * before 1 March 1900, where programs disagree, and beyond the years that a date may have.
 */
export function vanRekenbladdag(nummer: number): IsoDatum | null {
  const hele = Math.floor(nummer);
  if (!(hele >= EERSTE_ZEKERE_DAG && hele <= 100_000)) return null;
  return plusDagen('1970-01-01' as IsoDatum, hele - DAG_1_JANUARI_1970);
}
