import type { Rekenaar } from '../rekenaar.js';
import { EENVOUDIGE_REKENAARS } from './eenvoudig.js';
import { INBURGERING_REKENAARS } from './inburgering.js';
import { OVERIGE_REKENAARS } from './vrij-en-huisvesting.js';

/** How each term code is computed. */
export const REKENAARS: ReadonlyMap<string, Rekenaar> = new Map([
  ...EENVOUDIGE_REKENAARS,
  ...INBURGERING_REKENAARS,
  ...OVERIGE_REKENAARS,
]);
