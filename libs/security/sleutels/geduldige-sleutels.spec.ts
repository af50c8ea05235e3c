// Real: the waiting. Fake: the key store, which is away as often as the test says.
import { GeduldigeSleutels } from './geduldige-sleutels.js';
import type { GemaakteSleutel, PerCategorie } from './sleutel.port.js';
import { SleutelFout, SleutelPort } from './sleutel.port.js';

const SLEUTEL: GemaakteSleutel = {
  status: 'aanwezig',
  sleutel: { id: '00000000-0000-4000-8000-00000000000a', sleutel: Buffer.alloc(32, 1) },
};

class Wisselend extends SleutelPort {
  gevraagd = 0;
  constructor(
    private readonly wegTot: number,
    private readonly fout: Error,
  ) {
    super();
  }

  haalAlle(): Promise<PerCategorie<GemaakteSleutel>> {
    this.gevraagd += 1;
    return this.gevraagd < this.wegTot
      ? Promise.reject(this.fout)
      : Promise.resolve(new Map([['drijver' as const, SLEUTEL]]));
  }

  haalOfMaakAlle(): Promise<PerCategorie<GemaakteSleutel>> {
    return this.haalAlle();
  }

  vernietig(): Promise<void> {
    return Promise.reject(this.fout);
  }
}

const WEG = Object.assign(new Error('weg'), { code: 'ECONNREFUSED' });

describe('sleutels voor een worker', () => {
  it('wachten tot de opslag terug is, en melden elke poging', async () => {
    const bron = new Wisselend(4, WEG);
    const gemeld: number[] = [];
    const sleutels = new GeduldigeSleutels(bron, (_fout, keer) => gemeld.push(keer), 1);
    await expect(sleutels.haal('e', 'g', 'drijver')).resolves.toBe(SLEUTEL);
    await expect(sleutels.haalOfMaak('e', 'g', 'drijver')).resolves.toBe(SLEUTEL);
    expect(gemeld).toEqual([1, 2, 3]);
  });

  it('wachten niet op een opslag die zichzelf tegenspreekt', async () => {
    const bron = new Wisselend(4, new SleutelFout('Twee sleutels.'));
    const sleutels = new GeduldigeSleutels(bron, () => undefined, 1);
    await expect(sleutels.haal('e', 'g', 'drijver')).rejects.toThrow(SleutelFout);
    expect(bron.gevraagd).toBe(1);
  });

  it('laten wie wacht los zodra de worker stopt', async () => {
    const sleutels: GeduldigeSleutels = new GeduldigeSleutels(
      new Wisselend(Infinity, WEG),
      () => {
        sleutels.stop();
      },
      600_000,
    );
    await expect(sleutels.haal('e', 'g', 'drijver')).rejects.toThrow();
  });

  it('vernietigen niet in stilte later', async () => {
    const sleutels = new GeduldigeSleutels(new Wisselend(Infinity, WEG), () => undefined, 1);
    await expect(sleutels.vernietig('e')).rejects.toThrow('weg');
  });
});
