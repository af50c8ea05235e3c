// Real: the API, PostgreSQL. Fake: Temporal, the key store.
import pg from 'pg';
import {
  maakOpstelling,
  nieuweSleutel,
  openTraject,
  PROFIEL,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let token: string;

beforeAll(async () => {
  o = await maakOpstelling({ verzoekenPerMinuut: 60, zoekvragenPerMinuut: 3 });
  token = await o.token();
});

afterAll(async () => {
  await o.stop();
});

const haal = (pad: string, wie = token) => o.http().get(pad).set('Authorization', `Bearer ${wie}`);

describe('elk antwoord', () => {
  it('heeft de koppen van de standaard, ook als het mislukt', async () => {
    for (const pad of [
      '/v1/trajecten',
      '/v1/bestaat-niet',
      '/v1/gezondheid/live',
      '/v1/trajecten/',
    ]) {
      const { headers } = await haal(pad);
      expect(headers).toMatchObject({
        'api-version': '1.0.0',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
        'strict-transport-security': expect.stringContaining('max-age=') as string,
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('laat alleen de genoemde schermen uit een browser vragen, en de beschrijving iedereen', async () => {
    const van = async (origin: string, pad: string) =>
      ((await haal(pad).set('Origin', origin)).headers as Record<string, string>)[
        'access-control-allow-origin'
      ];

    expect(await van('https://scherm.example', '/v1/trajecten')).toBe('https://scherm.example');
    expect(await van('https://kwaad.example', '/v1/trajecten')).toBeUndefined();
    expect(await van('https://kwaad.example', '/v1/openapi.json')).toBe('*');
  });
});

describe('grenzen', () => {
  it('laat één beller niet alles vragen, en een andere wel verder', async () => {
    const druk = await o.token({ sub: 'druk' });
    const statussen: number[] = [];
    for (let i = 0; i < 61; i += 1) statussen.push((await haal('/v1/taken', druk)).status);

    expect(statussen.slice(0, 60)).toEqual(Array(60).fill(200));
    expect(statussen[60]).toBe(429);
    expect((await haal('/v1/taken')).status).toBe(200);
  });

  it('stopt wie veel nummers probeert eerder', async () => {
    const zoeker = await o.token({ sub: 'zoeker' });
    const zoek = async () =>
      (
        await o
          .http()
          .post('/v1/trajecten/_zoek')
          .set('Authorization', `Bearer ${zoeker}`)
          .send({ vNummer: '1234567890' })
      ).status;

    expect([await zoek(), await zoek(), await zoek(), await zoek()]).toEqual([200, 200, 200, 429]);
  });
});

describe('proefdraaien', () => {
  const spoel = async (trajectId: string, rollen: string[]) =>
    o
      .http()
      .post(`/v1/proefdraaien/${trajectId}/vooruitspoelen`)
      .set('Authorization', `Bearer ${await o.token({ rollen, sub: 'beheer' })}`)
      .set('Idempotency-Key', nieuweSleutel())
      .send({ dagen: 3 });

  it('weigert een echt traject met 409 en een regievoerder met 403', async () => {
    const { trajectId } = await openTraject(o);

    const echt = await spoel(trajectId, ['functioneel-beheerder']);

    expect([echt.status, echt.body]).toEqual([
      409,
      expect.objectContaining({ code: 'TRAJECT_IS_GEEN_PROEF' }),
    ]);
    expect((await spoel(trajectId, ['regievoerder'])).status).toBe(403);
  });

  it('laat een proeftraject alleen door de functioneel beheerder openen', async () => {
    const open = async (rollen: string[]) =>
      (
        await o
          .http()
          .post('/v1/coa-overdrachten')
          .set('Authorization', `Bearer ${await o.token({ rollen })}`)
          .set('Idempotency-Key', nieuweSleutel())
          .send({ ...PROFIEL, persoon: { bsn: '999993653' }, proef: true })
      ).status;

    expect([await open(['regievoerder']), await open(['functioneel-beheerder'])]).toEqual([
      403, 201,
    ]);
  });

  it('bestaat niet waar het uit staat', async () => {
    const uit = await maakOpstelling({ proefdraaien: false });
    try {
      const { trajectId } = await openTraject(uit);
      const beheer = await uit.token({ rollen: ['functioneel-beheerder'] });
      const antwoord = await uit
        .http()
        .get(`/v1/proefdraaien/${trajectId}`)
        .set('Authorization', `Bearer ${beheer}`);
      expect(antwoord.status).toBe(404);
    } finally {
      await uit.stop();
    }
  });
});

describe('zonder database', () => {
  it('antwoordt overal 503, zegt wat er mis is, en herstelt vanzelf', async () => {
    const { trajectId } = await openTraject(o);
    await o.dataSource.destroy();
    const antwoorden = await Promise.all([
      haal('/v1/trajecten'),
      haal(`/v1/trajecten/${trajectId}`),
      haal('/v1/taken'),
      haal('/v1/gezondheid/ready'),
      haal('/v1/gezondheid/live'),
    ]);
    await o.dataSource.initialize();

    expect(antwoorden.map(({ status }) => status)).toEqual([503, 503, 503, 503, 200]);
    expect(antwoorden[3].body).toMatchObject({
      onderdelen: { database: 'slecht', temporal: 'goed' },
    });
    expect((await haal('/v1/trajecten')).status).toBe(200);
  });
});

describe('gezondheid', () => {
  it('noemt de dienst beperkt als Temporal er niet is', async () => {
    o.temporal.bereikbaar = false;
    const { status, body } = (await haal('/v1/gezondheid/ready')) as {
      status: number;
      body: object;
    };
    o.temporal.bereikbaar = true;

    expect([status, body]).toEqual([
      200,
      {
        status: 'beperkt',
        onderdelen: { database: 'goed', sleutels: 'goed', temporal: 'slecht', worker: 'slecht' },
      },
    ]);
  });

  it('merkt dat er een worker leeft, en dat hij stilviel', async () => {
    const eigenaar = new pg.Client({ connectionString: o.databaseUrl });
    await eigenaar.connect();
    const klop = (leeftijd: string) =>
      eigenaar.query(
        `INSERT INTO hartslag (dienst, tijdstip) VALUES ('worker', clock_timestamp() - $1::interval)
         ON CONFLICT (dienst) DO UPDATE SET tijdstip = excluded.tijdstip`,
        [leeftijd],
      );
    await klop('2 seconds');
    expect((await haal('/v1/gezondheid/ready')).body).toMatchObject({
      status: 'goed',
      onderdelen: { worker: 'goed' },
    });
    await klop('1 minute');
    expect((await haal('/v1/gezondheid/ready')).body).toMatchObject({
      status: 'beperkt',
      onderdelen: { worker: 'slecht' },
    });
    await eigenaar.end();
  });
});

describe('documentatie', () => {
  it('is zonder token te lezen, als beschrijving en als pagina', async () => {
    const json = await o.http().get('/v1/openapi.json').expect(200);
    const pagina = await o.http().get('/v1/docs').expect(200);

    expect(json.body).toMatchObject({ openapi: expect.stringMatching(/^3\./) as string });
    expect(pagina.text).toContain('<html');
  });
});
