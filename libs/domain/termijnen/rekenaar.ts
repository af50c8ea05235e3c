import { DomainError } from '../fout.js';
import type { Rekenblad } from './rekenblad.js';
import type { Duur, TermijnAntwoord, TermijnFout, TermijnRij } from './typen.js';
import type { Feiten, RuweFeiten, Schema } from './velden.js';

/** What a code computes: the last day and the fields of its own. */
export type Rekenresultaat =
  | Omit<TermijnAntwoord, 'termijn' | 'uitleg' | 'bron' | 'voorbehouden'>
  | { readonly fout: TermijnFout };

/** How one code reads its facts and computes its answer. */
export interface Rekenaar {
  /** The facts that belong, given what was sent; or the refusal of the fact that decides this. */
  readonly velden: (ruw: RuweFeiten) => Schema | { readonly schemaFout: TermijnFout };
  /** The row inside the code that the facts choose. */
  readonly onderdeel?: (feiten: Feiten) => string;
  readonly reken: (feiten: Feiten, blad: Rekenblad) => Rekenresultaat;
}

/** The length of a row. Throws DomainError for a row without one where the code needs it. */
export function duurVan(rij: TermijnRij): Duur {
  if (rij.duur !== undefined) return rij.duur;
  throw new DomainError('RIJ_ZONDER_DUUR', `De rij ${rij.code} heeft geen duur.`);
}
