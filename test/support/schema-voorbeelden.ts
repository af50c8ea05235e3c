import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from '#tools/conformiteit/specificatie.js';

const datums = fc
  .date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2040-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((moment) => moment.toISOString().slice(0, 10));

function teksten({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === 'date') return datums;
  // Unicode classes cannot be generated from their pattern.
  if (pattern?.includes('\\p{') === true) {
    return fc.constantFrom("Fatma d'Hond", 'Jan-Piet Ærø', 'Å. Noor');
  }
  if (pattern !== undefined) {
    const geheel = new RegExp(`^(?:${pattern})$`);
    return fc
      .stringMatching(geheel)
      .filter((tekst) => tekst.length >= minLength && tekst.length <= maxLength);
  }
  return fc.string({ unit: 'binary', minLength, maxLength });
}

/** Values that fit a schema of DUO, with optional fields there and not there. */
export function voorbeelden(schema: Schema): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const velden = Object.entries(schema.properties ?? {});
      return fc.record(Object.fromEntries(velden.map(([n, deel]) => [n, voorbeelden(deel)])), {
        requiredKeys: schema.required ?? [],
        noNullPrototype: true,
      });
    }
    case 'array':
      return fc.array(voorbeelden(schema.items!), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9999 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return teksten(schema);
    case undefined:
      throw new Error('Schema zonder type');
  }
}
