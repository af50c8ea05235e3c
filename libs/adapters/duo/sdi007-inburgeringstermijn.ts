import type { IsoDatum } from '#domain/datum/datum.js';
import type { DuoAanroep, Vraag } from './aanroep.js';
import type { DuoUitkomst } from './uitkomst.js';

export interface InburgeringstermijnHistorie {
  /** Last day, inclusive. (DUO sends the day after it.) */
  readonly einddatum?: IsoDatum;
  readonly wijzigingsdatum?: IsoDatum;
  readonly verlengingsgrondcode?: string;
  readonly verlengingsgrondomschrijving?: string;
}

export interface Inburgeringstermijn extends InburgeringstermijnHistorie {
  readonly startdatum: IsoDatum;
  /** Last day, inclusive. (DUO sends the day after it.) */
  readonly einddatum: IsoDatum;
}

export interface Verlengingsgrond {
  readonly code: string;
  readonly omschrijving: string;
}

/** SDI007: the inburgeringstermijn as DUO has set it. */
export interface Sdi007Port {
  haalTermijn: Vraag<Inburgeringstermijn>;
  haalTermijnHistorie: Vraag<readonly InburgeringstermijnHistorie[]>;
  haalVerlengingsgronden(aanroep: DuoAanroep): Promise<DuoUitkomst<readonly Verlengingsgrond[]>>;
}
