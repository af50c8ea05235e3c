import type { IsoDatum } from '#domain/datum/datum.js';
import type { Vraag } from './aanroep.js';

export const AANVRAAGOORDELEN = ['Toekenning', 'Afwijzing'] as const;
export type AanvraagOordeel = (typeof AANVRAAGOORDELEN)[number];

export const REDENEN_VRIJSTELLING = ['AVI', 'DIP', 'DOC', 'GED', 'INB', 'INS', 'OPL'] as const;
type RedenVrijstelling = (typeof REDENEN_VRIJSTELLING)[number];

export const TAALONDERDELEN = ['LE', 'LU', 'SC', 'SP'] as const;
type Taalonderdeel = (typeof TAALONDERDELEN)[number];

export const VRIJSTELLINGSNIVEAUS = ['A2', 'B1'] as const;
type Vrijstellingsniveau = (typeof VRIJSTELLINGSNIVEAUS)[number];

export interface GeheleVrijstelling {
  readonly oordeel: AanvraagOordeel;
  readonly reden: RedenVrijstelling;
  readonly datumOordeel?: IsoDatum;
}

export interface TijdelijkeVrijstelling extends GeheleVrijstelling {
  readonly startdatum?: IsoDatum;
  /** Last day, inclusive. */
  readonly einddatum?: IsoDatum;
}

export interface GedeeltelijkeVrijstelling extends GeheleVrijstelling {
  readonly examenonderdeel?: Taalonderdeel;
  readonly examenniveau?: Vrijstellingsniveau;
}

export interface Vrijstelling {
  readonly geheleVrijstelling?: GeheleVrijstelling;
  readonly tijdelijkeVrijstelling?: TijdelijkeVrijstelling;
  readonly gedeeltelijkeVrijstelling?: GedeeltelijkeVrijstelling;
}

/** SDI012: DUO's verdicts on vrijstelling. */
export interface Sdi012Port {
  haalVrijstellingen: Vraag<readonly Vrijstelling[]>;
}
