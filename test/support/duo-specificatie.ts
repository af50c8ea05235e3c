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
}

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

/** Follows references, and refuses fields DUO does not name: neither side should send them. */
function volg(schema: Schema, document: Document): Schema {
  if (schema.$ref !== undefined) {
    const naam = schema.$ref.split('/').at(-1)!;
    return volg(document.components.schemas[naam]!, document);
  }
  const { properties, items, pattern } = schema;
  return {
    ...schema,
    // An escaped comma is no valid escape in a regular expression with the u flag.
    ...(pattern === undefined ? {} : { pattern: pattern.replaceAll('\\,', ',') }),
    ...(items === undefined ? {} : { items: volg(items, document) }),
    ...(properties === undefined
      ? {}
      : {
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(properties).map(([naam, deel]) => [naam, volg(deel, document)]),
          ),
        }),
  };
}

const schemaVan = (inhoud: Inhoud | undefined, document: Document): Schema | undefined => {
  const schema = inhoud?.content?.['application/json']?.schema;
  return schema === undefined ? undefined : volg(schema, document);
};

function parametersVan(operatie: RuweOperatie, document: Document): Parameter[] {
  return operatie.parameters.map((parameter) => {
    if (parameter.$ref === undefined) return parameter;
    return document.components.parameters[parameter.$ref.split('/').at(-1)!]!;
  });
}

/** Every operation of every file below `map` that DUO serves; Notificatie is the gemeente's own. */
export function leesDuoSpecificaties(map: string): readonly DuoSpecificatie[] {
  const bestanden = readdirSync(map).filter((naam) => naam !== 'Notificatie');
  return bestanden.flatMap((bestand) => {
    const document = parse(readFileSync(join(map, bestand, 'openapi.yml'), 'utf8')) as Document;
    return Object.entries(document.paths).flatMap(([pad, methoden]) =>
      Object.entries(methoden).map(([methode, operatie]) => ({
        bestand,
        versie: document.info.version,
        operationId: operatie.operationId,
        methode: methode.toUpperCase(),
        pad,
        parameters: parametersVan(operatie, document),
        verzoekSchema: schemaVan(operatie.requestBody, document),
        antwoorden: new Map(
          Object.entries(operatie.responses).map(([status, inhoud]) => [
            Number(status),
            schemaVan(inhoud, document),
          ]),
        ),
      })),
    );
  });
}
