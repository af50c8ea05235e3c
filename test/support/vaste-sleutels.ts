import type {
  Categorie,
  GemaakteSleutel,
  GevondenSleutel,
  PerCategorie,
} from '#security/sleutels/sleutel.port.js';
import { SleutelPort } from '#security/sleutels/sleutel.port.js';

/** One key for every owner, known to all: recorded histories are sealed under it and lie in git. */
const VASTE_SLEUTEL = {
  status: 'aanwezig',
  sleutel: { id: '00000000-0000-7000-8000-0000000000cc', sleutel: Buffer.alloc(32, 'opname') },
} as const;

export class VasteSleutels extends SleutelPort {
  haalAlle(
    _eigenaar: string,
    _gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>> {
    return Promise.resolve(new Map(categorieen.map((naam) => [naam, VASTE_SLEUTEL])));
  }

  haalOfMaakAlle(
    _eigenaar: string,
    _gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    return Promise.resolve(new Map(categorieen.map((naam) => [naam, VASTE_SLEUTEL])));
  }

  vernietig(): Promise<void> {
    return Promise.reject(new Error('De sleutel van de opnames ligt in git.'));
  }
}
