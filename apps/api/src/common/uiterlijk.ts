import { beginVanDag } from '#config/amsterdam.js';

const OCHTEND_MS = 9 * 3_600_000;

/** The moment so many milliseconds from now, as a deadline of a call. */
export function overMs(ms: number): number {
  return Date.now() + ms;
}

/** The moment a text of the database stands for; undefined when there is no such moment. */
function leesTijdstip(tekst: string): Date | undefined {
  const tijdstip = new Date(tekst.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  return Number.isNaN(tijdstip.getTime()) ? undefined : tijdstip;
}

const TIJDSTIP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/;

/** True for a moment as the database writes it, which it can read again: a cursor comes from outside. */
export function isDatabaseTijdstip(deel: unknown): boolean {
  return typeof deel === 'string' && TIJDSTIP.test(deel) && leesTijdstip(deel) !== undefined;
}

/** Nine o'clock in Amsterdam, give or take the hour on a day the clock changes. */
export function ochtendVan(dag: string): string {
  return new Date(beginVanDag(dag).getTime() + OCHTEND_MS).toISOString();
}
