import { beginVanDag } from '#config/amsterdam.js';

const OCHTEND_MS = 9 * 3_600_000;

/** The moment so many milliseconds from now, as a deadline of a call. */
export function overMs(ms: number): number {
  return Date.now() + ms;
}

/** The moment a text of the database stands for; undefined when there is no such moment. */
export function leesTijdstip(tekst: string): Date | undefined {
  const tijdstip = new Date(tekst.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  return Number.isNaN(tijdstip.getTime()) ? undefined : tijdstip;
}

/** Nine o'clock in Amsterdam, give or take the hour on a day the clock changes. */
export function ochtendVan(dag: string): string {
  return new Date(beginVanDag(dag).getTime() + OCHTEND_MS).toISOString();
}
