import { randomBytes, randomUUID } from 'node:crypto';
import type { Datasleutel } from '../verzegeling.js';
import type { Categorie, GemaakteSleutel, GevondenSleutel, PerCategorie } from './sleutel.port.js';
import { CATEGORIEEN, SleutelFout, SleutelPort } from './sleutel.port.js';

type Rij = { readonly gemeente: string; readonly sleutel: Datasleutel } | 'vernietigd';

/** For tests: the same answers as the real store, nothing durable. */
export class SleutelsInGeheugen extends SleutelPort {
  readonly #rijen = new Map<string, Rij>();

  haalAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>> {
    const antwoord = (categorie: Categorie): GevondenSleutel => {
      const rij = this.#rijen.get(`${eigenaar}:${categorie}`);
      if (rij === 'vernietigd') return { status: 'vernietigd' };
      if (rij?.gemeente !== gemeenteId) return { status: 'onbekend' };
      return { status: 'aanwezig', sleutel: rij.sleutel };
    };
    return Promise.resolve(new Map(categorieen.map((naam) => [naam, antwoord(naam)])));
  }

  haalOfMaakAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    const gemaakt = new Map<Categorie, GemaakteSleutel>();
    for (const categorie of categorieen) {
      const plek = `${eigenaar}:${categorie}`;
      const rij: Rij = this.#rijen.get(plek) ?? {
        gemeente: gemeenteId,
        sleutel: { id: randomUUID(), sleutel: randomBytes(32) },
      };
      this.#rijen.set(plek, rij);
      if (rij === 'vernietigd') gemaakt.set(categorie, { status: 'vernietigd' });
      else if (rij.gemeente === gemeenteId) {
        gemaakt.set(categorie, { status: 'aanwezig', sleutel: rij.sleutel });
      } else {
        const melding = 'Deze eigenaar heeft een sleutel bij een andere gemeente.';
        return Promise.reject(new SleutelFout(melding));
      }
    }
    return Promise.resolve(gemaakt);
  }

  vernietig(eigenaar: string, categorie?: Categorie): Promise<void> {
    for (const naam of categorie === undefined ? CATEGORIEEN : [categorie]) {
      this.#rijen.set(`${eigenaar}:${naam}`, 'vernietigd');
    }
    return Promise.resolve();
  }
}
