import type { IsoDatum } from '../datum/datum.js';

export interface AanbodGebeurtenis {
  readonly soort: 'aanbodGedaan';
  readonly instellingsnummer: string;
  readonly aanbodOp: IsoDatum;
  readonly startOp: IsoDatum;
  readonly eindeOp: IsoDatum;
}
