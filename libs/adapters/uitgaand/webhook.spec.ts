// Real: the adapter over HTTPS with certificates of an authority made for the test. Fake: the receiver, a server on
// this machine that answers as told.
import { createHmac, randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { maakUitgever } from '#test/contract/ketensimulator/certificaten.js';
import { eenAttendering, KORTE_GRENZEN, UITGAAND_OIN } from '#test/support/attendering.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';
import type { UitgaandeGrenzen } from './lijn.js';
import { UitgaandAdapter } from './uitgaand.adapter.js';
import type { UitgaandUitkomst } from './uitgaand.port.js';

const GEHEIM = randomBytes(32);
const NU_MS = Date.parse('2026-11-11T08:00:00.500Z');

let ca: string;
let vreemdeCa: string;
let server: NagebootsteServer;
const adapters: UitgaandAdapter[] = [];
const gehoord: unknown[] = [];

beforeAll(async () => {
  const [eigen, vreemd] = await Promise.all([maakUitgever(), maakUitgever()]);
  const { cert, key } = await eigen.geef(undefined);
  [ca, vreemdeCa] = [eigen.ca, vreemd.ca];
  server = await startNagebootsteServer({ cert, key });
});

beforeEach(() => {
  server.ontvangen.length = 0;
  gehoord.length = 0;
  server.antwoord = geef(204);
});

afterEach(async () => {
  await Promise.all(adapters.splice(0).map((adapter) => adapter.close()));
});

afterAll(async () => {
  await server.close();
});

function geef(status: number, koppen = {}, body = ''): RequestListener {
  return (_, antwoord) => {
    antwoord.writeHead(status, koppen).end(body);
  };
}

function maak({
  url = `${server.url}/haak?bron=regie`,
  vertrouwt = ca,
  grenzen = {},
  nuMs = () => NU_MS,
}: {
  url?: string;
  vertrouwt?: string;
  grenzen?: Partial<UitgaandeGrenzen>;
  nuMs?: () => number;
} = {}): UitgaandAdapter {
  const gemeenten = new Map([[UITGAAND_OIN, { webhook: { url, geheim: GEHEIM } }]]);
  const adapter = new UitgaandAdapter(
    { gemeenten, ca: vertrouwt },
    (kanaal, { soort }) => gehoord.push([kanaal, soort]),
    { ...KORTE_GRENZEN, ...grenzen },
    nuMs,
  );
  adapters.push(adapter);
  return adapter;
}

const verstuur = (adapter = maak()): Promise<UitgaandUitkomst> =>
  adapter.verstuur(eenAttendering());

describe('een webhook die aanneemt', () => {
  it('krijgt één ondertekend bericht met alleen soort, codes, dag en link', async () => {
    expect(await verstuur()).toEqual({ soort: 'gelukt' });

    const { id, trajectId, inhoud } = eenAttendering();
    const [verzoek, ...meer] = server.ontvangen;
    expect(meer).toEqual([]);
    expect([verzoek!.methode, verzoek!.url]).toEqual(['POST', '/haak?bron=regie']);
    expect(JSON.parse(verzoek!.body)).toEqual({
      id,
      aanleiding: 'termijn-geescaleerd',
      trajectId,
      taak: 'escalatie-behandelen',
      termijn: 'PIP_VASTSTELLEN',
      uiterlijkOp: '2026-11-10',
      link: inhoud.link,
      proef: false,
    });
    const tijdstip = String(Math.floor(NU_MS / 1000));
    const handtekening = createHmac('sha256', GEHEIM)
      .update(`${id}.${tijdstip}.${verzoek!.body}`)
      .digest('base64');
    expect(verzoek!.koppen).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': tijdstip,
      'webhook-signature': `v1,${handtekening}`,
    });
    expect(gehoord).toEqual([['webhook', 'gelukt']]);
  });

  it('mag antwoorden wat hij wil: een groot of raar antwoord telt als aangenomen', async () => {
    server.antwoord = geef(200, { 'content-type': 'text/html' }, 'x'.repeat(500_000));

    expect(await verstuur()).toEqual({ soort: 'gelukt' });
  });
});

describe('een webhook die niet aanneemt', () => {
  it.each([400, 404, 410, 413, 422])('met %d krijgt hetzelfde niet nog eens', async (status) => {
    server.antwoord = geef(status);

    expect(await verstuur()).toEqual({ soort: 'geweigerd', oorzaak: `http-${status}` });
    expect(server.ontvangen).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])(
    'en met %d doorverwijst, wordt niet gevolgd',
    async (status) => {
      server.antwoord = geef(status, { location: `${server.url}/elders` });

      expect(await verstuur()).toEqual({ soort: 'geweigerd', oorzaak: `http-${status}` });
      expect(server.ontvangen.map(({ url }) => url)).toEqual(['/haak?bron=regie']);
    },
  );

  it.each([401, 403])('met %d wacht op de beheerder', async (status) => {
    server.antwoord = geef(status);

    expect(await verstuur()).toEqual({ soort: 'niet-geautoriseerd' });
  });

  it.each([
    [408, undefined],
    [409, undefined],
    [425, undefined],
    [429, '120'],
    [500, undefined],
    [503, '86400'],
  ])('met %d wordt later weer gevraagd, op zijn vroegst wanneer hij zegt', async (status, na) => {
    server.antwoord = geef(status, na === undefined ? {} : { 'retry-after': na });

    expect(await verstuur()).toEqual({
      soort: 'storing',
      oorzaak: 'http',
      status,
      ongewis: false,
      ...(na === undefined ? {} : { herhaalNaSeconden: Math.min(Number(na), 3_600) }),
    });
    expect(server.ontvangen).toHaveLength(1);
  });
});

