import type { Datasleutel } from '../verzegeling.js';

/** What a data key protects; each can be destroyed on its own. `drijver`: the Temporal history. */
export const CATEGORIEEN = ['dossier', 'kern', 'medisch', 'drijver'] as const;
export type Categorie = (typeof CATEGORIEEN)[number];

/** The drijver has one key per owner, whichever gemeente: Temporal knows the workflow id only. */
export const ALLE_GEMEENTEN = '00000000-0000-0000-0000-000000000000';

export type GemaakteSleutel =
  | { readonly status: 'aanwezig'; readonly sleutel: Datasleutel }
  | { readonly status: 'vernietigd' };

export type GevondenSleutel = GemaakteSleutel | { readonly status: 'onbekend' };

export type PerCategorie<T> = ReadonlyMap<Categorie, T>;

/** The key store is broken or contradicts itself. Carries no key and no personal data. */
export class SleutelFout extends Error {
  constructor(melding: string, options?: ErrorOptions) {
    super(melding, options);
    this.name = 'SleutelFout';
  }
}

/**
 * The store of data keys. The owner is the uuid of a traject (or of an installation's own work) and
 * belongs to one gemeente; asking with another gemeente finds nothing. A destroyed key is a value,
 * not an exception: reading goes on without that category, and it never gets a new key.
 */
export abstract class SleutelPort {
  /** Every asked category is in the answer. */
  abstract haalAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>>;

  /** As `haalAlle`, and makes what does not exist yet. Callers at the same time get the same key. */
  abstract haalOfMaakAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>>;

  /**
   * Destroys the key of one category, or of all. Final: a tombstone stays, also for a category that
   * had no key yet. Safe to repeat.
   */
  abstract vernietig(eigenaar: string, categorie?: Categorie): Promise<void>;

  async haal(eigenaar: string, gemeenteId: string, categorie: Categorie): Promise<GevondenSleutel> {
    const gevonden = await this.haalAlle(eigenaar, gemeenteId, [categorie]);
    return gevonden.get(categorie) ?? { status: 'onbekend' };
  }

  async haalOfMaak(
    eigenaar: string,
    gemeenteId: string,
    categorie: Categorie,
  ): Promise<GemaakteSleutel> {
    const gemaakt = (await this.haalOfMaakAlle(eigenaar, gemeenteId, [categorie])).get(categorie);
    if (gemaakt === undefined) throw new SleutelFout('De sleutelopslag gaf geen antwoord.');
    return gemaakt;
  }
}
