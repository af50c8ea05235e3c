// Real: AES-256-GCM and zlib. The keys are made here.
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  ontzegel,
  ontzegelJson,
  sleutelIdVan,
  verzegel,
  verzegelJson,
  VerzegelingFout,
} from './verzegeling.js';
import type { Datasleutel } from './verzegeling.js';

const eenSleutel = (): Datasleutel => ({ id: randomUUID(), sleutel: randomBytes(32) });
const reden = (doe: () => unknown): string => {
  try {
    doe();
  } catch (fout) {
    if (fout instanceof VerzegelingFout) return fout.reden;
    throw fout;
  }
  return 'gelukt';
};

describe('verzegeling', () => {
  const sleutel = eenSleutel();

  it('geeft terug wat verzegeld is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (klaar, aad) => {
        expect(ontzegel(sleutel, verzegel(sleutel, klaar, aad), aad)).toEqual(Buffer.from(klaar));
      }),
    );
  });

  it('geeft elke JSON-waarde terug, gecomprimeerd of niet', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (waarde) => {
        const terug = ontzegelJson(sleutel, verzegelJson(sleutel, waarde, 'plek'), 'plek');
        expect(JSON.stringify(terug)).toBe(JSON.stringify(waarde));
      }),
    );
  });

  it('comprimeert wat daar kleiner van wordt', () => {
    const waarde = Array.from({ length: 200 }, () => ({ soort: 'pipVastgesteld' }));
    const verzegeld = verzegelJson(sleutel, waarde, 'plek');
    expect(verzegeld.length).toBeLessThan(JSON.stringify(waarde).length / 4);
    expect(ontzegelJson(sleutel, verzegeld, 'plek')).toEqual(waarde);
  });

  it('verzegelt dezelfde waarde nooit twee keer gelijk', () => {
    const klaar = Buffer.from('x');
    expect(verzegel(sleutel, klaar, 'a')).not.toEqual(verzegel(sleutel, klaar, 'a'));
  });

  it('gaat niet open op een andere plaats, of als één bit anders is', () => {
    const verzegeld = verzegel(sleutel, Buffer.from('geheim'), 'rij 1');
    expect(reden(() => ontzegel(sleutel, verzegeld, 'rij 2'))).toBe('NIET_ECHT');
    for (let plek = 0; plek < verzegeld.length; plek += 1) {
      const anders = Buffer.from(verzegeld);
      anders[plek] = (anders[plek] ?? 0) ^ 1;
      expect(reden(() => ontzegel(sleutel, anders, 'rij 1'))).not.toBe('gelukt');
    }
  });

  it('zegt met welke sleutel verzegeld is, en weigert een andere', () => {
    const verzegeld = verzegel(sleutel, Buffer.from('geheim'), 'rij');
    expect(sleutelIdVan(verzegeld)).toBe(sleutel.id);
    expect(reden(() => ontzegel(eenSleutel(), verzegeld, 'rij'))).toBe('ANDERE_SLEUTEL');
    const zelfdeId = { ...eenSleutel(), id: sleutel.id };
    expect(reden(() => ontzegel(zelfdeId, verzegeld, 'rij'))).toBe('NIET_ECHT');
  });

  it('weigert wat geen verzegeld gegeven is', () => {
    expect(reden(() => ontzegel(sleutel, Buffer.alloc(10), 'rij'))).toBe('VORM');
    expect(reden(() => ontzegel(sleutel, Buffer.alloc(100), 'rij'))).toBe('VORM');
  });

  it('noemt in een fout nooit de inhoud', () => {
    const fout = new VerzegelingFout('NIET_ECHT');
    expect(fout.message).not.toContain('geheim');
  });

  it('weigert undefined', () => {
    expect(() => verzegelJson(sleutel, undefined, 'rij')).toThrow(TypeError);
  });
});