describe('een webhook zonder antwoord', () => {
  it('die te lang doet, heeft het bericht misschien', async () => {
    server.antwoord = () => undefined;

    expect(await verstuur(maak({ grenzen: { totaalMs: 150 } }))).toEqual({
      soort: 'storing',
      oorzaak: 'time-out',
      ongewis: true,
    });
  });

  it('die de verbinding verbreekt, heeft het bericht misschien', async () => {
    server.antwoord = (verzoek) => {
      verzoek.socket.destroy();
    };

    expect(await verstuur()).toEqual({ soort: 'storing', oorzaak: 'verbinding', ongewis: true });
  });

  it('die er niet is, heeft het bericht niet', async () => {
    const weg = await startNagebootsteServer();
    const url = weg.url.replace('http:', 'https:');
    await weg.close();

    expect(await verstuur(maak({ url }))).toEqual({
      soort: 'storing',
      oorzaak: 'verbinding',
      ongewis: false,
    });
  });

  it('met een certificaat dat we niet vertrouwen, hoort niets', async () => {
    expect(await verstuur(maak({ vertrouwt: vreemdeCa }))).toEqual({
      soort: 'storing',
      oorzaak: 'tls',
      ongewis: false,
    });
    expect(server.ontvangen).toEqual([]);
  });

  it('zonder TLS, hoort niets', async () => {
    const open = await startNagebootsteServer();
    open.antwoord = geef(204);
    const uitkomst = await verstuur(maak({ url: open.url.replace('http:', 'https:') }));
    await open.close();

    expect(uitkomst).toMatchObject({ soort: 'storing' });
    expect(open.ontvangen).toEqual([]);
  });
});

describe('de weg naar een webhook', () => {
  it('is er niet voor een gemeente zonder webhook, en niet voor een ander kanaal', async () => {
    const adapter = maak();
    const zonder = { soort: 'niet-ingericht' };

    const elders = { gemeenteOin: '00000001900200000000' };
    expect(await adapter.verstuur(eenAttendering({}, elders))).toEqual(zonder);
    expect(await adapter.verstuur(eenAttendering({ kanaal: 'mail' }))).toEqual(zonder);
    expect(server.ontvangen).toEqual([]);
  });

  it('rust na vijf storingen, en gaat daarna met één poging weer open', async () => {
    let nu = 0;
    const adapter = maak({ grenzen: { naStoringen: 5 }, nuMs: () => nu });
    server.antwoord = geef(502);
    for (let keer = 0; keer < 5; keer += 1) await verstuur(adapter);

    expect(await verstuur(adapter)).toEqual({
      soort: 'storing',
      oorzaak: 'onderbroken',
      herhaalNaSeconden: 30,
      ongewis: false,
    });
    expect(server.ontvangen).toHaveLength(5);
    nu = 30_000;
    server.antwoord = geef(204);
    expect(await verstuur(adapter)).toEqual({ soort: 'gelukt' });
  });

  it('wordt niet dicht geteld door wie zelf ophoudt', async () => {
    const adapter = maak({ grenzen: { naStoringen: 1 } });
    const stop = new AbortController();
    server.antwoord = () => {
      stop.abort();
    };
    expect(await adapter.verstuur(eenAttendering({}, { signal: stop.signal }))).toEqual({
      soort: 'storing',
      oorzaak: 'afgebroken',
      ongewis: true,
    });

    server.antwoord = geef(204);
    expect(await verstuur(adapter)).toEqual({ soort: 'gelukt' });
  });

  it('laat er een paar tegelijk door en de rest wacht zijn beurt', async () => {
    const open: (() => void)[] = [];
    let tegelijk = 0;
    let meeste = 0;
    server.antwoord = (_, antwoord) => {
      tegelijk += 1;
      meeste = Math.max(meeste, tegelijk);
      open.push(() => {
        tegelijk -= 1;
        antwoord.writeHead(204).end();
      });
      if (open.length === 2) for (const laat of open.splice(0)) setImmediate(laat);
    };
    const adapter = maak({ grenzen: { gelijktijdig: 2, wachtend: 2 } });

    const uitkomsten = await Promise.all(Array.from({ length: 5 }, () => verstuur(adapter)));
    expect(uitkomsten).toEqual([
      ...Array.from({ length: 4 }, () => ({ soort: 'gelukt' })),
      { soort: 'storing', oorzaak: 'wachtrij-vol', ongewis: false },
    ]);
    expect(meeste).toBe(2);
  });
});
