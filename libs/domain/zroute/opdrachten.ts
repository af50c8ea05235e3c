import type { IsoDatum } from '../datum/datum.js';

/** The zelfredzaamheidsroute is completed on this day. */
export interface ZrouteOpdracht {
  readonly soort: 'rondZrouteAf';
  readonly afgerondOp: IsoDatum;
}
