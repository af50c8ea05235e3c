// Real: the counting. Made up: the reports, in the shape Jest writes them.
import { bewijsDocument, overgeslagenTests, slotregel, tel, type JestVerslag } from './verslag.js';

const verslag: JestVerslag = {
  testResults: [
    {
      name: '/w/libs/a.spec.ts',
      status: 'passed',
      message: '',
      startTime: 0,
      endTime: 2_400,
      assertionResults: [
        { fullName: 'a rekent', status: 'passed' },
        { fullName: 'a (overgeslagen) x ontbreekt', status: 'pending' },
      ],
    },
    {
      name: '/w/test/b.spec.ts',
      status: 'failed',
      message: 'Cannot find module',
      assertionResults: [],
    },
    {
      name: '/w/test/c.spec.ts',
      status: 'failed',
      message: 'verwacht 1',
      assertionResults: [{ fullName: 'c telt', status: 'failed' }],
    },
  ],
};

describe('het verslag van een testronde', () => {
  it('telt een spec die niet geladen kon worden als mislukt', () => {
    expect(slotregel(tel([verslag]))).toBe('1 passed, 2 failed, 1 skipped');
  });

  it('noemt elke overgeslagen test met zijn reden', () => {
    expect(overgeslagenTests([verslag])).toEqual(['a (overgeslagen) x ontbreekt']);
  });

  it('telt meer rondes bij elkaar op', () => {
    expect(tel([verslag, verslag])).toEqual({ geslaagd: 2, mislukt: 4, overgeslagen: 2 });
  });

  it('schrijft in het bewijs de commit, het zaad en een regel per spec', () => {
    const kop = { commit: 'abc123', zaad: '42', node: 'v20', datum: '2026-03-02', minuten: 3 };
    const document = bewijsDocument([verslag], kop, '/w');
    expect(document).toContain('- commit: abc123');
    expect(document).toContain('PROEF_ZAAD=42');
    expect(document).toContain('| libs/a.spec.ts | 1 | 0 | 1 | 2 |');
  });
});
