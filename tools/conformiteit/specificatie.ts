import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** The part of a JSON schema that DUO's files use. */
export interface Schema {
  $ref?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  additionalProperties?: boolean;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'header';
  required: boolean;
  schema: Schema;
}

interface Inhoud {
  content?: { 'application/json'?: { schema: Schema } };
  headers?: { 'API-Version'?: { schema: Schema } };
}

interface Document {
  info: { version: string };
  paths: Record<string, Record<string, RuweOperatie>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
}

interface RuweOperatie {
  operationId: string;
  parameters: Parameter[];
  requestBody?: Inhoud;
  responses: Record<string, Inhoud>;
}

/** One operation of one of DUO's files, with its references followed. */
export interface DuoSpecificatie {
  readonly bestand: string;
  readonly versie: string;
  readonly operationId: string;
  readonly methode: string;
  readonly pad: string;
  readonly parameters: readonly Parameter[];
  readonly verzoekSchema: Schema | undefined;
  readonly antwoorden: ReadonlyMap<number, Schema | undefined>;
  /** Per status what the file says of the header API-Version; absent where it does not ask for it. */
  readonly versiekoppen: ReadonlyMap<number, Schema>;
}

/** Fields DUO does not name: refused where neither side should send them, else let pass. */
type SurplusVelden = 'weiger' | 'laat-toe';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const gecompileerd = new Map<Schema, ValidateFunction>();

/** The complaints about a value, empty when it fits. */
export function klachten(schema: Schema, waarde: unknown): readonly string[] {
  const toets = gecompileerd.get(schema) ?? ajv.compile(schema);
  gecompileerd.set(schema, toets);
  toets(waarde);
  return (toets.errors ?? []).map((fout) => `${fout.instancePath} ${fout.message ?? ''}`);
}

/** What a reference of the document points to. */
function doelVan<T>(verwijzing: string, delen: Readonly<Record<string, T>>): T {
  const gevonden = delen[verwijzing.split('/').at(-1) ?? ''];
  if (gevonden === undefined) throw new Error(`Het bestand van DUO mist ${verwijzing}`);
  return gevonden;
}

/** Follows references, and says what is to happen with fields DUO does not name. */
function volg(schema: Schema, document: Document, surplus: SurplusVelden): Schema {
  if (schema.$ref !== undefined) {
    return volg(doelVan(schema.$ref, document.components.schemas), document, surplus);
  }
  const { properties, items, pattern } = schema;
  return {
    ...schema,
    // An escaped comma is no valid escape in a regular expression with the u flag.
    ...(pattern === undefined ? {} : { pattern: pattern.replaceAll('\\,', ',') }),
    ...(items === undefined ? {} : { items: volg(items, document, surplus) }),
    ...(properties === undefined
      ? {}
      : {
          ...(surplus === 'weiger' ? { additionalProperties: false } : {}),
          properties: Object.fromEntries(
            Object.entries(properties).map(([naam, deel]) => [naam, volg(deel, document, surplus)]),
          ),
        }),
  };
}

function parametersVan(operatie: RuweOperatie, document: Document): Parameter[] {
  return operatie.parameters.map((parameter) =>
    parameter.$ref === undefined
      ? parameter
      : doelVan(parameter.$ref, document.components.parameters),
  );
}

function leesBestand(map: string, bestand: string, surplus: SurplusVelden): DuoSpecificatie[] {
  const document = parse(readFileSync(join(map, bestand, 'openapi.yml'), 'utf8')) as Document;
  const schemaVan = (inhoud: Inhoud | undefined): Schema | undefined => {
    const schema = inhoud?.content?.['application/json']?.schema;
    return schema === undefined ? undefined : volg(schema, document, surplus);
  };
  return Object.entries(document.paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).map(([methode, operatie]) => {
      const antwoorden = Object.entries(operatie.responses);
      return {
        bestand,
        versie: document.info.version,
        operationId: operatie.operationId,
        methode: methode.toUpperCase(),
        pad,
        parameters: parametersVan(operatie, document),
        verzoekSchema: schemaVan(operatie.requestBody),
        antwoorden: new Map(
          antwoorden.map(([status, inhoud]) => [Number(status), schemaVan(inhoud)] as const),
        ),
        versiekoppen: new Map(
          antwoorden.flatMap(([status, { headers }]) => {
            const schema = headers?.['API-Version']?.schema;
            return schema === undefined ? [] : [[Number(status), schema] as const];
          }),
        ),
      };
    }),
  );
}

/** Every operation of every file below `map` that DUO serves; Notificatie is the gemeente's own. */
export function leesDuoSpecificaties(
  map: string,
  surplus: SurplusVelden = 'weiger',
): readonly DuoSpecificatie[] {
  const bestanden = readdirSync(map).filter((naam) => naam !== 'Notificatie');
  return bestanden.flatMap((bestand) => leesBestand(map, bestand, surplus));
}

/** The one operation a gemeente serves to DUO. */
export function leesNotificatieSpecificatie(map: string): readonly DuoSpecificatie[] {
  return leesBestand(map, 'Notificatie', 'laat-toe');
}
