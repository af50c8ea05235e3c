import type { Onderdeel } from './document.js';
import { getal, mediaan, type Reeks } from './reeksen.js';

/**
 * How far a figure may move between two measurements on the same machine, beside the spread of its own runs: a share of
 * its median. A tail hangs on a few requests, so it moves most.
 */
const MARGES: readonly (readonly [RegExp, number])[] = [
  [/p99|hoogste|meest groeit/, 1],
  [/p95|achterlopen/, 0.6],
  [/./, 0.3],
];

/** Where a next measurement of the same should come: lowest to highest run, and the margin. */
function spreidingVan({ naam, waarden }: Reeks): readonly [number, number] {
  const [, marge = 0] = MARGES.find(([vorm]) => vorm.test(naam)) ?? [];
  const ruimte = Math.abs(mediaan(waarden)) * marge;
  return [Math.min(...waarden) - ruimte, Math.max(...waarden) + ruimte];
}

interface Vergelijking {
  readonly vergeleken: number;
  /** A line for each figure of which the two spreads do not touch. */
  readonly anders: readonly string[];
}

/** Figures that both have, one by one. */
export function vergelijk(een: readonly Onderdeel[], twee: readonly Onderdeel[]): Vergelijking {
  const paren = een.flatMap(({ naam, reeksen }) => {
    const ander = twee.find((onderdeel) => onderdeel.naam === naam)?.reeksen ?? [];
    return reeksen.flatMap((reeks) => {
      const zelfde = ander.find((een) => een.naam === reeks.naam);
      return zelfde === undefined ? [] : [{ onderdeel: naam, een: reeks, twee: zelfde }];
    });
  });
  const anders = paren.flatMap(({ onderdeel, ...paar }) => {
    const [[laag1, hoog1], [laag2, hoog2]] = [spreidingVan(paar.een), spreidingVan(paar.twee)];
    if (laag1 <= hoog2 && laag2 <= hoog1) return [];
    const middens = [paar.een, paar.twee].map(({ waarden }) => getal(mediaan(waarden)));
    return [`${onderdeel}: ${paar.een.naam}: ${middens.join(' en ')} ${paar.een.eenheid}`];
  });
  return { vergeleken: paren.length, anders };
}
