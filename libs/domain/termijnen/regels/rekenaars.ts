import type { Rekenaar } from '../rekenaar.js';
import { EENVOUDIGE_REKENAARS } from './eenvoudig.js';
import { HANDHAVING_REKENAARS } from './handhaving.js';
import { INBURGERING_REKENAARS } from './inburgering.js';
import { NIEUWE_TERMIJN_NA_BOETE } from './nieuwe-termijn.js';
import { VERLENGING_REKENAARS } from './verlenging.js';
import { OVERIGE_REKENAARS } from './vrij-en-huisvesting.js';

/** How each term code is computed. */
export const REKENAARS: ReadonlyMap<string, Rekenaar> = new Map([
  ...EENVOUDIGE_REKENAARS,
  ...INBURGERING_REKENAARS,
  ...VERLENGING_REKENAARS,
  ...HANDHAVING_REKENAARS,
  ['NIEUWE_TERMIJN_NA_BOETE', NIEUWE_TERMIJN_NA_BOETE] as const,
  ...OVERIGE_REKENAARS,
]);
