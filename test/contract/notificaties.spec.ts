// Real: the listener for DUO over mTLS, the door, PostgreSQL, certificates made here. Fake: DUO, the
// key store. DUO's own file is read where it is there.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Agent, request } from 'undici';
import { parse } from 'yaml';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';
import { voorbeelden } from '#test/support/schema-voorbeelden.js';
import type { Schema } from '#tools/conformiteit/specificatie.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { maakUitgever, type Uitgever } from './ketensimulator/certificaten.js';

const DUO = '00000001003214345000';
const TUSSENPARTIJ = '00000099000000000042';

let o: Opstelling;
let uitgever: Uitgever;
let luisteraar: Luisteraar;
const agenten: Agent[] = [];
let alsDuo: Agent;

async function agentVan(oin: string | undefined): Promise<Agent> {
  const agent = new Agent({ connect: { ca: uitgever.ca, ...(await uitgever.geef(oin)) } });
  agenten.push(agent);
  return agent;
}

beforeAll(async () => {
  o = await maakOpstelling();
  uitgever = await maakUitgever();
  luisteraar = await openNotificatiekant(o, { uitgever, tussenpartijen: [TUSSENPARTIJ] });
  alsDuo = await agentVan(DUO);
});

afterAll(async () => {
  await Promise.all(agenten.map((agent) => agent.destroy()));
  await luisteraar.stop();
  await o.stop();
});

interface Melding {
  readonly agent?: Agent;
  readonly koppen?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly pad?: string;
}

const inhoud = (extra: object = {}): object => ({
  registratieDatumTijd: '2026-09-07T09:00:00Z',
  gebeurtenisId: 'SS139',
  bsn: '999993653',
  ...extra,
});

