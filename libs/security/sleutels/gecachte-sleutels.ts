import type { Categorie, GemaakteSleutel, GevondenSleutel, PerCategorie } from './sleutel.port.js';
import { SleutelFout, SleutelPort } from './sleutel.port.js';

/** How long a destroyed key may live on in the memory of another process (E22). */
const LANGSTE_LEVEN_MS = 60_000;

interface Bewaard {
  readonly tot: number;
  readonly antwoord: Promise<GevondenSleutel>;
}

export interface CacheOpties {
  /** Milliseconds, at most 60 000. */
  readonly levenMs?: number;
  /** Owners. */
  readonly hoogstens?: number;
  /** Milliseconds, monotonic. */
  readonly klok?: () => number;
}

type Vraag = (ontbrekend: readonly Categorie[]) => Promise<PerCategorie<GevondenSleutel>>;

/**
 * Keeps keys for a short while, and asks once for what many ask at the same moment. `onbekend` and
 * errors are not kept. An answer that was under way during `invalidate` is not kept either.
 */
export class GecachteSleutels extends SleutelPort {
  readonly #perEigenaar = new Map<string, Map<string, Bewaard>>();
  readonly #levenMs: number;
  readonly #hoogstens: number;
  readonly #klok: () => number;

  constructor(
    private readonly bron: SleutelPort,
    opties: CacheOpties = {},
  ) {
    super();
    this.#levenMs = Math.min(opties.levenMs ?? LANGSTE_LEVEN_MS, LANGSTE_LEVEN_MS);
    this.#hoogstens = opties.hoogstens ?? 5_000;
    this.#klok = opties.klok ?? (() => performance.now());
  }

  haalAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>> {
    return this.via(eigenaar, gemeenteId, categorieen, (ontbrekend) =>
      this.bron.haalAlle(eigenaar, gemeenteId, ontbrekend),
    );
  }

  async haalOfMaakAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    const maak: Vraag = (ontbrekend) => this.bron.haalOfMaakAlle(eigenaar, gemeenteId, ontbrekend);
    let gevonden = await this.via(eigenaar, gemeenteId, categorieen, maak);
    if ([...gevonden.values()].some((antwoord) => antwoord.status === 'onbekend')) {
      // We joined a reading that was under way; it is not kept, so asking again does make the key.
      gevonden = await this.via(eigenaar, gemeenteId, categorieen, maak);
    }
    const gemaakt = new Map<Categorie, GemaakteSleutel>();
    for (const [categorie, antwoord] of gevonden) {
      if (antwoord.status === 'onbekend') throw new SleutelFout('De sleutel kon niet ontstaan.');
      gemaakt.set(categorie, antwoord);
    }
    return gemaakt;
  }

  async vernietig(eigenaar: string, categorie?: Categorie): Promise<void> {
    try {
      await this.bron.vernietig(eigenaar, categorie);
    } finally {
      this.invalidate(eigenaar);
    }
  }

  /** Forgets the keys of this owner, in this process. */
  invalidate(eigenaar: string): void {
    this.#perEigenaar.delete(eigenaar);
  }

  private async via(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
    vraag: Vraag,
  ): Promise<PerCategorie<GevondenSleutel>> {
    const nu = this.#klok();
    const vak = this.vak(eigenaar);
    const plek = (categorie: Categorie): string => `${gemeenteId}:${categorie}`;
    const ontbrekend = categorieen.filter(
      (categorie) => (vak.get(plek(categorie))?.tot ?? -Infinity) <= nu,
    );
    if (ontbrekend.length > 0) {
      const alle = vraag(ontbrekend);
      for (const categorie of ontbrekend) {
        const antwoord = alle.then(
          (kaart): GevondenSleutel => kaart.get(categorie) ?? { status: 'onbekend' },
        );
        const bewaard: Bewaard = { tot: nu + this.#levenMs, antwoord };
        const vergeet = (): void => {
          if (vak.get(plek(categorie)) === bewaard) vak.delete(plek(categorie));
        };
        vak.set(plek(categorie), bewaard);
        antwoord.then((uitkomst) => {
          if (uitkomst.status === 'onbekend') vergeet();
        }, vergeet);
      }
    }
    const antwoorden = categorieen.map(async (categorie): Promise<[Categorie, GevondenSleutel]> => {
      const bewaard = vak.get(plek(categorie));
      return [categorie, (await bewaard?.antwoord) ?? { status: 'onbekend' }];
    });
    return new Map(await Promise.all(antwoorden));
  }

  /** The owner's keys, now the most recently used; the least recently used owner makes room. */
  private vak(eigenaar: string): Map<string, Bewaard> {
    const vak = this.#perEigenaar.get(eigenaar) ?? new Map<string, Bewaard>();
    this.#perEigenaar.delete(eigenaar);
    this.#perEigenaar.set(eigenaar, vak);
    if (this.#perEigenaar.size > this.#hoogstens) {
      const oudste = this.#perEigenaar.keys().next();
      if (oudste.done !== true) this.#perEigenaar.delete(oudste.value);
    }
    return vak;
  }
}
