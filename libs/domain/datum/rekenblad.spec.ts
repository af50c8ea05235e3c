// Real: the conversion. Fake: nothing. The numbers are what Excel and LibreOffice show for these days.
import { vanRekenbladdag } from './rekenblad.js';

describe('de dag van een rekenblad', () => {
  it.each([
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [36_526, '2000-01-01'],
    [36_585, '2000-02-29'],
    [46_188, '2026-06-15'],
    [46_188.75, '2026-06-15'],
  ])('leest %d als %s', (nummer, dag) => {
    expect(vanRekenbladdag(nummer)).toBe(dag);
  });

  it.each([60, 0, -1, 100_001, Number.NaN, Number.POSITIVE_INFINITY])(
    'raadt niet bij %d',
    (nummer) => {
      expect(vanRekenbladdag(nummer)).toBeNull();
    },
  );
});
