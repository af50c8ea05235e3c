import { setTimeout as rust } from 'node:timers/promises';
import type { Categorie, GemaakteSleutel, GevondenSleutel, PerCategorie } from './sleutel.port.js';
import { SleutelFout, SleutelPort } from './sleutel.port.js';

const PAUZE_MS = 1_000;

/**
 * Waits for a key store that is away, until it is back or until stopped. For the codec of a Temporal worker: an error
 * there ends the whole worker, whereas a task that waits is given out again by the server. A store that contradicts
 * itself (`SleutelFout`) is not waited for.
 */
export class GeduldigeSleutels extends SleutelPort {
  readonly #gestopt = new AbortController();

  constructor(
    private readonly bron: SleutelPort,
    /** Told of every failed attempt; never what was in it. */
    private readonly meld: (fout: unknown, keer: number) => void,
    private readonly pauzeMs: number = PAUZE_MS,
  ) {
    super();
  }

  haalAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>> {
    return this.geduldig(() => this.bron.haalAlle(eigenaar, gemeenteId, categorieen));
  }

  haalOfMaakAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    return this.geduldig(() => this.bron.haalOfMaakAlle(eigenaar, gemeenteId, categorieen));
  }

  vernietig(eigenaar: string, categorie?: Categorie): Promise<void> {
    return this.bron.vernietig(eigenaar, categorie);
  }

  /** Who waits is refused from now on, so that the process can end. */
  stop(): void {
    this.#gestopt.abort();
  }

  private async geduldig<T>(vraag: () => Promise<T>): Promise<T> {
    for (let keer = 1; ; keer += 1) {
      try {
        return await vraag();
      } catch (fout) {
        if (fout instanceof SleutelFout || this.#gestopt.signal.aborted) throw fout;
        this.meld(fout, keer);
        await rust(this.pauzeMs, undefined, { signal: this.#gestopt.signal });
      }
    }
  }
}
