// Real: the API, the door, PostgreSQL with its roles and row-level security. Fake: Temporal, the key
// store. The routes come from the OpenAPI document, so a new route is tested without being named here.
import { randomUUID } from 'node:crypto';
import { maakDocument } from '#apps/api/src/documentatie/document.js';
import {
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
const METHODEN = ['get', 'post', 'put'] as const;
type Methode = (typeof METHODEN)[number];

interface Route {
  readonly methode: Methode;
  readonly pad: string;
  readonly openbaar: boolean;
}

let o: Opstelling;
let vanA: { trajectId: string; taakId: string; overdrachtId: string; postId: string };
let routes: Route[];
let tokenB: string;

beforeAll(async () => {
  o = await maakOpstelling();
  const tokenA = await o.token({ rollen: ALLE_ROLLEN });
  tokenB = await o.token({
    rollen: ALLE_ROLLEN,
    gemeenten: [`GM${GEMEENTE_B.code}`],
    sub: 'beller-b',
  });
  const { trajectId, geopendeTaken } = await openTraject(o, {
    token: tokenA,
    persoon: { bsn: BSN, naam: NAAM },
    extra: { proef: true },
  });
  const overdrachten = await o
    .http()
    .get('/v1/coa-overdrachten')
    .set('Authorization', `Bearer ${tokenA}`);
  const [overdracht] = overdrachten.body as { id: string }[];
  await o.dossier.ontvangNotificatie({
    gemeenteId: GEMEENTE_A.id,
    bron: '00000001003214345000',
    berichtId: randomUUID(),
    gebeurtenisId: 'SS999',
    registratieTijdstip: '2026-09-07T09:00:00.000Z',
    bsn: BSN,
    inhoudHash: 'a',
  });
  const [melding] = await postVan(tokenA);
  vanA = {
    trajectId,
    taakId: geopendeTaken[0]!.id,
    overdrachtId: overdracht!.id,
    postId: melding!.id,
  };
  const { paths } = maakDocument(o.app) as unknown as {
    paths: Record<string, Record<string, { security?: unknown[] }>>;
  };
  routes = Object.entries(paths).flatMap(([pad, methoden]) =>
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

async function postVan(token: string): Promise<{ id: string; status: string }[]> {
  const antwoord = await o.http().get('/v1/postvak').set('Authorization', `Bearer ${token}`);
  return antwoord.body as { id: string; status: string }[];
}

function idVoor(pad: string): string {
  if (pad.startsWith('/taken')) return vanA.taakId;
  if (pad.startsWith('/postvak')) return vanA.postId;
  if (pad.startsWith('/coa-overdrachten')) return vanA.overdrachtId;
  return vanA.trajectId;
}

const BODIES: Readonly<Record<string, object | string>> = {
  '/trajecten/{id}/opdrachten': { soort: 'kiesScenario', scenario: 'na-verhuizing' },
  '/taken/{id}/afronding': { uitkomst: { soort: 'kiesScenario', scenario: 'na-verhuizing' } },
  '/taken/{id}/toewijzing': { behandelaar: 'beller-b' },
  '/postvak/{id}/afhandeling': { maatregel: 'niet-van-ons' },
  '/trajecten/_zoek': { bsn: BSN },
  '/proefdraaien/{trajectId}/vooruitspoelen': { dagen: 1 },
  '/termijnberekeningen': { termijn: 'PIP_VASTSTELLEN', feiten: { kennisgevingOp: '2026-09-07' } },
};

async function vraag({ methode, pad }: Route, token: string | undefined): Promise<Antwoord> {
  const adres = `/v1${pad.replace(/\{\w+\}/, idVoor(pad))}`;
  let verzoek = o.http()[methode](adres);
  if (token !== undefined) verzoek = verzoek.set('Authorization', `Bearer ${token}`);
  if (methode !== 'get') verzoek = verzoek.set('Idempotency-Key', nieuweSleutel());
  if (pad === '/cursusurenimporten') {
    return verzoek
      .set('Content-Type', 'text/csv')
      .send(`bsn;totEnMet;urenNt2;urenKnm\n${BSN};2026-07-01;10;5`);
  }
  return methode === 'get'
    ? verzoek
    : verzoek.send(BODIES[pad] ?? { ...PROFIEL, persoon: { bsn: nieuwBsn() } });
}

// All that a change would leave behind.
async function stand(): Promise<string> {
  const inzage = await o.dossier.leesToestand({
    gemeenteId: (
      await o.dataSource.query<{ id: string }[]>(`SELECT id FROM gemeente WHERE code = '9001'`)
    )[0]!.id,
    trajectId: vanA.trajectId,
  });
  const { vandaag: _vandaag, tijdstip: _tijdstip, ...rest } = inzage!;
  return JSON.stringify(rest);
}

describe('gemeente-isolatie van de API', () => {
  it('kent de routes uit het document, met en zonder id', () => {
    expect(routes.length).toBeGreaterThan(18);
    expect(routes.filter(({ pad }) => pad.includes('{')).length).toBeGreaterThan(10);
  });

  it('laat een andere gemeente op geen enkele route iets zien of veranderen', async () => {
    const voor = await stand();
    for (const route of routes.filter(({ openbaar }) => !openbaar)) {
      const antwoord = await vraag(route, tokenB);
      const wie = `${route.methode} ${route.pad}`;

      if (route.pad.includes('{')) expect([wie, antwoord.status]).toEqual([wie, 404]);
      expect([wie, antwoord.status >= 500]).toEqual([wie, false]);
      for (const spoor of [...Object.values(vanA), NAAM, BSN]) {
        expect([wie, antwoord.text.includes(spoor)]).toEqual([wie, false]);
      }
    }

    expect(await stand()).toBe(voor);
    expect(await postVan(await o.token())).toMatchObject([{ id: vanA.postId, status: 'onbekend' }]);
    const toewijzingen = await o
      .http()
      .get(`/v1/taken/${vanA.taakId}`)
      .set('Authorization', `Bearer ${await o.token()}`);
    expect(toewijzingen.body).toMatchObject({ behandelaar: null });
  });

  it('laat een andere gemeente niets zien met de kop van deze gemeente', async () => {
    const antwoord = await o
      .http()
      .get(`/v1/trajecten/${vanA.trajectId}`)
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
        .get(`/v1/trajecten/${vanA.trajectId}`)
        .set('Authorization', `Bearer ${beide}`)
        .set(koppen);
    expect((await detail({})).status).toBe(400);
    expect((await detail({ Gemeente: 'GM9001' })).status).toBe(200);
    expect((await detail({ Gemeente: 'GM9002' })).status).toBe(404);
  });
});
