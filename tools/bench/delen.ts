import type { Uitslag } from './belasting/opdrachten.js';

/** A stretch of a load, of equal length as the others. */
interface Deel {
  readonly aantal: number;
  readonly seconden: number;
  readonly ms: readonly number[];
}

/** One lasting load as so many measurements after each other: what is asked of it holds while it lasts. */
export function inDelen({ seconden, ms, einden }: Uitslag, aantal: number): readonly Deel[] {
  const lengte = seconden / aantal;
  const delen = Array.from({ length: aantal }, (): number[] => []);
  for (const [nr, eind] of einden.entries()) {
    const plek = Math.min(aantal - 1, Math.floor(eind / 1_000 / lengte));
    delen[plek]?.push(ms[nr] ?? NaN);
  }
  return delen.map((deel) => ({ aantal: deel.length, seconden: lengte, ms: deel }));
}
