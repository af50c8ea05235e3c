import type { Artikel } from '../traject/kern.js';
import type { Wisreden } from './opdrachten.js';

export interface WissingGebeurtenis {
  readonly soort: 'tenOnrechteOntvangen';
  readonly reden: Wisreden;
  readonly bron: Artikel;
}
