import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

interface Schema {
  schema: object;
}
interface Operatie {
  requestBody?: { content: { 'application/json': Schema } };
  responses: Record<string, { content?: { 'application/json': Schema } }>;
}
interface Bestand {
  paths: Record<string, Record<string, Operatie>>;
  components: { schemas: object };
  info: { version: string };
}

const map = resolve(process.env.KETEN_SPECIFICATIES ?? '../shared/keten', 'duo/API');

export const BESTANDEN_AANWEZIG = existsSync(map);

interface OperatieVanDuo {
  api: string;
  versie: string;
  methode: string;
  pad: string;
  operatie: Operatie;
  schemas: object;
}

/** All operations of the eleven files DUO serves itself; empty without the files. */
export const operaties: OperatieVanDuo[] = !BESTANDEN_AANWEZIG
  ? []
  : readdirSync(map)
      .filter((api) => api !== 'Notificatie')
      .flatMap((api) => leesOperaties(api));

function leesOperaties(api: string): OperatieVanDuo[] {
  const bestand = parse(readFileSync(resolve(map, api, 'openapi.yml'), 'utf8')) as Bestand;
  return Object.entries(bestand.paths).flatMap(([pad, perMethode]) =>
    Object.entries(perMethode).map(([methode, operatie]) => ({
      api,
      versie: bestand.info.version,
      methode: methode.toUpperCase(),
      pad,
      operatie,
      schemas: bestand.components.schemas,
    })),
  );
}

const keuringen = new Map<object, ValidateFunction>();

const keuring = (schema: object, schemas: object): ValidateFunction => {
  const bekend = keuringen.get(schema);
  if (bekend !== undefined) return bekend;
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { int32: true, int64: true } });
  addFormats.default(ajv);
  // One of DUO's patterns escapes a comma, which a regular expression with the u flag refuses.
  const leesbaar = JSON.stringify({ ...schema, components: { schemas } }).replaceAll('\\\\,', ',');
  const nieuw = ajv.compile(JSON.parse(leesbaar) as object);
  keuringen.set(schema, nieuw);
  return nieuw;
};

/** The operation that a concrete path belongs to, without the /v1. */
export const operatieBij = (methode: string, pad: string): OperatieVanDuo | undefined =>
  operaties.find(
    (o) => o.methode === methode && new RegExp(`^${o.pad.replace(/\{\w+\}/g, '[^/]+')}$`).test(pad),
  );

/** Everything in which an answer departs from DUO's file; empty = conforms. */
export const afwijkingen = (
  { operatie, schemas, versie }: OperatieVanDuo,
  antwoord: { status: number; apiVersie: unknown; body: unknown },
): string[] => {
  const gevonden: string[] = [];
  const beschreven = operatie.responses[String(antwoord.status)];
  if (beschreven === undefined) return [`status ${antwoord.status} staat niet in het bestand`];
  if (antwoord.apiVersie !== versie) gevonden.push(`API-Version is niet ${versie}`);
  const schema = beschreven.content?.['application/json'].schema;
  if (schema === undefined) {
    if (antwoord.body !== undefined) gevonden.push('er hoort geen body te zijn');
  } else if (antwoord.body !== undefined || antwoord.status < 400) {
    const keur = keuring(schema, schemas);
    if (!keur(antwoord.body)) gevonden.push(JSON.stringify(keur.errors));
  }
  return gevonden;
};

/** Whether a request body is what DUO's file asks for. */
export const verzoekKlopt = ({ operatie, schemas }: OperatieVanDuo, body: unknown): boolean => {
  const schema = operatie.requestBody?.content['application/json'].schema;
  return schema === undefined ? body === undefined : keuring(schema, schemas)(body);
};

/** Checks a notification body against DUO's file. */
export const notificatieKlopt = (body: unknown): boolean => {
  const [post] = leesOperaties('Notificatie');
  return post !== undefined && verzoekKlopt(post, body);
};
