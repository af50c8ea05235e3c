// Real: reading of variables. The keys are made here.
import { randomBytes } from 'node:crypto';
import { leesHoofdsleutelInstellingen } from './hoofdsleutel.js';
import { InstellingenFout, type Omgevingsvariabelen } from './lezer.js';

const sleutel = (bytes = 32): string => randomBytes(bytes).toString('base64');
const HOOFDSLEUTEL = sleutel();
const goed: Record<string, string> = {
  SLEUTEL_DATABASE_URL: 'postgresql://sleutel:Zeepaard@db/sleutels',
  SLEUTEL_KOPIE_MAP: '/var/sleutels',
  HOOFDSLEUTEL,
  HOOFDSLEUTEL_NIEUW: sleutel(),
};

function klachten(anders: Omgevingsvariabelen): readonly string[] {
  try {
    leesHoofdsleutelInstellingen({ ...goed, ...anders });
  } catch (fout) {
    if (fout instanceof InstellingenFout) return fout.klachten;
    throw fout;
  }
  return [];
}

describe('leesHoofdsleutelInstellingen', () => {
  it('leest beide hoofdsleutels uit base64', () => {
    const gelezen = leesHoofdsleutelInstellingen(goed);
    expect(gelezen.hoofdsleutel.toString('base64')).toBe(HOOFDSLEUTEL);
    expect(gelezen.nieuweHoofdsleutel).toHaveLength(32);
  });

  it.each<[string, Omgevingsvariabelen]>([
    ['SLEUTEL_DATABASE_URL', { SLEUTEL_DATABASE_URL: undefined }],
    ['SLEUTEL_KOPIE_MAP', { SLEUTEL_KOPIE_MAP: undefined }],
    ['HOOFDSLEUTEL', { HOOFDSLEUTEL: 'Zeepaard' }],
    ['HOOFDSLEUTEL_NIEUW', { HOOFDSLEUTEL_NIEUW: undefined }],
    ['HOOFDSLEUTEL_NIEUW', { HOOFDSLEUTEL_NIEUW: sleutel(31) }],
    ['HOOFDSLEUTEL_NIEUW', { HOOFDSLEUTEL_NIEUW: 'geen base64!' }],
    ['HOOFDSLEUTEL_NIEUW', { HOOFDSLEUTEL_NIEUW: HOOFDSLEUTEL }],
  ])('klaagt over %s en noemt geen waarde (%#)', (naam, anders) => {
    const gevonden = klachten(anders);
    expect(gevonden).toEqual([expect.stringMatching(`^${naam}: `)]);
    expect(gevonden.join()).not.toContain('Zeepaard');
    expect(gevonden.join()).not.toContain(HOOFDSLEUTEL);
  });
});
