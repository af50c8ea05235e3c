import { controleerTabel } from './controleer-tabel.js';
import { RIJEN_BESTUURSRECHT } from './tabel/bestuursrecht.js';
import { RIJEN_HANDHAVING } from './tabel/handhaving.js';
import { RIJEN_INBURGERINGSTERMIJN } from './tabel/inburgeringstermijn.js';
import { RIJEN_ONDERSTEUNING_EN_GEGEVENS } from './tabel/ondersteuning-en-gegevens.js';
import { RIJEN_PIP_EN_ROUTE } from './tabel/pip-en-route.js';
import type { Bron, TermijnRij } from './typen.js';

/**
 * Every legal term, one row per version. The one place where the length of a term stands; checked
 * when this module loads, so that a broken table cannot start.
 */
export const WETTELIJKE_TERMIJNEN: readonly TermijnRij[] = controleerTabel([
  ...RIJEN_PIP_EN_ROUTE,
  ...RIJEN_INBURGERINGSTERMIJN,
  ...RIJEN_ONDERSTEUNING_EN_GEGEVENS,
  ...RIJEN_HANDHAVING,
  ...RIJEN_BESTUURSRECHT,
]);

/** The provision that lets this term be suspended; undefined: it knows no suspension. */
export function schorsingsbron(
  code: string,
  tabel: readonly TermijnRij[] = WETTELIJKE_TERMIJNEN,
): Bron | undefined {
  return tabel.find((rij) => rij.code === code && rij.schorsing !== undefined)?.schorsing;
}
