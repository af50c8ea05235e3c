import { laatste, plusDagen, vroegste, type IsoDatum } from '../datum/datum.js';
import { telAf } from './duur.js';
import type { Duur } from './typen.js';

/**
 * The day on which a period that includes its first day has lasted a length, by both ways of
 * counting months: from the day before, and from the day itself. They differ at month ends.
 */
export function volleDuurTotEnMet(
  van: IsoDatum,
  duur: Duur,
): { readonly eerste: IsoDatum; readonly laatste: IsoDatum } {
  const dagErvoor = telAf(plusDagen(van, -1), duur);
  const dagZelf = plusDagen(telAf(van, duur), -1);
  return { eerste: vroegste(dagErvoor, dagZelf), laatste: laatste(dagErvoor, dagZelf) };
}
