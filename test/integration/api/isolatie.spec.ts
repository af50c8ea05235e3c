// Real: the API, the door, PostgreSQL with its roles and row-level security. Fake: Temporal, the key
// store. The routes come from the OpenAPI document, so a new route is tested without being named here.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { maakDocument } from '#apps/api/src/documentatie/document.js';
import {
  Aanroeper,
  GEMEENTE_A,
  GEMEENTE_B,
  maakOpstelling,
  nieuwBsn,
  nieuweSleutel,
  openTraject,
  PROFIEL,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

const ALLE_ROLLEN = ['regievoerder', 'coordinator', 'functioneel-beheerder', 'auditor'];
const BSN = nieuwBsn();
const NAAM = 'Geheimzinnigheid';
const METHODEN = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Methode = (typeof METHODEN)[number];

/** One id per resource, by the part of a path that stands before it. */
type Bezit = Readonly<Record<string, string>>;

interface Schema {
  readonly $ref?: string;
  readonly example?: unknown;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Bewerking {
  readonly security?: unknown[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { example?: unknown; schema?: Schema }>>;
  };
}

interface Openapi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Bewerking>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Route {
  readonly methode: Methode;
  readonly pad: string;
  readonly openbaar: boolean;
}

let o: Opstelling;
let vanA: Bezit;
let document: Openapi;
let routes: Route[];
let tokenA: string;
let tokenB: string;

beforeAll(async () => {
  o = await maakOpstelling();
  tokenA = await o.token({ rollen: ALLE_ROLLEN });
  tokenB = await o.token({
    rollen: ALLE_ROLLEN,
    gemeenten: [`GM${GEMEENTE_B.code}`],
    sub: 'beller-b',
  });
  vanA = await maakBezit({ bsn: BSN, naam: NAAM });
  document = maakDocument(o.app) as unknown as Openapi;
  routes = Object.entries(document.paths).flatMap(([pad, methoden]) =>
    METHODEN.filter((methode) => methoden[methode] !== undefined).map((methode) => ({
      methode,
      pad,
      openbaar: methoden[methode]?.security === undefined,
    })),
  );
});

afterAll(async () => {
  await o.stop();
});

async function vanGemeenteA<T>(pad: string): Promise<T> {
  const antwoord = await new Aanroeper(o, tokenA).haal(pad);
  return antwoord.body as T;
}

/** One of everything, of gemeente A; the journey is a rehearsal, so that it can be forwarded. */
async function maakBezit(persoon: { bsn: string; naam: string }): Promise<Bezit> {
  const { trajectId, geopendeTaken } = await openTraject(o, {
    token: tokenA,
    persoon,
    extra: { proef: true },
  });
  const overdrachten = await vanGemeenteA<{ id: string; trajectId: string }[]>('/coa-overdrachten');
  const eerder = (await vanGemeenteA<{ id: string }[]>('/postvak')).map(({ id }) => id);
  await o.dossier.ontvangNotificatie({
    gemeenteId: GEMEENTE_A.id,
    bron: '00000001003214345000',
    berichtId: randomUUID(),
    gebeurtenisId: 'SS999',
    registratieTijdstip: '2026-09-07T09:00:00.000Z',
    bsn: persoon.bsn,
    inhoudHash: 'a',
  });
  const post = await vanGemeenteA<{ id: string }[]>('/postvak');
  const herziening = await new Aanroeper(o, tokenA)
    .geef('/termijnherzieningen', BODIES['/termijnherzieningen']!)
    .expect(202);
  const coaImport = await stuurImport(tokenA, `bsn;koppelingsdatum\n${persoon.bsn};15-06-2026`);
  return {
    trajecten: trajectId,
    proefdraaien: trajectId,
    taken: geopendeTaken[0]!.id,
    'coa-importen': (coaImport.body as { id: string }).id,
    'coa-overdrachten': overdrachten.find((een) => een.trajectId === trajectId)!.id,
    postvak: post.find(({ id }) => !eerder.includes(id))!.id,
    termijnherzieningen: (herziening.body as { id: string }).id,
  };
}

function stuurImport(token: string, inhoud: string): Promise<Antwoord> {
  const verzoek = o.http().post('/v1/coa-importen').set('Authorization', `Bearer ${token}`);
  return Promise.resolve(
    verzoek.set('Idempotency-Key', nieuweSleutel()).set('Content-Type', 'text/csv').send(inhoud),
  );
}

// Where the examples of the document are not one whole request, or would not touch what is A's.
const BODIES: Readonly<Record<string, object>> = {
  '/trajecten/{id}/opdrachten': { soort: 'kiesScenario', scenario: 'na-verhuizing' },
  '/taken/{id}/afronding': { uitkomst: { soort: 'kiesScenario', scenario: 'na-verhuizing' } },
  '/trajecten/_zoek': { bsn: BSN },
  '/proefdraaien/{trajectId}/vooruitspoelen': { dagen: 1 },
  '/termijnberekeningen': {
    termijn: 'PIP_VASTSTELLEN',
    feiten: { kennisgevingOp: '2026-09-07', gehuisvestViaHvw28: false },
  },
  '/termijnherzieningen': {
    soort: 'gelijkgestelde-dagen',
    dagen: [{ datum: '2029-05-11', staatscourant: '2028, 12345' }],
  },
  '/coa-overdrachten': { ...PROFIEL, persoon: { bsn: nieuwBsn() } },
};

function voorbeeld(schema: Schema): unknown {
  const { $ref, example, type, required = [], properties, items } = schema;
  if ($ref !== undefined) return voorbeeld(document.components.schemas[$ref.split('/').at(-1)!]!);
  if (example !== undefined) return example;
  if (type === 'array' && items !== undefined) return [voorbeeld(items)];
  if (properties === undefined) throw new Error(`geen voorbeeld in ${JSON.stringify(schema)}`);
  return Object.fromEntries(required.map((naam) => [naam, voorbeeld(properties[naam]!)]));
}

function inhoudVoor({ methode, pad }: Route): object {
  const media = document.paths[pad]?.[methode]?.requestBody?.content['application/json'];
  if (media === undefined) return {};
  return BODIES[pad] ?? ((media.example ?? voorbeeld(media.schema!)) as object);
}

/** Resources that have an id in the path, as often as they have one. */
function resourcesIn(pad: string): string[] {
  return Array.from(pad.matchAll(/([^/]*)\/[^/]*\{/g), ([, resource]) => resource ?? '');
}

function adresVan(pad: string, bezit: Bezit): string {
  return pad.replace(/([^/]*)\/\{\w+\}/g, (_, resource: string) => {
    const id = bezit[resource];
    if (id === undefined) throw new Error(`${pad}: geen id voor ${resource} in de tabel`);
    return `${resource}/${id}`;
  });
}

async function vraag(route: Route, token: string | undefined, bezit = vanA): Promise<Antwoord> {
  const { methode, pad } = route;
  let verzoek = o.http()[methode](`/v1${adresVan(pad, bezit)}`);
  if (token !== undefined) verzoek = verzoek.set('Authorization', `Bearer ${token}`);
  if (methode === 'get') return verzoek;
  verzoek = verzoek.set('Idempotency-Key', nieuweSleutel());
  if (pad === '/cursusurenimporten') {
    return verzoek
      .set('Content-Type', 'text/csv')
      .send(`bsn;totEnMet;urenNt2;urenKnm\n${BSN};2026-07-01;10;5`);
  }
  if (methode === 'post' && pad === '/coa-importen') {
    return verzoek
      .set('Content-Type', 'text/csv')
      .send(`bsn;koppelingsdatum\n${nieuwBsn()};15-06-2026`);
  }
  return verzoek.send(inhoudVoor(route));
}

/** A print of every row of gemeente A, by table, as the owner of the database sees them. */
async function rijenVanA(): Promise<Record<string, { aantal: number; afdruk: string }>> {
  const client = new pg.Client({ connectionString: o.databaseUrl });
  await client.connect();
  try {
    const tabellen = await client.query<{ naam: string }>(
      `SELECT c.table_name AS naam FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.column_name = 'gemeente_id' AND c.table_schema = 'public'
          AND t.table_type = 'BASE TABLE'`,
    );
    const standen: Record<string, { aantal: number; afdruk: string }> = {};
    for (const { naam } of tabellen.rows) {
      const { rows } = await client.query<{ aantal: number; afdruk: string }>(
        `SELECT count(*)::int AS aantal, md5(string_agg(t::text, ',' ORDER BY t::text)) AS afdruk
           FROM ${client.escapeIdentifier(naam)} t WHERE gemeente_id = $1`,
        [GEMEENTE_A.id],
      );
      standen[naam] = rows[0]!;
    }
    return standen;
  } finally {
    await client.end();
  }
}

describe('gemeente-isolatie van de API', () => {
  it('kent van elke resource met een id in het document een id van A, en elke methode', () => {
    expect(routes.length).toBeGreaterThan(18);
    const resources = new Set(routes.flatMap(({ pad }) => resourcesIn(pad)));
    expect([...resources].sort()).toEqual(Object.keys(vanA).sort());
    for (const { pad } of routes) expect(adresVan(pad, vanA)).not.toMatch(/[{}]/);
    const methoden = Object.values(document.paths).flatMap((een) => Object.keys(een));
    expect(methoden.filter((een) => !(METHODEN as readonly string[]).includes(een))).toEqual([]);
  });

  it('laat een andere gemeente op geen enkele route iets zien of veranderen', async () => {
    const voor = await rijenVanA();
    expect(voor).toMatchObject({
      journaal: { aantal: expect.any(Number) as number },
      taak: { aantal: expect.any(Number) as number },
    });
    for (const route of routes.filter(({ openbaar }) => !openbaar)) {
      const antwoord = await vraag(route, tokenB);
      const wie = `${route.methode} ${route.pad}`;

      if (route.pad.includes('{')) expect([wie, antwoord.status]).toEqual([wie, 404]);
      expect([wie, antwoord.status >= 500]).toEqual([wie, false]);
      for (const spoor of [...Object.values(vanA), NAAM, BSN]) {
        expect([wie, antwoord.text.includes(spoor)]).toEqual([wie, false]);
      }
    }

    expect(await rijenVanA()).toEqual(voor);
    expect(await vanGemeenteA('/postvak')).toContainEqual(
      expect.objectContaining({ id: vanA['postvak'], status: 'onbekend' }),
    );
    expect(await vanGemeenteA(`/taken/${vanA['taken']}`)).toMatchObject({ behandelaar: null });
  });

  it('antwoordt op elke route wel wie er mag: de vragen hierboven zijn geen lege vragen', async () => {
    o.temporal.bijVraag = () => ({ versie: 1, wachtOp: [], wekkers: [] });
    const eigen = await maakBezit({ bsn: nieuwBsn(), naam: NAAM });
    for (const route of routes) {
      const { status, text } = await vraag(route, tokenA, eigen);
      const wie = `${route.methode} ${route.pad}`;
      // What is the caller's own may be in another state than this request asks for.
      const mag = route.methode !== 'get' && route.pad.includes('{') ? [409] : [];
      const goed = [200, 201, 202, ...mag].includes(status);
      expect({ wie, status, fout: goed ? '' : text }).toEqual({ wie, status, fout: '' });
    }
  });

  it('neemt van een andere gemeente geen cursusuren aan voor een traject', async () => {
    const voor = await rijenVanA();
    const antwoord = await o
      .http()
      .post('/v1/cursusurenimporten')
      .set('Authorization', `Bearer ${tokenB}`)
      .set('Idempotency-Key', nieuweSleutel())
      .set('Content-Type', 'text/csv')
      .send(`trajectId;totEnMet;urenNt2;urenKnm\n${vanA['trajecten']};2026-07-01;10;5`);

    expect(antwoord.text).toContain('NIET_GEVONDEN');
    expect(antwoord.text).not.toContain('"verwerkt"');
    expect(await rijenVanA()).toEqual(voor);
  });

  it('zegt bij een export van een andere gemeente niet dat hier een traject loopt', async () => {
    const antwoord = await stuurImport(tokenB, `bsn;koppelingsdatum\n${BSN};15-06-2026`);

    const { rijen } = antwoord.body as { rijen: { effect: string; trajectId: string | null }[] };
    expect(rijen).toEqual([expect.objectContaining({ effect: 'opent', trajectId: null })]);
  });

  it('laat een andere gemeente niets zien met de kop van deze gemeente', async () => {
    const antwoord = await o
      .http()
      .get(`/v1/trajecten/${vanA['trajecten']}`)
      .set('Authorization', `Bearer ${tokenB}`)
      .set('Gemeente', 'GM9001');

    expect(antwoord.status).toBe(403);
  });

  it('vraagt op elke route om een token, behalve waar het document zegt van niet', async () => {
    for (const route of routes) {
      const { status } = await vraag(route, undefined);
      const wie = `${route.methode} ${route.pad}`;
      expect([wie, status === 401]).toEqual([wie, !route.openbaar]);
    }
  });

  it('weigert een token zonder rol, zonder gemeente, of van een onbekende gemeente', async () => {
    for (const wie of [
      { rollen: [] },
      { gemeenten: [] },
      { gemeenten: ['GM0000'] },
      { gemeenten: ['9001'] },
    ]) {
      const antwoord = await o
        .http()
        .get('/v1/trajecten')
        .set('Authorization', `Bearer ${await o.token(wie)}`);
      expect(antwoord.status).toBe(403);
    }
  });

  it('geeft een auditor geen enkele opdracht', async () => {
    const auditor = await o.token({ rollen: ['auditor'] });
    for (const route of routes.filter(
      ({ methode, pad }) => methode !== 'get' && pad !== '/termijnberekeningen',
    )) {
      expect([route.pad, (await vraag(route, auditor)).status]).toEqual([route.pad, 403]);
    }
  });
});

describe('meer gemeenten in één token', () => {
  it('voegt lijsten samen op volgorde, en vraagt bij een traject om welke gemeente het gaat', async () => {
    const beide = await o.token({ gemeenten: ['GM9001', 'GM9002'] });
    for (let i = 0; i < 5; i += 1) {
      await openTraject(o, { token: i % 2 === 0 ? tokenB : await o.token() });
    }
    const ids: string[] = [];
    const gemeenten = new Set<string>();
    let pad: string | undefined = '/v1/trajecten?limit=2';
    while (pad !== undefined) {
      const antwoord: Antwoord = await o
        .http()
        .get(pad)
        .set('Authorization', `Bearer ${beide}`)
        .expect(200);
      const rijen = antwoord.body as { id: string; gemeente: string }[];
      expect(rijen.length).toBeLessThanOrEqual(2);
      rijen.forEach(({ id, gemeente }) => {
        ids.push(id);
        gemeenten.add(gemeente);
      });
      pad = /<([^>]+)>; rel="next"/.exec((antwoord.headers as { link?: string }).link ?? '')?.[1];
    }

    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect([...gemeenten].sort()).toEqual(['GM9001', 'GM9002']);
    const detail = (koppen: Record<string, string>) =>
      o
        .http()
        .get(`/v1/trajecten/${vanA['trajecten']}`)
        .set('Authorization', `Bearer ${beide}`)
        .set(koppen);
    expect((await detail({})).status).toBe(400);
    expect((await detail({ Gemeente: 'GM9001' })).status).toBe(200);
    expect((await detail({ Gemeente: 'GM9002' })).status).toBe(404);
  });
});
