// Real: the cache and the in-memory store. Fake: the clock.
import { randomUUID } from 'node:crypto';
import { GecachteSleutels } from './gecachte-sleutels.js';
import type { Categorie, GevondenSleutel, PerCategorie } from './sleutel.port.js';
import { SleutelsInGeheugen } from './sleutels-in-geheugen.js';

const GEMEENTE = randomUUID();

class TellendeSleutels extends SleutelsInGeheugen {
  vragen = 0;
  fout: Error | undefined;
  wacht: Promise<void> = Promise.resolve();

  override async haalAlle(
    eigenaar: string,
    gemeenteId: string,
    categorieen: readonly Categorie[],
  ): Promise<PerCategorie<GevondenSleutel>> {
    this.vragen += 1;
    const antwoord = await super.haalAlle(eigenaar, gemeenteId, categorieen);
    await this.wacht;
    if (this.fout !== undefined) throw this.fout;
    return antwoord;
  }
}

const opstelling = (opties: { levenMs?: number; hoogstens?: number } = {}) => {
  const klok = { nu: 0 };
  const bron = new TellendeSleutels();
  const cache = new GecachteSleutels(bron, { ...opties, klok: () => klok.nu });
  return { klok, bron, cache };
};

describe('GecachteSleutels', () => {
  it('vraagt één keer wat velen tegelijk vragen', async () => {
    const { bron, cache } = opstelling();
    const eigenaar = randomUUID();
    await bron.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    const antwoorden = await Promise.all(
      Array.from({ length: 20 }, () => cache.haal(eigenaar, GEMEENTE, 'kern')),
    );
    expect(bron.vragen).toBe(1);
    expect(new Set(antwoorden).size).toBe(1);
  });

  it('bewaart een sleutel nooit langer dan zestig seconden', async () => {
    const { klok, bron, cache } = opstelling({ levenMs: 3_600_000 });
    const eigenaar = randomUUID();
    await cache.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    await bron.vernietig(eigenaar);
    klok.nu = 59_999;
    expect((await cache.haal(eigenaar, GEMEENTE, 'kern')).status).toBe('aanwezig');
    klok.nu = 60_000;
    expect((await cache.haal(eigenaar, GEMEENTE, 'kern')).status).toBe('vernietigd');
  });

  it('vergeet een vernietigde sleutel meteen', async () => {
    const { cache } = opstelling();
    const eigenaar = randomUUID();
    await cache.haalOfMaakAlle(eigenaar, GEMEENTE, ['kern', 'medisch']);
    await cache.vernietig(eigenaar, 'medisch');
    expect((await cache.haal(eigenaar, GEMEENTE, 'medisch')).status).toBe('vernietigd');
    expect((await cache.haal(eigenaar, GEMEENTE, 'kern')).status).toBe('aanwezig');
  });

  it('bewaart geen antwoord dat onderweg was toen de sleutel vernietigd werd', async () => {
    const { bron, cache } = opstelling();
    const eigenaar = randomUUID();
    await bron.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    let ga: () => void = () => undefined;
    bron.wacht = new Promise((klaar) => (ga = klaar));
    const onderweg = cache.haal(eigenaar, GEMEENTE, 'kern');
    await cache.vernietig(eigenaar);
    ga();
    await onderweg;
    expect((await cache.haal(eigenaar, GEMEENTE, 'kern')).status).toBe('vernietigd');
  });

  it('bewaart geen fout en geen onbekende sleutel', async () => {
    const { bron, cache } = opstelling();
    const eigenaar = randomUUID();
    bron.fout = new Error('stuk');
    await expect(cache.haal(eigenaar, GEMEENTE, 'kern')).rejects.toThrow('stuk');
    bron.fout = undefined;
    expect((await cache.haal(eigenaar, GEMEENTE, 'kern')).status).toBe('onbekend');
    await bron.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    expect((await cache.haal(eigenaar, GEMEENTE, 'kern')).status).toBe('aanwezig');
  });

  it('maakt een sleutel ook als een lezer hem op dat moment nog niet vond', async () => {
    const { cache } = opstelling();
    const eigenaar = randomUUID();
    const lezer = cache.haal(eigenaar, GEMEENTE, 'kern');
    const maker = cache.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    expect((await lezer).status).toBe('onbekend');
    expect((await maker).status).toBe('aanwezig');
  });

  it('houdt niet meer eigenaren vast dan afgesproken', async () => {
    const { bron, cache } = opstelling({ hoogstens: 2 });
    const eigenaren = [randomUUID(), randomUUID(), randomUUID()];
    for (const eigenaar of eigenaren) await bron.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    for (const eigenaar of eigenaren) await cache.haal(eigenaar, GEMEENTE, 'kern');
    await cache.haal(eigenaren[2]!, GEMEENTE, 'kern');
    expect(bron.vragen).toBe(3);
    await cache.haal(eigenaren[0]!, GEMEENTE, 'kern');
    expect(bron.vragen).toBe(4);
  });
});
