import { STORINGSSOORTEN } from '../storingen.js';
import { BIJ_TE_WERKEN } from '../toestand/persoon.js';
import { DOELGROEPEN, GEDETAILLEERD } from '../beheer/registratie.js';
import { HANDELINGEN } from './spel.js';

const tekst = (pattern: string) => ({ type: 'string', pattern });
const getal = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });
const datum = { type: 'string', format: 'date' };
const seconden = getal(0, 600);
const gebeurtenisId = tekst('^[0-9A-Z]{1,6}$');
const elk = (namen: readonly (typeof BIJ_TE_WERKEN)[number][], type: string) =>
  Object.fromEntries(namen.map((naam) => [naam, { type }]));
const bijwerking = {
  type: 'object',
  minProperties: 1,
  propertyNames: { enum: BIJ_TE_WERKEN },
  // What DUO always has of a person cannot be taken away; inside it anything may be tried.
  properties: {
    ...elk(['verblijf', 'plicht', 'doelgroep', 'lbt', 'gratisPogingen'], 'object'),
    ...elk(['pips', 'examens', 'vrijstellingen', 'ontheffingen'], 'array'),
  },
};

const persoon = {
  type: 'object',
  additionalProperties: false,
  required: ['sleutel', 'gemeenteOin'],
  anyOf: [{ required: ['bsn'] }, { required: ['vNummer'] }],
  properties: {
    sleutel: tekst('^[a-z0-9-]{1,30}$'),
    bsn: tekst('^\\d{9}$'),
    vNummer: tekst('^\\d{10}$'),
    naam: tekst('^.{1,100}$'),
    geboortedatum: datum,
    gemeenteOin: tekst('^\\d{20}$'),
    gemeentecode: tekst('^\\d{4}$'),
    gevestigdOp: datum,
    coaLocatie: { type: 'boolean' },
    doelgroep: { enum: DOELGROEPEN },
    gedetailleerd: { enum: GEDETAILLEERD },
    begindatum: datum,
    datumKennisgeving: datum,
    notificatieMet: { enum: ['bsn', 'vNummer', 'beide'] },
    attentiesignalen: { type: 'boolean' },
  },
};

const storing = {
  type: 'object',
  additionalProperties: false,
  required: ['soort'],
  properties: {
    soort: { enum: STORINGSSOORTEN },
    api: tekst('^\\w{1,30}$'),
    methode: tekst('^\\w{1,10}$'),
    gebeurtenisId,
    aantal: getal(0, 1_000_000),
    uren: getal(1, 87_600),
    vertragingMs: getal(0, 600_000),
    tekst: tekst('^.{1,200}$'),
    status: getal(100, 599),
    retryAfterS: getal(0, 86_400),
    veld: tekst('^\\w{1,50}(\\.\\w{1,50}){0,5}$'),
    waarde: tekst('^.{0,200}$'),
    zelfdeBerichtId: { type: 'boolean' },
  },
};

const verwacht = {
  type: 'object',
  additionalProperties: false,
  required: ['api', 'methode'],
  properties: {
    api: tekst('^\\w{1,30}$'),
    methode: { enum: ['GET', 'POST', 'PUT', 'DELETE'] },
    status: getal(100, 599),
    bevat: { type: 'object' },
    minstens: getal(0, 10_000),
    hoogstens: getal(0, 10_000),
    binnenSeconden: seconden,
  },
};

const stap = {
  type: 'object',
  additionalProperties: false,
  allOf: [
    { oneOf: [{ required: ['opDag'] }, { required: ['op'] }] },
    { oneOf: HANDELINGEN.map((handeling) => ({ required: [handeling] })) },
  ],
  dependencies: {
    stuur: ['persoon'],
    bijwerken: ['stuur'],
    wijzig: ['persoon'],
    bezorgd: ['persoon'],
  },
  properties: {
    opDag: getal(0, 3660),
    op: {
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'date-time' },
      ],
    },
    persoon: tekst('^[a-z0-9-]{1,30}$'),
    stuur: gebeurtenisId,
    bijwerken: bijwerking,
    wijzig: bijwerking,
    storing,
    verwacht,
    bezorgd: {
      type: 'object',
      additionalProperties: false,
      required: ['gebeurtenisId'],
      properties: { gebeurtenisId, binnenSeconden: seconden },
    },
  },
};

/** A scenario file, as JSON Schema (draft 7). `$schema` may name it, for an editor. */
export const SCENARIO_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Scenario voor de ketensimulator, versie 1',
  type: 'object',
  additionalProperties: false,
  required: ['versie', 'titel', 'personen', 'stappen'],
  properties: {
    $schema: { type: 'string', maxLength: 200 },
    versie: { const: 1 },
    titel: tekst('^.{1,200}$'),
    begin: { type: 'string', format: 'date-time' },
    personen: { type: 'array', minItems: 1, maxItems: 100, items: persoon },
    stappen: { type: 'array', minItems: 1, maxItems: 1000, items: stap },
  },
} as const;
