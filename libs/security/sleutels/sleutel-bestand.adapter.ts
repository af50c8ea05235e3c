import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Categorie } from './sleutel.port.js';
import { CATEGORIEEN, SleutelFout } from './sleutel.port.js';
import type { Sleutelrij, TweedeOpslag } from './sleutelrij.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VERNIETIGINGEN = 'vernietigd.log';
const DEEL = '.deel';

type Bestandsrij = Omit<Sleutelrij, 'omhuld'> & { readonly omhuld: string | null };

/**
 * The second copy: one small file per key in a directory of its own, preferably another disk.
 * A file is complete and on disk before it gets its name, and a name is given once; only a
 * tombstone may take the place of a key. All destructions are also appended to one log.
 */
export class SleutelBestand implements TweedeOpslag {
  constructor(private readonly map: string) {}

  async lees(eigenaar: string, categorieen: readonly Categorie[]): Promise<Sleutelrij[]> {
    const rijen = await Promise.all(categorieen.map((categorie) => this.rij(eigenaar, categorie)));
    return rijen.filter((rij) => rij !== undefined);
  }

  async legVast(rijen: readonly Sleutelrij[]): Promise<Sleutelrij[]> {
    const mappen = new Set<string>();
    const uitkomst = await Promise.all(
      rijen.map(async (rij) => {
        const pad = this.pad(rij.eigenaar, rij.categorie);
        mappen.add(dirname(pad));
        const tijdelijk = await this.schrijfTijdelijk(pad, rij);
        try {
          await link(tijdelijk, pad);
          return rij;
        } catch (fout) {
          if (!isCode(fout, 'EEXIST')) throw fout;
          return (await this.rij(rij.eigenaar, rij.categorie)) ?? rij;
        } finally {
          await unlink(tijdelijk);
        }
      }),
    );
    await Promise.all([...mappen].map(bewaarMap));
    return uitkomst;
  }

  async vernietig(grafstenen: readonly Sleutelrij[]): Promise<void> {
    const regels = grafstenen.map((rij) => `${rij.eigenaar} ${rij.categorie}\n`).join('');
    await mkdir(this.map, { recursive: true, mode: 0o700 });
    // The leading line end keeps a line that was cut off by a crash apart from the next.
    await schrijf(join(this.map, VERNIETIGINGEN), `\n${regels}`, 'a');
    const mappen = new Set([this.map]);
    for (const rij of grafstenen) {
      const pad = this.pad(rij.eigenaar, rij.categorie);
      mappen.add(dirname(pad));
      await wisInhoud(pad);
      await rename(await this.schrijfTijdelijk(pad, { ...rij, omhuld: null }), pad);
    }
    await Promise.all([...mappen].map(bewaarMap));
  }

  async *vernietigingen(): AsyncGenerator<{ eigenaar: string; categorie: Categorie }> {
    const tekst = await leesAlsHetErIs(join(this.map, VERNIETIGINGEN));
    for (const regel of (tekst ?? '').split('\n')) {
      const [eigenaar, categorie] = regel.split(' ');
      const bekend = CATEGORIEEN.find((naam) => naam === categorie);
      if (eigenaar === undefined || bekend === undefined || !UUID.test(eigenaar)) continue;
      yield { eigenaar, categorie: bekend };
    }
  }

  /** Every key that is not destroyed; null for a file that cannot be read. */
  async *sleutels(): AsyncGenerator<Sleutelrij | null> {
    for await (const { naam } of this.bestanden()) {
      const [eigenaar = '', categorie] = naam.split('.');
      const bekend = CATEGORIEEN.find((een) => een === categorie);
      if (bekend === undefined || !naam.endsWith('.json')) continue;
      const rij = await this.rij(eigenaar, bekend).catch((fout: unknown) => {
        if (fout instanceof SleutelFout) return null;
        throw fout;
      });
      if (rij === undefined || (rij !== null && rij.vernietigdTijdstip !== null)) continue;
      yield rij;
    }
  }

  /** The same keys wrapped anew, each in the place of its file; durable on return. */
  async vervang(rijen: readonly Sleutelrij[]): Promise<void> {
    const mappen = new Set<string>();
    await Promise.all(
      rijen.map(async (rij) => {
        const pad = this.pad(rij.eigenaar, rij.categorie);
        mappen.add(dirname(pad));
        await rename(await this.schrijfTijdelijk(pad, rij), pad);
      }),
    );
    await Promise.all([...mappen].map(bewaarMap));
  }

