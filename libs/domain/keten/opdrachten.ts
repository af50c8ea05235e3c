import type { DuoBron } from './gebeurtenissen.js';

/** Facts of a source the journey keeps but does not decide on yet. */
export interface KetenOpdracht {
  readonly soort: 'verwerkKetenfeit';
  readonly bron: Extract<DuoBron, 'pip' | 'vrijstelling' | 'ontheffing' | 'map' | 'pvt' | 'uren'>;
  readonly gevraagdTijdstip: string;
  /** Canonical JSON of DUO's answer, our own field names. */
  readonly feiten: string;
}
