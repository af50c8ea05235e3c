import type { EntityManager } from 'typeorm';
import type { Gemeente } from '#database/gemeenten.js';
import { voegSamen, type Bladzijde } from '#database/read/lijst.js';
import { inGemeente } from '#database/transactie.js';
import type { ApiOmgeving } from './omgeving.js';
import { gemeenteVan, gemeentenVan, type Beller } from './toegang.guard.js';

/** Runs a reading for the one gemeente of this request. */
export function leesVoor<T>(
  { dataSource }: ApiOmgeving,
  beller: Beller,
  lees: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return inGemeente(dataSource, gemeenteVan(beller).id, lees, { alleenLezen: true });
}

/** Of one caller; the connections are for others too. */
const GEMEENTEN_TEGELIJK = 4;

/** One page of a list over the gemeenten of the caller: each in its own transaction, side by side, and merged (E21). */
export async function leesLijst<T>(
  { dataSource }: ApiOmgeving,
  beller: Beller,
  limiet: number,
  lees: (manager: EntityManager) => Promise<Bladzijde<T>>,
  vergelijk: (a: T, b: T) => number,
): Promise<Bladzijde<T>> {
  const gemeenten = gemeentenVan(beller);
  const bladzijden: Bladzijde<T>[] = [];
  for (let begin = 0; begin < gemeenten.length; begin += GEMEENTEN_TEGELIJK) {
    const deel = gemeenten.slice(begin, begin + GEMEENTEN_TEGELIJK);
    const gelezen = deel.map(({ id }) => inGemeente(dataSource, id, lees, { alleenLezen: true }));
    bladzijden.push(...(await Promise.all(gelezen)));
  }
  return voegSamen(bladzijden, limiet, vergelijk);
}

/** Code of a gemeente as the API shows it. */
export function gemeenteCode(beller: Beller, gemeenteId: string): string {
  const gevonden = beller.gemeenten.find(({ id }: Gemeente) => id === gemeenteId);
  return gevonden === undefined ? '' : `GM${gevonden.code}`;
}
