import type { IsoDatum } from '../datum/datum.js';

export interface UrenGebeurtenis {
  readonly soort: 'cursusurenGeregistreerd';
  readonly totEnMet: IsoDatum;
  readonly urenNt2: number;
  readonly urenKnm: number;
  readonly bron: 'invoer' | 'import';
}
