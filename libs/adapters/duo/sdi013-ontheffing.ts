import type { IsoDatum } from '#domain/datum/datum.js';
import type { Vraag } from './aanroep.js';
import type { Examenonderdeel } from './sdi017-examen.js';
import type { AanvraagOordeel } from './sdi012-vrijstelling.js';

/** BIO = bijzondere individuele omstandigheden, MED = medical. */
export const ONTHEFFINGSGRONDEN = ['BIO', 'MED'] as const;
type Ontheffingsgrond = (typeof ONTHEFFINGSGRONDEN)[number];

export interface GeheleOntheffing {
  readonly oordeel: AanvraagOordeel;
  readonly datumOordeel: IsoDatum;
  readonly grond: Ontheffingsgrond;
}

export interface GedeeltelijkeOntheffing extends GeheleOntheffing {
  readonly examenonderdeel?: Examenonderdeel;
  /** Hours the person can bear for participation in the whole termijn, Z-route only; 0 to 9999. */
  readonly urenBelastbaarheidParticipatieactiviteit?: number;
}

export interface Ontheffing {
  readonly geheleOntheffing?: GeheleOntheffing;
  readonly gedeeltelijkeOntheffing?: GedeeltelijkeOntheffing;
}

/** SDI013: DUO's verdicts on ontheffing. */
export interface Sdi013Port {
  haalOntheffingen: Vraag<readonly Ontheffing[]>;
}
