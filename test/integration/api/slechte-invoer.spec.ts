// Real: the API, the door, PostgreSQL. Fake: Temporal, the key store. Every malformed request gets a
// problem of 400 to 499 that says what is wrong, never 500.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import {
  maakOpstelling,
  nieuweSleutel,
  openTraject,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';
import { COA_GEVALLEN } from './slechte-coa.testdata.js';
import { BERICHT_GEVALLEN } from './slechte-berichten.testdata.js';
import { GEVALLEN, lijst, opdracht, overdracht, type Verzoek } from './slechte-invoer.testdata.js';
import { ROUTE_GEVALLEN } from './slechte-routes.testdata.js';
import { TERMIJN_GEVALLEN } from './slechte-termijnen.testdata.js';

const ALLE = [
  ...GEVALLEN,
  ...ROUTE_GEVALLEN,
  ...TERMIJN_GEVALLEN,
  ...COA_GEVALLEN,
  ...BERICHT_GEVALLEN,
];

let o: Opstelling;
let token: string;
let trajectId: string;
let taakId: string;

beforeAll(async () => {
  o = await maakOpstelling();
  token = await o.token({ rollen: ['regievoerder', 'coordinator', 'functioneel-beheerder'] });
  const geopend = await openTraject(o);
  ({ trajectId } = geopend);
  taakId = geopend.geopendeTaken.find(({ soort }) => soort === 'scenario-kiezen')!.id;
});

afterAll(async () => {
  await o.stop();
});

function stuur({ methode = 'post', pad, body, koppen = {} }: Verzoek): Promise<Antwoord> {
  const adres = `/v1${pad.replace('TRAJECT', trajectId).replace('TAAK', taakId)}`;
  let verzoek = o.http()[methode](adres).set('Authorization', `Bearer ${token}`);
  if (methode === 'post') verzoek = verzoek.set('Idempotency-Key', nieuweSleutel());
  for (const [naam, waarde] of Object.entries(koppen)) verzoek = verzoek.set(naam, waarde);
  return Promise.resolve(body === undefined ? verzoek : verzoek.send(body as object));
}

interface Bewerking {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: object;
}

/** Every way in of every route of the description: a part of the path, the query, the body. */
function ingangen(): { route: string; methode: string; past: RegExp; ingang: string }[] {
  const bestand = join(resolve(__dirname, '..', '..', '..'), 'docs', 'openapi.json');
  const { paths } = JSON.parse(readFileSync(bestand, 'utf8')) as {
    paths: Record<string, Record<string, Bewerking>>;
  };
  return Object.entries(paths).flatMap(([route, methoden]) =>
    Object.entries(methoden).flatMap(([methode, { parameters = [], requestBody }]) => {
      const past = new RegExp(`^${route.replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`);
      const inPad = parameters.filter((een) => een.in === 'path').map(({ name }) => name);
      const inQuery = parameters.some((een) => een.in === 'query') ? ['query'] : [];
      const inhoud = requestBody === undefined ? [] : ['inhoud'];
      return [...inPad, ...inQuery, ...inhoud].map((ingang) => ({ route, methode, past, ingang }));
    }),
  );
}

/** Whether a case puts something wrong into this way in. */
function raakt(
  [, { methode = 'post', pad, body, koppen = {} }, status, veld]: (typeof ALLE)[number],
  ingang: ReturnType<typeof ingangen>[number],
): boolean {
  if (methode !== ingang.methode || !ingang.past.test(pad)) return false;
  if (ingang.ingang === 'query') return pad.includes('?') && status === 400;
  if (ingang.ingang === 'inhoud') return body !== undefined && status === 400 && !(veld in koppen);
  return status === 404 && veld === ingang.ingang;
}

describe('slechte invoer', () => {
  it('telt ten minste zestig gevallen, en bij elke ingang van elke route een', () => {
    expect(ALLE.length).toBeGreaterThanOrEqual(60);
    const alle = ingangen();
    expect(alle.length).toBeGreaterThan(30);
    const zonder = alle.filter((ingang) => !ALLE.some((geval) => raakt(geval, ingang)));
    expect(zonder.map(({ methode, route, ingang }) => `${methode} ${route}: ${ingang}`)).toEqual(
      [],
    );
  });

  it.each(ALLE)('weigert %s', async (_naam, verzoek, status, veld) => {
    const antwoord = await stuur(verzoek);

    expect(antwoord.status).toBe(status);
    expect(antwoord.headers).toMatchObject({ 'api-version': '1.0.0', 'cache-control': 'no-store' });
    expect((antwoord.headers as Record<string, string>)['content-type']).toContain(
      'application/problem+json',
    );
    const { fouten, ...probleem } = antwoord.body as {
      fouten: { veld: string }[];
      status: number;
      title: string;
      detail: string;
    };
    expect(probleem).toMatchObject({ status });
    expect(probleem.title && probleem.detail).toBeTruthy();
    expect(fouten.map((fout) => fout.veld)).toContain(veld);
    expect(antwoord.text).not.toMatch(/\bat \/|node_modules|\.ts:/);
  });

  it('noemt alle fouten in één keer', async () => {
    const { body } = (await stuur(
      opdracht({ soort: 'registreerPvt', op: 'x', uren: 'x', vorm: 'x', y: 1 }),
    )) as { body: { fouten: { veld: string }[] } };

    expect(body.fouten.map(({ veld }) => veld).sort()).toEqual(['op', 'uren', 'vorm', 'y']);
  });

  it('zegt niets terug van wat er ingevuld was', async () => {
    const { text } = await stuur(overdracht({ persoon: { bsn: '123456789', naam: '' } }));

    expect(text).not.toContain('123456789');
  });
});

