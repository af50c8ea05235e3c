import type { Verwijtbaar } from '../keten/regels/resultaat.js';
import type { IntrekbaarFeit } from './gebeurtenissen.js';

/** Withdraws a recorded fact: it turned out untrue, or was recorded on the wrong day. */
export interface CorrectieOpdracht {
  readonly soort: 'trekFeitIn';
  readonly feit: IntrekbaarFeit;
  readonly reden: string;
  /**
   * With pvtOndertekening or mapEindgesprek only: what DUO must hear in its place once the inburgeringstermijn is
   * over.
   */
  readonly verwijtbaar?: Verwijtbaar;
}
