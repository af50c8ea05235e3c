import { randomBytes, randomUUID } from 'node:crypto';
import type { HoofdsleutelPort } from './hoofdsleutel.js';
import type { Categorie, GemaakteSleutel, GevondenSleutel, PerCategorie } from './sleutel.port.js';
import { CATEGORIEEN, SleutelFout, SleutelPort } from './sleutel.port.js';
import type { EersteOpslag, EersteRij, Sleutelrij, TweedeOpslag } from './sleutelrij.js';
import { wikkelContext } from './sleutelrij.js';

const PER_KEER = 500;

/**
 * A key is used only when it lies durable in two places (E22): what is sealed with a key that one
 * disk lost, is lost. The first store decides who wins, then the second copy is written, then the
 * row is marked. Whatever dies in between is finished by the next reader.
 */
export class DubbeleSleutelopslag extends SleutelPort {
  constructor(
    private readonly eerste: EersteOpslag,
    private readonly tweede: TweedeOpslag,
    private readonly hoofdsleutel: HoofdsleutelPort,
  ) {
    super();
  }

  async haalAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>> {
    const rijen = await this.duurzameRijen(eigenaar, categorieen);
    const gevonden = await Promise.all(
      categorieen.map(async (categorie): Promise<[Categorie, GevondenSleutel]> => {
        const rij = rijen.find((een) => een.categorie === categorie);
        if (rij === undefined) return [categorie, { status: 'onbekend' }];
        if (isVernietigd(rij)) return [categorie, { status: 'vernietigd' }];
        if (rij.gemeente !== gemeenteId) return [categorie, { status: 'onbekend' }];
        return [categorie, await this.onthul(rij)];
      }),
    );
    return new Map(gevonden);
  }

  async haalOfMaakAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    const nieuw = await Promise.all(
      categorieen.map((categorie) => this.nieuweRij(eigenaar, gemeenteId, categorie)),
    );
    const rijen = await this.maakDuurzaam(await this.eerste.legVast(nieuw));
    const gemaakt = await Promise.all(
      rijen.map(async (rij): Promise<[Categorie, GemaakteSleutel]> => {
        if (isVernietigd(rij)) return [rij.categorie, { status: 'vernietigd' }];
        if (rij.gemeente !== gemeenteId) {
          throw new SleutelFout('Deze eigenaar heeft een sleutel bij een andere gemeente.');
        }
        return [rij.categorie, await this.onthul(rij)];
      }),
    );
    return new Map(gemaakt);
  }

  async vernietig(eigenaar: string, categorie?: Categorie): Promise<void> {
    const welke = categorie === undefined ? CATEGORIEEN : [categorie];
    await this.maakDuurzaam(await this.eerste.vernietig(eigenaar, welke));
  }

  /**
   * At start-up and after a restore: destroys again what was destroyed before, and finishes rows
   * whose second copy was not confirmed. Returns how many rows it touched.
   */
  async herstel(): Promise<number> {
    const perEigenaar = new Map<string, Set<Categorie>>();
    for await (const { eigenaar, categorie } of this.tweede.vernietigingen()) {
      const welke = perEigenaar.get(eigenaar) ?? new Set();
      perEigenaar.set(eigenaar, welke.add(categorie));
    }
    let aantal = 0;
    for (const [eigenaar, categorieen] of perEigenaar) {
      const welke = [...categorieen];
      const rijen = await this.eerste.lees(eigenaar, welke);
      const open = welke.filter(
        (categorie) => !rijen.some((rij) => rij.categorie === categorie && isVernietigd(rij)),
      );
      if (open.length === 0) continue;
      aantal += (await this.eerste.vernietig(eigenaar, open)).length;
    }
    for (;;) {
      const rijen = await this.eerste.nietDuurzaam(PER_KEER);
      await this.maakDuurzaam(rijen);
      aantal += rijen.length;
      if (rijen.length < PER_KEER) return aantal;
    }
  }

  private async duurzameRijen(
    eigenaar: string,
    categorieen: readonly Categorie[],
  ): Promise<Sleutelrij[]> {
    const rijen = await this.eerste.lees(eigenaar, categorieen);
    const kwijt = categorieen.filter((naam) => !rijen.some((rij) => rij.categorie === naam));
    if (kwijt.length > 0) {
      // The first store was restored from before this key was made: take it from the second copy.
      const kopie = await this.tweede.lees(eigenaar, kwijt);
      if (kopie.length > 0) rijen.push(...(await this.eerste.legVast(kopie)));
    }
    return this.maakDuurzaam(rijen);
  }

  private async maakDuurzaam(rijen: readonly EersteRij[]): Promise<Sleutelrij[]> {
    const open = rijen.filter((rij) => !rij.duurzaam);
    if (open.length === 0) return [...rijen];
    const grafstenen = open.filter(isVernietigd);
    if (grafstenen.length > 0) await this.tweede.vernietig(grafstenen);
    const levend = open.filter((rij) => !isVernietigd(rij));
    const kopie = levend.length > 0 ? await this.tweede.legVast(levend) : [];
    // The second copy knows an older key: ours was never used, theirs was.
    const ouder = kopie.filter((rij) => !levend.some((een) => een.id === rij.id));
    if (ouder.length > 0) await this.eerste.neemOver(ouder);
    await this.eerste.markeerDuurzaam([...grafstenen, ...kopie]);
    return [...rijen.filter((rij) => rij.duurzaam), ...grafstenen, ...kopie];
  }

  private async nieuweRij(
    eigenaar: string,
    gemeente: string,
    categorie: Categorie,
  ): Promise<Sleutelrij> {
    const plek = { id: randomUUID(), eigenaar, categorie };
    const omhuld = await this.hoofdsleutel.wikkel(randomBytes(32), wikkelContext(plek));
    const gemaaktTijdstip = new Date().toISOString();
    return { ...plek, gemeente, omhuld, gemaaktTijdstip, vernietigdTijdstip: null };
  }

  private async onthul(rij: Sleutelrij): Promise<GemaakteSleutel> {
    if (rij.omhuld === null) return { status: 'vernietigd' };
    const sleutel = await this.hoofdsleutel.onthul(rij.omhuld, wikkelContext(rij));
    return { status: 'aanwezig', sleutel: { id: rij.id, sleutel } };
  }
}

const isVernietigd = (rij: Sleutelrij): boolean => rij.vernietigdTijdstip !== null;
