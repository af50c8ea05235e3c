import { plusDagen } from '../datum/datum.js';
import { DomainError } from '../fout.js';
import { isBekendeBron } from './artikelen.js';
import type { TermijnRij } from './typen.js';

function sleutel(code: string, onderdeel?: string): string {
  return onderdeel === undefined ? code : `${code}/${onderdeel}`;
}

function perSleutel(rijen: readonly TermijnRij[]): Map<string, readonly TermijnRij[]> {
  const groepen = new Map<string, TermijnRij[]>();
  for (const rij of rijen) {
    const naam = sleutel(rij.code, rij.onderdeel);
    const groep = groepen.get(naam);
    if (groep === undefined) groepen.set(naam, [rij]);
    else groep.push(rij);
  }
  for (const groep of groepen.values()) {
    groep.sort((a, b) => (a.geldigVanaf < b.geldigVanaf ? -1 : 1));
  }
  return groepen;
}

function controleerAansluiting(naam: string, versies: readonly TermijnRij[]): void {
  versies.forEach((rij, i) => {
    const volgende = versies[i + 1];
    if (rij.geldigTot !== undefined && rij.geldigTot < rij.geldigVanaf) {
      throw new DomainError('TABEL_OMGEKEERD', `${naam}: geldigTot ligt vóór geldigVanaf.`);
    }
    if (volgende === undefined) return;
    if (rij.geldigTot === undefined || rij.geldigTot >= volgende.geldigVanaf) {
      throw new DomainError(
        'TABEL_OVERLAP',
        `${naam}: de versies van ${rij.geldigVanaf} en ${volgende.geldigVanaf} overlappen.`,
      );
    }
    if (plusDagen(rij.geldigTot, 1) !== volgende.geldigVanaf) {
      throw new DomainError('TABEL_GAT', `${naam}: na ${rij.geldigTot} geldt geen versie.`);
    }
  });
}

/**
 * Returns the rows unchanged. Throws DomainError for a gap or overlap between the versions of one
 * term (`TABEL_GAT`, `TABEL_OVERLAP`, `TABEL_OMGEKEERD`), an article outside the registry
 * (`ARTIKEL_ONBEKEND`) or a length that is no positive whole number (`TABEL_DUUR`).
 */
export function controleerTabel(rijen: readonly TermijnRij[]): readonly TermijnRij[] {
  for (const rij of rijen) {
    const naam = sleutel(rij.code, rij.onderdeel);
    if (!isBekendeBron(rij.bron) || (rij.schorsing && !isBekendeBron(rij.schorsing))) {
      throw new DomainError(
        'ARTIKEL_ONBEKEND',
        `${naam}: artikel ${rij.bron.artikel} ${rij.bron.wet} is niet bekend.`,
      );
    }
    for (const duur of [rij.duur, rij.drempel, rij.maximum]) {
      if (duur !== undefined && (!Number.isInteger(duur.aantal) || duur.aantal < 1)) {
        throw new DomainError('TABEL_DUUR', `${naam}: de duur is geen positief geheel getal.`);
      }
    }
  }
  for (const [naam, versies] of perSleutel(rijen)) controleerAansluiting(naam, versies);
  return rijen;
}

const indexen = new WeakMap<readonly TermijnRij[], ReadonlyMap<string, readonly TermijnRij[]>>();

/** The versions of one term in order of time; empty when the table does not have it. */
export function versiesVan(
  rijen: readonly TermijnRij[],
  code: string,
  onderdeel?: string,
): readonly TermijnRij[] {
  let index = indexen.get(rijen);
  if (index === undefined) {
    index = perSleutel(rijen);
    indexen.set(rijen, index);
  }
  return index.get(sleutel(code, onderdeel)) ?? [];
}
