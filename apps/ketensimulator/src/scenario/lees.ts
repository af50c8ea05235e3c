import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import { BeheerFout } from '../beheer/invoer.js';
import { DAG_MS, isDatum, leesMoment } from '../datum.js';
import { SCENARIO_SCHEMA } from './schema.js';
import type { Scenario, Stap } from './spel.js';

const MAX_BYTES = 256 * 1024;
const MAX_FOUTEN = 10;

interface Padfout {
  /** JSON pointer into the scenario. */
  pad: string;
  fout: string;
}

/** A scenario that cannot be played; the messages hold places and names of fields, no values. */
export class ScenarioFout extends BeheerFout {
  constructor(readonly fouten: readonly Padfout[]) {
    const regels = fouten.map(({ pad, fout }) => `${pad === '' ? '/' : pad}: ${fout}`);
    super(400, `Het scenario klopt niet. ${regels.join('; ')}`);
  }
}

let keurder: ValidateFunction<Scenario> | undefined;

const keur = (): ValidateFunction<Scenario> => {
  if (keurder === undefined) {
    const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false });
    addFormats.default(ajv);
    keurder = ajv.compile<Scenario>(SCENARIO_SCHEMA);
  }
  return keurder;
};

const SOORTEN: Readonly<Record<string, string>> = {
  object: 'een object',
  array: 'een lijst',
  string: 'een tekst',
  integer: 'een geheel getal',
  boolean: 'true of false',
};

const GEEN_MOMENT = 'moet een bestaande datum (jjjj-mm-dd) of een tijdstip met tijdzone zijn';

const keuzes = (schema: unknown): string =>
  (schema as { required?: string[] }[]).flatMap(({ required = [] }) => required).join(', ');

/** What is wrong, in Dutch; undefined for errors that another one already tells. */
const uitleg = ({ keyword, params, schema, schemaPath }: ErrorObject): string | undefined => {
  // Inside a choice each branch complains; the choice itself says it once.
  if (/\/(oneOf|anyOf)\/\d/.test(schemaPath) && keyword !== 'format') return undefined;
  const p = params as Record<string, string>;
  switch (keyword) {
    case 'type':
      return `moet ${SOORTEN[p.type ?? ''] ?? 'van een andere soort'} zijn`;
    case 'required':
      return `het veld ${p.missingProperty} ontbreekt`;
    case 'dependencies':
      return `bij ${p.property} hoort ook ${p.missingProperty}`;
    case 'additionalProperties':
      return `het veld ${p.additionalProperty} bestaat niet`;
    case 'propertyNames':
      return `het veld ${p.propertyName} is niet bij te werken`;
    case 'enum':
      return schemaPath.includes('propertyNames')
        ? undefined
        : `moet een van ${(schema as string[]).join(', ')} zijn`;
    case 'const':
      return `moet ${String(schema)} zijn`;
    case 'oneOf':
      return `geef precies één van ${keuzes(schema)}`;
    case 'anyOf':
      return keuzes(schema) === '' ? undefined : `geef minstens één van ${keuzes(schema)}`;
    case 'minimum':
    case 'minItems':
    case 'minProperties':
      return `moet minstens ${p.limit} zijn`;
    case 'maximum':
    case 'maxItems':
    case 'maxLength':
      return `mag hoogstens ${p.limit} zijn`;
    case 'format':
      return GEEN_MOMENT;
    default:
      return 'heeft niet de juiste vorm';
  }
};

const vormfouten = (fouten: readonly ErrorObject[]): Padfout[] => {
  const gevonden = new Map<string, Padfout>();
  for (const fout of fouten) {
    const tekst = uitleg(fout);
    if (tekst === undefined) continue;
    gevonden.set(`${fout.instancePath} ${tekst}`, { pad: fout.instancePath, fout: tekst });
  }
  return [...gevonden.values()].slice(0, MAX_FOUTEN);
};

/** The moment of a step (ms): whole days after the begin, a date at nine UTC, or a moment. */
export const momentVan = ({ opDag, op }: Stap, begin: number): number => {
  if (opDag !== undefined) return begin + opDag * DAG_MS;
  return isDatum(op) ? Date.parse(`${op}T09:00:00Z`) : (leesMoment(op) ?? NaN);
};

/** What the schema cannot say: keys that exist, numbers given once, no step before the begin. */
const samenhang = ({ personen, stappen }: Scenario, begin: number): Padfout[] => {
  const fouten: Padfout[] = [];
  for (const veld of ['sleutel', 'bsn'] as const) {
    const gezien = new Set<unknown>();
    for (const [i, persoon] of personen.entries()) {
      if (persoon[veld] !== undefined && gezien.has(persoon[veld])) {
        fouten.push({ pad: `/personen/${i}/${veld}`, fout: 'komt twee keer voor' });
      }
      gezien.add(persoon[veld]);
    }
  }
  const sleutels = new Set(personen.map(({ sleutel }) => sleutel));
  for (const [i, stap] of stappen.entries()) {
    if (stap.persoon !== undefined && !sleutels.has(stap.persoon)) {
      fouten.push({ pad: `/stappen/${i}/persoon`, fout: 'deze sleutel heeft niemand' });
    }
    if (!(momentVan(stap, begin) >= begin)) {
      fouten.push({ pad: `/stappen/${i}/op`, fout: 'ligt voor het begin van het scenario' });
    }
    const { minstens = 0, hoogstens = minstens } = stap.verwacht ?? {};
    if (hoogstens < minstens) {
      fouten.push({ pad: `/stappen/${i}/verwacht/hoogstens`, fout: 'is minder dan minstens' });
    }
  }
  return fouten.slice(0, MAX_FOUTEN);
};

/** Reads a scenario, or throws a ScenarioFout that names each place. `nu` (ms) = day 0 without `begin`. */
export const leesScenario = (
  waarde: unknown,
  nu: number,
): { scenario: Scenario; begin: number } => {
  if (Buffer.byteLength(JSON.stringify(waarde ?? null)) > MAX_BYTES) {
    throw new ScenarioFout([{ pad: '', fout: `is groter dan ${MAX_BYTES / 1024} kB` }]);
  }
  const keurt = keur();
  if (!keurt(waarde)) throw new ScenarioFout(vormfouten(keurt.errors ?? []));
  const begin = waarde.begin === undefined ? nu : leesMoment(waarde.begin);
  // The schema's moments are wider than ours: a space for the T, a leap second.
  if (begin === undefined) throw new ScenarioFout([{ pad: '/begin', fout: GEEN_MOMENT }]);
  const fouten = samenhang(waarde, begin);
  if (fouten.length > 0) throw new ScenarioFout(fouten);
  return { scenario: waarde, begin };
};
