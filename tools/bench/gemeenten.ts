import type { Gemeente } from '#database/gemeenten.js';
import { testOin } from '#tools/lokaal/certificaten.js';
import { LOKALE_CLIENTS, LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import type { IdentiteitClient } from '#tools/lokaal/identiteit.js';

/** A third gemeente beside the two local ones, for whoever works for three. */
export const BENCH_GEMEENTE: Gemeente = {
  id: '00000000-0000-4000-8000-000000000003',
  code: '9903',
  naam: 'Meetdam',
  oin: testOin('9903'),
};

export const BENCH_CLIENT: IdentiteitClient = {
  id: 'regievoerder-drie',
  geheim: 'regievoerder-drie-lokaal',
  sub: 'regievoerder-drie',
  rollen: ['regievoerder'],
  gemeenten: [...LOKALE_GEMEENTEN, BENCH_GEMEENTE].map(({ code }) => `GM${code}`),
};

export function clientMet(id: string): IdentiteitClient {
  const client = [...LOKALE_CLIENTS, BENCH_CLIENT].find((een) => een.id === id);
  if (client === undefined) throw new Error(`onbekende client ${id}`);
  return client;
}
