import type { IsoDatum } from '../datum/datum.js';

export interface AanbodOpdracht {
  readonly soort: 'doeAanbod';
  /** Number DUO gives the school, 10 characters. */
  readonly instellingsnummer: string;
  readonly aanbodOp: IsoDatum;
  readonly startOp: IsoDatum;
  /** Last day of the course, inclusive. */
  readonly eindeOp: IsoDatum;
}
