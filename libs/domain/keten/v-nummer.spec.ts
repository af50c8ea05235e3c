/** Conversion of the V-nummer at the edge with DUO; nothing is faked. */
import fc from 'fast-check';
import { vNummerVanGetal } from './v-nummer.js';

describe('V-nummer van DUO', () => {
  it('vult een kort nummer met nullen aan tot tien cijfers', () => {
    expect(vNummerVanGetal(1234567)).toBe('0001234567');
    expect(vNummerVanGetal(9_999_999_999)).toBe('9999999999');
  });

  it.each([0, -5, 1.5, 10_000_000_000, Number.NaN])('weigert %p', (getal) => {
    expect(vNummerVanGetal(getal)).toBeUndefined();
  });

  it('verliest geen cijfer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (getal) => {
        expect(vNummerVanGetal(getal)).toMatch(/^\d{10}$/);
        expect(Number(vNummerVanGetal(getal))).toBe(getal);
      }),
    );
  });
});
