import type { IntrekbaarFeit } from './gebeurtenissen.js';

/** Withdraws a recorded fact: it turned out untrue, or was recorded on the wrong day. */
export interface CorrectieOpdracht {
  readonly soort: 'trekFeitIn';
  readonly feit: IntrekbaarFeit;
  readonly reden: string;
}
