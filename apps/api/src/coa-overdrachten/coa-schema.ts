const dag = (description: string): object => ({ type: 'string', format: 'date', description });

/** JSON Schema of what a COA hand-over may hold, for who makes one. Version 1. */
export const COA_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:inburgeringsregie:coa-overdracht:1',
  title: 'COA-overdracht',
  description: 'Het klantprofiel van een statushouder zoals COA het aan de gemeente overdraagt.',
  type: 'object',
  additionalProperties: false,
  required: ['schemaVersie', 'koppelingOp', 'persoon'],
  properties: {
    schemaVersie: { const: 1 },
    koppelingOp: dag('Dag waarop COA de persoon aan de gemeente koppelde.'),
    vergunningOp: dag('Dag waarop de vergunning is verleend.'),
    persoon: {
      type: 'object',
      additionalProperties: false,
      anyOf: [{ required: ['bsn'] }, { required: ['vNummer'] }],
      properties: {
        bsn: { type: 'string', pattern: '^\\d{8,9}$' },
        vNummer: { type: 'string', pattern: '^\\d{1,10}$' },
        naam: { type: 'string', minLength: 1, maxLength: 200 },
        geboortedatum: dag('Geboortedatum.'),
      },
    },
    gegevens: {
      type: 'object',
      description: 'Vrij: taal, land, gezin, opleiding, werkervaring, voorinburgering, netwerk.',
    },
    medisch: {
      type: 'object',
      description: 'Medische gegevens en beperkingen bij het wonen; apart verzegeld.',
    },
    herkomst: {
      type: 'object',
      additionalProperties: false,
      required: ['bron', 'geraadpleegdOp'],
      properties: {
        bron: { type: 'string', minLength: 1, maxLength: 200 },
        geraadpleegdOp: dag('Dag waarop de bron is geraadpleegd.'),
      },
    },
    proef: { type: 'boolean', description: 'Alleen waar proefdraaien aan staat.' },
    proefVanafOp: dag('Dag waarop de klok van een proeftraject begint.'),
  },
} as const;
