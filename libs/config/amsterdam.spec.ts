// Real: everything. The polyfill of Temporal is the second opinion.
import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { beginVanDag, vandaagInAmsterdam } from './amsterdam.js';

describe('vandaagInAmsterdam', () => {
  it.each([
    ['2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('is op %s in Amsterdam %s', (tijdstip, datum) => {
    expect(vandaagInAmsterdam(new Date(tijdstip))).toBe(datum);
  });
});

describe('beginVanDag', () => {
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['2028-02-29', '2028-02-28T23:00:00.000Z'],
  ])('%s begint op %s', (datum, tijdstip) => {
    expect(beginVanDag(datum).toISOString()).toBe(tijdstip);
  });

  it('is het met een tweede berekening eens, voor elke dag van 1980 tot 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 * 365 }), (dagen) => {
        const datum = Temporal.PlainDate.from('1980-01-01').add({ days: dagen });
        const begin = datum.toZonedDateTime('Europe/Amsterdam').epochMilliseconds;
        expect(beginVanDag(datum.toString()).getTime()).toBe(begin);
        expect(vandaagInAmsterdam(new Date(begin))).toBe(datum.toString());
        expect(vandaagInAmsterdam(new Date(begin - 1))).toBe(
          datum.subtract({ days: 1 }).toString(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '2026-02-30', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '1900-01-01'])(
    'weigert %j',
    (datum) => {
      expect(() => beginVanDag(datum)).toThrow(RangeError);
    },
  );
});
