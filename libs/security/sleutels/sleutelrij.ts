import type { Categorie } from './sleutel.port.js';

/** A key as it lies in a store: wrapped, or (when destroyed) only the tombstone. */
export interface Sleutelrij {
  readonly id: string;
  readonly eigenaar: string;
  readonly gemeente: string;
  readonly categorie: Categorie;
  readonly omhuld: Buffer | null;
  readonly gemaaktTijdstip: string;
  readonly vernietigdTijdstip: string | null;
}

/** A row of the first store also says whether the second copy is known to be on disk. */
export interface EersteRij extends Sleutelrij {
  readonly duurzaam: boolean;
}

/** Binds a wrapped key to its place, so that rows cannot be swapped. */
export const wikkelContext = (rij: Pick<Sleutelrij, 'id' | 'eigenaar' | 'categorie'>): string =>
  `datasleutel:${rij.eigenaar}:${rij.categorie}:${rij.id}`;

/** The store that decides who wins when several processes make the same key. */
export interface EersteOpslag {
  lees(eigenaar: string, categorieen: readonly Categorie[]): Promise<EersteRij[]>;
  /** Inserts what is new; answers the rows that are there afterwards, one per category. */
  legVast(rijen: readonly Sleutelrij[]): Promise<EersteRij[]>;
  /** Replaces rows that were never used (not yet durable) by the older ones of the second copy. */
  neemOver(rijen: readonly Sleutelrij[]): Promise<void>;
  markeerDuurzaam(rijen: readonly Sleutelrij[]): Promise<void>;
  /** Turns the rows into tombstones, to be marked durable again. Final and safe to repeat. */
  vernietig(eigenaar: string, categorieen: readonly Categorie[]): Promise<EersteRij[]>;
  /** Rows whose second copy is not confirmed, oldest first. */
  nietDuurzaam(hoogstens: number): Promise<EersteRij[]>;
}

/** The second durable copy. */
export interface TweedeOpslag {
  lees(eigenaar: string, categorieen: readonly Categorie[]): Promise<Sleutelrij[]>;
  /** Writes what is not there yet; answers what is there afterwards, durable on return. */
  legVast(rijen: readonly Sleutelrij[]): Promise<Sleutelrij[]>;
  /** Writes tombstones over what is there. */
  vernietig(grafstenen: readonly Sleutelrij[]): Promise<void>;
  /** Every destruction ever, for after a restore of the first store. */
  vernietigingen(): AsyncIterable<{ eigenaar: string; categorie: Categorie }>;
}
