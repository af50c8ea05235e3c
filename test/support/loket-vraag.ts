import type { LoketAntwoorden } from './loket.js';

// Kept from before a spec puts a fake in its place.
const { fetch } = globalThis;

/** Asks the desk of this Jest run for a shared server; the first to ask waits until it is up. */
export async function vraagLoket<N extends keyof LoketAntwoorden>(
  naam: N,
): Promise<LoketAntwoorden[N]> {
  const loket = process.env['TEST_LOKET'];
  if (loket === undefined) {
    throw new Error('Geen testservers: deze spec staat in een Jest-project zonder globalSetup.');
  }
  const antwoord = (await (await fetch(`${loket}/${naam}`)).json()) as
    LoketAntwoorden[N] | { fout: string };
  if ('fout' in antwoord) throw new Error(antwoord.fout);
  return antwoord;
}
