import { plusDagen, type IsoDatum } from '../datum/datum.js';
import { DomainError } from '../fout.js';
import { controleerTabel, versiesVan } from './controleer-tabel.js';
import type { Duur, TermijnRij } from './typen.js';

/** A new version of one row of the table: the term is so long from this day of its deciding fact on. */
export interface RegelWijziging {
  readonly code: string;
  readonly onderdeel?: string;
  readonly duur: Duur;
  /** First day, inclusive, of the fact that chooses the version. */
  readonly geldigVanaf: IsoDatum;
}

/**
 * The table in which each changed row follows the last version of its term. Throws
 * DomainError for a term without a row with a length (`TERMIJN_ONBEKEND`), and as `controleerTabel` does.
 */
export function tabelMet(
  tabel: readonly TermijnRij[],
  rijen: readonly RegelWijziging[],
): readonly TermijnRij[] {
  let nieuw = tabel;
  for (const { code, onderdeel, duur, geldigVanaf } of rijen) {
    const laatste = versiesVan(nieuw, code, onderdeel).at(-1);
    if (laatste?.duur === undefined) {
      throw new DomainError('TERMIJN_ONBEKEND', `${code} is geen termijn met een vaste lengte.`);
    }
    const afgesloten = { ...laatste, geldigTot: plusDagen(geldigVanaf, -1) };
    const { geldigTot: _open, ...open } = laatste;
    const gewijzigd = [
      ...nieuw.filter((rij) => rij !== laatste),
      afgesloten,
      { ...open, duur, geldigVanaf },
    ];
    nieuw = controleerTabel(gewijzigd);
  }
  return nieuw;
}
