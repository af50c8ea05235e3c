// Real: the hashes. The secrets are made here.
import { randomBytes } from 'node:crypto';
import { Zoeksleutels } from './zoeksleutel.js';

const GEMEENTE_A = '0198a000-0000-7000-8000-00000000000a';
const GEMEENTE_B = '0198a000-0000-7000-8000-00000000000b';

describe('Zoeksleutels', () => {
  const geheim = randomBytes(32);
  const sleutels = new Zoeksleutels(geheim);

  it('geeft dezelfde sleutel voor dezelfde waarde, ook in een ander proces', () => {
    const elders = new Zoeksleutels(Buffer.from(geheim));
    expect(elders.van(GEMEENTE_A, 'bsn', '999990342')).toEqual(
      sleutels.van(GEMEENTE_A, 'bsn', '999990342'),
    );
  });

  it('geeft per gemeente, soort en geheim een andere sleutel', () => {
    const ander = new Zoeksleutels(randomBytes(32));
    const alle = [
      sleutels.van(GEMEENTE_A, 'bsn', '999990342'),
      sleutels.van(GEMEENTE_B, 'bsn', '999990342'),
      sleutels.van(GEMEENTE_A, 'vnummer', '999990342'),
      ander.van(GEMEENTE_A, 'bsn', '999990342'),
    ];
    expect(new Set(alle.map((hash) => hash.toString('hex'))).size).toBe(alle.length);
  });

  it('weigert een te kort geheim', () => {
    expect(() => new Zoeksleutels(randomBytes(16))).toThrow(/korter dan 32 bytes/);
  });
});
