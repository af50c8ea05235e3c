// Real: everything. The numbers come from the range that RvIG reserves for tests.
import fc from 'fast-check';
import { isBsn, isVNummer, normaliseerBsn, normaliseerVNummer } from './bsn.js';

describe('bsn', () => {
  it.each(['999990342', '999993653'])('aanvaardt testnummer %s', (bsn) => {
    expect(isBsn(bsn)).toBe(true);
  });

  it('weigert negen nullen, hoewel de elfproef klopt', () => {
    expect(isBsn('000000000')).toBe(false);
    expect(normaliseerBsn('00000000')).toBeUndefined();
  });

  it.each([
    '',
    '99999034',
    '9999903420',
    '99999034a',
    '999990343',
    ' 999990342',
    '９９９９９０３４２',
  ])('weigert %j als BSN', (waarde) => {
    expect(isBsn(waarde)).toBe(false);
  });

  it('merkt elke verandering van één cijfer', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(9), (plek, cijfer) => {
        const anders = Array.from('999990342');
        fc.pre(anders[plek] !== String(cijfer));
        anders[plek] = String(cijfer);
        expect(isBsn(anders.join(''))).toBe(false);
      }),
    );
  });

  it('vult een BSN van acht cijfers aan met een nul', () => {
    expect(normaliseerBsn('10000008')).toBe('010000008');
    expect(normaliseerBsn(' 999990342 ')).toBe('999990342');
    expect(normaliseerBsn('9999903')).toBeUndefined();
  });
});

describe('V-nummer', () => {
  it('vult aan tot tien cijfers, ook als DUO een getal stuurt', () => {
    expect(normaliseerVNummer(12345678)).toBe('0012345678');
    expect(normaliseerVNummer('2801234567')).toBe('2801234567');
  });

  it.each(['', '0', '28012345678', '28A1234567', '-1', '1.5', '1e3'])('weigert %j', (waarde) => {
    expect(normaliseerVNummer(waarde)).toBeUndefined();
  });

  it('herkent alleen tien cijfers', () => {
    expect(isVNummer('2801234567')).toBe(true);
    expect(isVNummer('280123456')).toBe(false);
  });
});
