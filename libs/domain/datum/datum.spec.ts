/** Real: the civil-day arithmetic, held against the platform's UTC calendar. */
import fc from 'fast-check';
import { DomainError } from '../fout.js';
import {
  dagenTussen,
  dagnummer,
  isIsoDatum,
  laatste,
  naarDatum,
  plusDagen,
  plusMaanden,
  vanDagnummer,
  vroegste,
  weekdag,
} from './datum.js';
import { datumTekst } from './datum-tekst.js';

const EERSTE = dagnummer(naarDatum('1900-01-01'));
const LAATSTE = dagnummer(naarDatum('2200-12-31'));

describe('burgerlijke dagen', () => {
  it('komt voor elke dag van 1900 tot en met 2200 overeen met de kalender van het platform', () => {
    const begin = Date.UTC(1900, 0, 1);
    for (let n = EERSTE; n <= LAATSTE; n += 1) {
      const d = vanDagnummer(n);
      const platform = new Date(begin + (n - EERSTE) * 86_400_000);
      if (d !== platform.toISOString().slice(0, 10) || weekdag(d) % 7 !== platform.getUTCDay()) {
        throw new Error(`${d} wijkt af`);
      }
      if (dagnummer(d) !== n) throw new Error(`${d} leest anders terug`);
    }
  });

  it.each([
    '2026-04-31',
    '2027-02-29',
    '1899-12-31',
    '2201-01-01',
    '2026-13-01',
    '2026-1-1',
    '2026-00-10',
    '20260101',
    '2026-05-11T00:00',
    '',
    7,
    null,
  ])('weigert %p als datum', (waarde) => {
    expect(isIsoDatum(waarde)).toBe(false);
  });

  it('weigert een niet bestaande dag met een DomainError, en een dag buiten het bereik ook', () => {
    expect(() => naarDatum('2026-02-30')).toThrow(DomainError);
    expect(() => plusDagen(naarDatum('2200-12-31'), 1)).toThrow(/1900/);
  });

  it('houdt bij maanden het dagnummer aan, of neemt de laatste dag van de maand', () => {
    expect(plusMaanden(naarDatum('2026-08-31'), 6)).toBe('2027-02-28');
    expect(plusMaanden(naarDatum('2027-08-31'), 6)).toBe('2028-02-29');
    expect(plusMaanden(naarDatum('2026-03-31'), -1)).toBe('2026-02-28');
    expect(plusMaanden(naarDatum('2026-01-15'), -13)).toBe('2024-12-15');
  });

  it('telt dagen heen en terug op en af', () => {
    const dag = fc.integer({ min: EERSTE + 5_000, max: LAATSTE - 5_000 }).map(vanDagnummer);
    fc.assert(
      fc.property(dag, fc.integer({ min: -5_000, max: 5_000 }), (d, n) => {
        const later = plusDagen(d, n);
        expect(dagenTussen(d, later)).toBe(n);
        expect(plusDagen(later, -n)).toBe(d);
        expect(n > 0 ? later > d : later <= d).toBe(true);
      }),
    );
  });

  it('kiest de vroegste en de laatste dag en schrijft een dag voluit', () => {
    const [a, b] = [naarDatum('2026-05-25'), naarDatum('2026-05-24')];
    expect([vroegste(a, b), laatste(b, a)]).toEqual([b, a]);
    expect(datumTekst(a)).toBe('maandag 25 mei 2026');
  });
});