describe('slechte berichten', () => {
  const json = { 'Content-Type': 'application/json' };
  const diep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;

  it.each<[string, Verzoek, number]>([
    ['geen JSON', opdracht('{"soort":', json), 400],
    ['diepe JSON', opdracht(diep, json), 400],
    ['een losse tekst als JSON', opdracht('"hallo"', json), 400],
    [
      'een bericht van 2 MB',
      opdracht({ soort: 'heropenTraject', reden: 'x'.repeat(2_000_000) }),
      413,
    ],
    [
      'een csv van 2 MB',
      {
        pad: '/cursusurenimporten',
        body: 'x'.repeat(2_000_000),
        koppen: { 'Content-Type': 'text/csv' },
      },
      413,
    ],
    ['XML', opdracht('<a/>', { 'Content-Type': 'application/xml' }), 415],
    [
      'een formulier',
      opdracht('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
      415,
    ],
    ['JSON waar csv hoort', { pad: '/cursusurenimporten', body: { a: 1 } }, 415],
    [
      'een vreemde tekenset',
      opdracht('{}', { 'Content-Type': 'application/json; charset=ebcdic' }),
      415,
    ],
    ['een vreemde compressie', opdracht('{}', { ...json, 'Content-Encoding': 'zip' }), 415],
    ['een opdracht zonder inhoud', { pad: '/trajecten/TRAJECT/opdrachten' }, 415],
    [
      'een antwoord als XML vragen',
      { methode: 'get', pad: '/trajecten', koppen: { Accept: 'application/xml' } },
      406,
    ],
    ['een pad met een streep aan het eind', lijst('/trajecten/'), 404],
    ['een onbekend pad', lijst('/personen'), 404],
    ['een id dat geen uuid is', lijst('/trajecten/1'), 404],
    ['een onleesbaar pad', lijst('/trajecten/%E0%A4%A'), 400],
  ])('weigert %s', async (_naam, verzoek, status) => {
    const antwoord = await stuur(verzoek);

    expect(antwoord.status).toBe(status);
    expect(antwoord.body).toMatchObject({ status });
    expect((antwoord.headers as Record<string, string>)['content-type']).toContain(
      'application/problem+json',
    );
  });

  it('noemt bij een methode die niet kan welke wel kunnen', async () => {
    for (const methode of ['delete', 'patch', 'put'] as const) {
      const antwoord = await o
        .http()
        [methode]('/v1/trajecten')
        .set('Authorization', `Bearer ${token}`);
      expect([antwoord.status, (antwoord.headers as Record<string, string>)['allow']]).toEqual([
        405,
        'GET, HEAD',
      ]);
    }
  });

  it('weigert een token in de query', async () => {
    const antwoord = await o.http().get(`/v1/trajecten?access_token=${token}`);

    expect(antwoord.status).toBe(401);
  });

  it('antwoordt op een bericht dat onderweg ophoudt niet met een fout van ons', async () => {
    const { port } = (o.app.getHttpServer() as { address(): AddressInfo }).address();
    const status = await new Promise<number | string>((klaar) => {
      const verzoek = request(
        {
          port,
          method: 'POST',
          path: `/v1/trajecten/${trajectId}/opdrachten`,
          headers: { 'content-type': 'application/json', 'content-length': '5' },
        },
        (antwoord) => {
          antwoord.resume();
          klaar(antwoord.statusCode ?? 0);
        },
      );
      verzoek.on('error', () => {
        klaar('verbroken');
      });
      verzoek.write('{"');
      verzoek.end(() => {
        verzoek.destroy();
      });
    });

    expect([400, 401, 'verbroken']).toContain(status);
    expect(o.logregels.filter((regel) => regel.includes('"code":"INTERNE_FOUT"'))).toEqual([]);
  });
});
