import type { IsoDatum } from '../datum/datum.js';

export interface ZrouteGebeurtenis {
  readonly soort: 'zrouteAfgerond';
  readonly afgerondOp: IsoDatum;
}
