/** The limit on calls at once; nothing is faked. */
import { Begrenzer } from './begrenzer.js';

const nooit = new AbortController().signal;

/** Lets everything that can go on go on. */
const rust = (): Promise<void> => new Promise((klaar) => setImmediate(klaar));

describe('grens aan gelijktijdige aanroepen', () => {
  it('laat er niet meer tegelijk door dan afgesproken, en de rest op volgorde', async () => {
    const grens = new Begrenzer(2, 10);
    const binnen: number[] = [];
    const vrij: (() => void)[] = [];
    for (const nr of [1, 2, 3, 4]) {
      void grens.neem(nooit).then((plek) => {
        binnen.push(nr);
        if (typeof plek === 'function') vrij.push(plek);
      });
    }
    await rust();
    expect(binnen).toEqual([1, 2]);
    vrij[0]?.();
    vrij[0]?.();
    await rust();
    expect(binnen).toEqual([1, 2, 3]);
    vrij[1]?.();
    await rust();
    expect(binnen).toEqual([1, 2, 3, 4]);
  });

  it('zegt vol wanneer er te veel wachten', async () => {
    const grens = new Begrenzer(1, 1);
    await grens.neem(nooit);
    void grens.neem(nooit);
    expect(await grens.neem(nooit)).toBe('vol');
  });

  it('geeft de plek van wie afbreekt aan de volgende', async () => {
    const grens = new Begrenzer(1, 5);
    const stop = new AbortController();
    const eerste = await grens.neem(nooit);
    const tweede = grens.neem(stop.signal);
    const derde = grens.neem(nooit);
    stop.abort();
    expect(await tweede).toBe('afgebroken');
    if (typeof eerste === 'function') eerste();
    expect(typeof (await derde)).toBe('function');
    expect(await grens.neem(stop.signal)).toBe('afgebroken');
  });
});
