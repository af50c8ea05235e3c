import type { DuoBron } from './gebeurtenissen.js';

/** Facts the journey keeps but does not decide on; also that a source has nothing. */
export interface KetenOpdracht {
  readonly soort: 'verwerkKetenfeit';
  readonly bron: DuoBron;
  readonly gevraagdTijdstip: string;
  /** Canonical JSON of DUO's answer in our own field names; `null`: DUO has nothing of this kind. */
  readonly feiten: string;
}
