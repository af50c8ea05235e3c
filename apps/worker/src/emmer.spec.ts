// Real: the bucket. Fake: the clock.
import { Emmer } from './emmer.js';

describe('Emmer', () => {
  it('laat na stilte een paar tegelijk door en daarna niet meer dan zoveel per seconde', () => {
    let nu = 0;
    const emmer = new Emmer(20, 10, () => nu);
    expect(emmer.neem(10)).toBe(10);
    expect(emmer.neem(10)).toBe(0);
    nu += 250;
    expect(emmer.neem(10)).toBe(5);
    nu += 60_000;
    expect(emmer.neem(50)).toBe(10);
  });

  it('houdt wat niet gevraagd werd', () => {
    const emmer = new Emmer(20, 10, () => 0);
    expect(emmer.neem(3)).toBe(3);
    expect(emmer.neem(10)).toBe(7);
  });

  it('vult zich zo snel als op dat moment gevraagd wordt', () => {
    let nu = 0;
    const emmer = new Emmer(20, 10, () => nu);
    emmer.neem(10);
    nu += 250;
    expect(emmer.neem(10, 40)).toBe(10);
  });
});