async function meld({
  agent = alsDuo,
  koppen = {},
  body = inhoud(),
  pad = '/notificaties',
}: Melding = {}) {
  const alle: Record<string, string | undefined> = {
    'content-type': 'application/json',
    bron: DUO,
    doel: GEMEENTE_A.oin,
    berichtId: randomUUID(),
    ...koppen,
  };
  const antwoord = await request(`https://127.0.0.1:${luisteraar.poort}${pad}`, {
    method: 'POST',
    dispatcher: agent,
    headers: Object.fromEntries(
      Object.entries(alle).filter(([, waarde]) => waarde !== undefined),
    ) as Record<string, string>,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: antwoord.statusCode,
    koppen: antwoord.headers,
    tekst: await antwoord.body.text(),
  };
}

const post = (): Promise<{ status: string; bericht_id: string }[]> =>
  alsEigenaar('SELECT status, bericht_id FROM postvak');

async function alsEigenaar<T>(sql: string): Promise<T[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: o.databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT set_config($1, $2, false)', ['app.gemeente', GEMEENTE_A.id]);
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('notificaties van DUO', () => {
  it('bewaart een melding en antwoordt 201 zonder inhoud, met de versie', async () => {
    const berichtId = randomUUID();

    const antwoord = await meld({ koppen: { berichtId } });

    expect(antwoord).toMatchObject({ status: 201, tekst: '', koppen: { 'api-version': '1.8.0' } });
    expect(await post()).toContainEqual({ status: 'nieuw', bericht_id: berichtId });
  });

  it('bewaart dezelfde melding één keer, hoe vaak zij ook komt', async () => {
    const berichtId = randomUUID();

    const antwoorden = await Promise.all(
      Array.from({ length: 10 }, () => meld({ koppen: { berichtId } })),
    );

    expect(antwoorden.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect((await post()).filter(({ bericht_id }) => bericht_id === berichtId)).toHaveLength(1);
  });

  it('zet een ander bericht onder hetzelfde nummer opzij als incident', async () => {
    const berichtId = randomUUID();
    await meld({ koppen: { berichtId } });
    const ervoor = (await post()).filter(({ status }) => status === 'incident').length;

    const { status } = await meld({
      koppen: { berichtId },
      body: inhoud({ gebeurtenisId: 'SS111' }),
    });

    expect(status).toBe(201);
    expect((await post()).filter((rij) => rij.status === 'incident')).toHaveLength(ervoor + 1);
  });

  it('neemt een melding met alleen een V-nummer aan', async () => {
    expect((await meld({ body: inhoud({ bsn: undefined }) })).status).toBe(201);
    expect((await meld({ body: inhoud({ bsn: undefined, vNummer: 34_567_890 }) })).status).toBe(
      201,
    );
  });

  it('antwoordt ook onder /v1', async () => {
    expect((await meld({ pad: '/v1/notificaties' })).status).toBe(201);
  });

  it.each<[string, Melding]>([
    ['zonder bron', { koppen: { bron: undefined } }],
    ['met een te korte bron', { koppen: { bron: '123' } }],
    ['zonder doel', { koppen: { doel: undefined } }],
    ['zonder berichtId', { koppen: { berichtId: undefined } }],
    ['met een berichtId dat geen uuid is', { koppen: { berichtId: '12' } }],
    ['zonder inhoudsvorm', { koppen: { 'content-type': 'text/plain' } }],
    ['zonder gebeurtenisId', { body: inhoud({ gebeurtenisId: undefined }) }],
    ['met een gebeurtenisId in kleine letters', { body: inhoud({ gebeurtenisId: 'ss139' }) }],
    ['zonder tijdstip', { body: inhoud({ registratieDatumTijd: undefined }) }],
    [
      'met een tijdstip zonder zone',
      { body: inhoud({ registratieDatumTijd: '2026-09-07T09:00:00' }) },
    ],
    [
      'met een dag die niet bestaat',
      { body: inhoud({ registratieDatumTijd: '2026-13-07T09:00:00Z' }) },
    ],
    ['met 30 februari', { body: inhoud({ registratieDatumTijd: '2026-02-30T09:00:00Z' }) }],
    ['met het jaar nul', { body: inhoud({ registratieDatumTijd: '0000-01-01T00:00:00Z' }) }],
    [
      'met een schrikkelseconde midden op de dag',
      { body: inhoud({ registratieDatumTijd: '2026-09-07T09:00:60Z' }) },
    ],
    ['die zegt gzip te zijn en het niet is', { koppen: { 'content-encoding': 'gzip' } }],
    ['met een bsn als getal', { body: inhoud({ bsn: 999993653 }) }],
    ['met een bsn buiten de elfproef', { body: inhoud({ bsn: '123456789' }) }],
    ['met een V-nummer als tekst', { body: inhoud({ vNummer: '1234567890' }) }],
    ['die geen JSON is', { body: '{' }],
    ['die een lijst is', { body: [] }],
    ['die te diep is', { body: `${'['.repeat(500)}${']'.repeat(500)}` }],
    ['van 2 MB', { body: JSON.stringify(inhoud({ x: 'x'.repeat(2_000_000) })) }],
  ])('weigert een melding %s met 400', async (_naam, melding) => {
    const antwoord = await meld(melding);

    expect(antwoord).toMatchObject({ status: 400, koppen: { 'api-version': '1.8.0' } });
  });

  it('weigert een afzender die zich voor een ander uitgeeft, behalve een bekende tussenpartij', async () => {
    const ander = await agentVan('00000099000000000001');
    const tussen = await agentVan(TUSSENPARTIJ);

    expect((await meld({ agent: ander })).status).toBe(403);
    expect((await meld({ agent: tussen })).status).toBe(201);
  });

  it('weigert een certificaat zonder OIN met 401, en zonder certificaat de verbinding', async () => {
    const zonderOin = await agentVan(undefined);
    const zonder = new Agent({ connect: { ca: uitgever.ca } });
    agenten.push(zonder);

    expect((await meld({ agent: zonderOin })).status).toBe(401);
    await expect(meld({ agent: zonder })).rejects.toThrow();
  });

  it('weigert een melding voor een gemeente die hier niet is', async () => {
    expect((await meld({ koppen: { doel: '00000001999900000000' } })).status).toBe(403);
  });

  it('laat alleen POST toe', async () => {
    const { statusCode, headers, body } = await request(
      `https://127.0.0.1:${luisteraar.poort}/notificaties`,
      { dispatcher: alsDuo },
    );
    await body.dump();

    expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('achter een proxy die TLS afhandelt', () => {
  it('gelooft alleen de kop die is ingesteld', async () => {
    const proxy = await openNotificatiekant(o, { proxyHeader: 'x-client-cert' });
    const vraag = async (koppen: Record<string, string>): Promise<number> => {
      const antwoord = await request(`http://127.0.0.1:${proxy.poort}/notificaties`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          bron: DUO,
          doel: GEMEENTE_A.oin,
          berichtId: randomUUID(),
          ...koppen,
        },
        body: JSON.stringify(inhoud()),
      });
      await antwoord.body.dump();
      return antwoord.statusCode;
    };
    try {
      const { cert } = await uitgever.geef(DUO);
      expect(await vraag({ 'x-client-cert': encodeURIComponent(cert) })).toBe(201);
      expect(await vraag({ 'x-client-cert': 'onzin' })).toBe(401);
      expect(await vraag({ 'x-andere-kop': encodeURIComponent(cert) })).toBe(401);
    } finally {
      await proxy.stop();
    }
  });
});

metSpecificaties('de beschrijving van DUO', 'duo/API/Notificatie/openapi.yml', (pad) => {
  interface Kop {
    name: string;
    required: boolean;
  }
  interface Document<P> {
    info: { version: string };
    paths: Record<string, { post: { parameters: P[]; responses: Record<string, object> } }>;
    components: { schemas: Record<string, Schema>; parameters: Record<string, Kop> };
  }
  const duo = parse(readFileSync(pad, 'utf8')) as Document<{ $ref: string }>;
  const eigen = JSON.parse(
    readFileSync(join(process.cwd(), 'docs/openapi-notificaties.json'), 'utf8'),
  ) as Document<Kop>;

  it('staat in ons eigen document met dezelfde versie, koppen en antwoorden', () => {
    const ons = eigen.paths['/notificaties']!.post;
    const hun = duo.paths['/notificaties']!.post;

    expect(eigen.info.version).toBe(duo.info.version);
    expect(Object.keys(ons.responses)).toEqual(Object.keys(hun.responses));
    expect(ons.parameters.map(({ name }) => name).sort()).toEqual(
      Object.values(duo.components.parameters)
        .map(({ name }) => name)
        .sort(),
    );
    expect(Object.keys(eigen.components.schemas['Notificatie']!.properties!).sort()).toEqual(
      Object.keys(duo.components.schemas['Notificatie']!.properties!).sort(),
    );
  });

  it('neemt alles aan wat erin past en een nummer heeft dat bestaat', async () => {
    const schema = duo.components.schemas['Notificatie']!;
    await fc.assert(
      fc.asyncProperty(
        voorbeelden({
          ...schema,
          properties: {
            ...schema.properties,
            registratieDatumTijd: {
              enum: ['2026-09-07T09:00:00+02:00', '2026-09-07T09:00:00.123Z'],
            },
          },
        }),
        async (voorbeeld) => {
          const { status } = await meld({
            body: { ...(voorbeeld as object), bsn: nieuwBsn(), vNummer: 1_234_567_890 },
          });
          expect(status).toBe(201);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('zonder database', () => {
  it('antwoordt 503 met een fouttekst, zodat DUO het opnieuw aanbiedt', async () => {
    await o.dataSource.destroy();
    const antwoord = await meld();
    await o.dataSource.initialize();
    const daarna = await meld();

    expect(antwoord.status).toBe(503);
    expect(Object.keys(JSON.parse(antwoord.tekst) as object)).toEqual(['fouttekst']);
    expect(antwoord.koppen).toMatchObject({ 'api-version': '1.8.0', 'retry-after': '30' });
    expect(daarna.status).toBe(201);
  });
});
