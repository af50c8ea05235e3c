import type { IsoDatum } from '../datum/datum.js';
import type { Erkenning } from '../keten/regels/aanbod.js';

export interface AanbodGebeurtenis {
  readonly soort: 'aanbodGedaan';
  readonly instellingsnummer: string;
  readonly aanbodOp: IsoDatum;
  readonly startOp: IsoDatum;
  readonly eindeOp: IsoDatum;
  /** Of the school, on DUO's list of that moment; absent: there was no list. */
  readonly erkenning?: Erkenning;
}