  /** Removes what programs that died left half written. Only while nobody writes. */
  async wisResten(): Promise<void> {
    for await (const { naam, map } of this.bestanden()) {
      if (naam.endsWith(DEEL)) await unlink(join(map, naam));
    }
  }

  private async *bestanden(): AsyncGenerator<{ readonly map: string; readonly naam: string }> {
    for (const deel of await leesMap(this.map)) {
      if (!/^[0-9a-f]{2}$/.test(deel)) continue;
      const map = join(this.map, deel);
      for (const naam of await leesMap(map)) yield { map, naam };
    }
  }

  private async rij(eigenaar: string, categorie: Categorie): Promise<Sleutelrij | undefined> {
    const tekst = await leesAlsHetErIs(this.pad(eigenaar, categorie));
    if (tekst === undefined) return undefined;
    const rij = leesRij(tekst);
    if (rij?.eigenaar !== eigenaar || rij.categorie !== categorie) {
      throw new SleutelFout('Een bestand van de tweede kopie van de sleutels is beschadigd.');
    }
    return { ...rij, omhuld: rij.omhuld === null ? null : Buffer.from(rij.omhuld, 'base64') };
  }

  private async schrijfTijdelijk(pad: string, rij: Sleutelrij): Promise<string> {
    const inhoud: Bestandsrij = {
      id: rij.id,
      eigenaar: rij.eigenaar,
      gemeente: rij.gemeente,
      categorie: rij.categorie,
      omhuld: rij.omhuld?.toString('base64') ?? null,
      gemaaktTijdstip: rij.gemaaktTijdstip,
      vernietigdTijdstip: rij.vernietigdTijdstip,
    };
    const tijdelijk = `${pad}.${randomUUID()}${DEEL}`;
    const nieuweMap = await mkdir(dirname(pad), { recursive: true, mode: 0o700 });
    if (nieuweMap !== undefined) await bewaarMap(dirname(nieuweMap));
    await schrijf(tijdelijk, JSON.stringify(inhoud), 'wx');
    return tijdelijk;
  }

  private pad(eigenaar: string, categorie: Categorie): string {
    if (!UUID.test(eigenaar)) throw new SleutelFout('De eigenaar van een sleutel is een uuid.');
    // The last digits: the first ones of a uuid v7 are the time, and would fill one folder a day.
    return join(this.map, eigenaar.slice(-2), `${eigenaar}.${categorie}.json`);
  }
}

function leesRij(tekst: string): Bestandsrij | undefined {
  try {
    return JSON.parse(tekst) as Bestandsrij;
  } catch {
    return undefined;
  }
}

async function schrijf(pad: string, inhoud: string, vlag: 'wx' | 'a'): Promise<void> {
  const bestand = await open(pad, vlag, 0o600);
  try {
    await bestand.writeFile(inhoud);
    await bestand.datasync();
  } finally {
    await bestand.close();
  }
}

/** Best effort: the blocks of the old file are overwritten before the file loses its name. */
async function wisInhoud(pad: string): Promise<void> {
  try {
    const bestand = await open(pad, 'r+');
    try {
      const { size } = await bestand.stat();
      await bestand.write(Buffer.alloc(size, ' '), 0, size, 0);
      await bestand.datasync();
    } finally {
      await bestand.close();
    }
  } catch (fout) {
    if (!isCode(fout, 'ENOENT')) throw fout;
  }
}

async function bewaarMap(map: string): Promise<void> {
  const bestand = await open(map, 'r');
  try {
    await bestand.sync();
  } finally {
    await bestand.close();
  }
}

async function leesMap(map: string): Promise<string[]> {
  try {
    return await readdir(map);
  } catch (fout) {
    if (isCode(fout, 'ENOENT')) return [];
    throw fout;
  }
}

async function leesAlsHetErIs(pad: string): Promise<string | undefined> {
  try {
    return await readFile(pad, 'utf8');
  } catch (fout) {
    if (isCode(fout, 'ENOENT')) return undefined;
    throw fout;
  }
}

const isCode = (fout: unknown, code: string): boolean =>
  (fout as NodeJS.ErrnoException | null)?.code === code;
