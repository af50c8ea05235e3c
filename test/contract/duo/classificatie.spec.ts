/**
 * Every answer DUO, or something between us and DUO, can give has a defined end.
 * Real: our client over real HTTP. Fake: the server, which misbehaves as told.
 */
import type { RequestListener, ServerResponse } from 'node:http';
import type { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import { naarDatum } from '#domain/datum/datum.js';
import { AANROEP, BERICHT_ID, BSN, duoClientVoor } from '#test/support/duo-client.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';

interface Antwoord {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly type?: string;
  readonly versie?: string | null;
  readonly koppen?: Readonly<Record<string, string>>;
}

const NU = Date.parse('2026-03-02T10:00:00Z');
const json = (waarde: unknown): Pick<Antwoord, 'body' | 'type'> => ({
  body: JSON.stringify(waarde),
  type: 'application/json',
});
const GOED = { gemeentecode: '0518', pip: { dagtekeningPip: '2026-02-27', leerroute: 'B' } };
const PIP = { dagtekeningPip: naarDatum('2026-02-27'), leerroute: 'B' } as const;

const haal = (duo: DuoPort): Promise<unknown> => duo.haalPip(AANROEP);
const lever = (duo: DuoPort): Promise<unknown> => duo.leverPip({ ...AANROEP, body: PIP });

const LEZEN: readonly (readonly [string, Antwoord, object])[] = [
  [
    'een goed antwoord is gelukt',
    { status: 200, ...json(GOED) },
    { soort: 'gelukt', waarde: GOED, apiVersie: '1.2.0', afwijkingen: [] },
  ],
  [
    'JSON met tekenset is ook JSON',
    { status: 200, ...json(GOED), type: 'application/json; charset=utf-8' },
    { soort: 'gelukt', afwijkingen: [] },
  ],
  [
    'een onbekend veld wordt verdragen en gemeld',
    { status: 200, ...json({ ...GOED, wijk: 'Noord' }) },
    { soort: 'gelukt', waarde: GOED, afwijkingen: ['antwoord: onbekend veld wijk'] },
  ],
  [
    'een naam van een veld die zelf een gegeven is komt niet in de melding',
    { status: 200, ...json({ ...GOED, [BSN]: 1 }) },
    { soort: 'gelukt', afwijkingen: ['antwoord: onbekend veld (naamloos)'] },
  ],
  [
    'null voor een veld dat weg mag wordt verdragen en gemeld',
    { status: 200, ...json({ ...GOED, pip: { ...GOED.pip, niveau: null } }) },
    {
      soort: 'gelukt',
      waarde: GOED,
      afwijkingen: ['antwoord.pip.niveau: null in plaats van afwezig'],
    },
  ],
  [
    'een andere API-Version wordt gemeld',
    { status: 200, ...json(GOED), versie: '1.3.0' },
    { soort: 'gelukt', apiVersie: '1.3.0', afwijkingen: ['API-Version 1.3.0, verwacht 1.2.0'] },
  ],
  [
    'een ontbrekende API-Version wordt gemeld',
    { status: 200, ...json(GOED), versie: null },
    { soort: 'gelukt', apiVersie: null, afwijkingen: ['API-Version ontbreekt'] },
  ],
  [
    'een API-Version die geen versie is wordt gemeld en niet overgenomen',
    { status: 200, ...json(GOED), versie: BSN },
    { soort: 'gelukt', apiVersie: null, afwijkingen: ['API-Version is geen versie'] },
  ],
  [
    'een antwoord met het berichtId van een ander wordt gemeld',
    { status: 200, ...json(GOED), koppen: { berichtId: BERICHT_ID.replace('6f', '7f') } },
    { soort: 'gelukt', afwijkingen: ['berichtId van het antwoord is een ander'] },
  ],
  [
    'een onbekende waarde is onbegrijpelijk, met de plek en zonder de waarde',
    { status: 200, ...json({ ...GOED, pip: { ...GOED.pip, leerroute: 'Q' } }) },
    { soort: 'onbegrijpelijk', status: 200, reden: 'antwoord.pip.leerroute: onbekende waarde' },
  ],
  [
    'een verplicht veld dat ontbreekt is onbegrijpelijk',
    { status: 200, ...json({ gemeentecode: '0518' }) },
    { soort: 'onbegrijpelijk', reden: 'antwoord.pip: ontbreekt' },
  ],
  [
    'een datum die niet bestaat is onbegrijpelijk',
    { status: 200, ...json({ ...GOED, pip: { ...GOED.pip, dagtekeningPip: '2026-02-30' } }) },
    { soort: 'onbegrijpelijk', reden: 'antwoord.pip.dagtekeningPip: geen datum' },
  ],
  [
    'een lijst waar één ding hoort is onbegrijpelijk',
    { status: 200, ...json([GOED]) },
    { soort: 'onbegrijpelijk', reden: 'antwoord: geen object' },
  ],
  [
    'gebroken JSON is onbegrijpelijk',
    { status: 200, body: '{"gemeentecode": "05', type: 'application/json' },
    { soort: 'onbegrijpelijk', reden: 'antwoord: geen geldige JSON' },
  ],
  [
    'tekst die geen UTF-8 is is onbegrijpelijk',
    { status: 200, body: Buffer.from([0x22, 0xff, 0x22]), type: 'application/json' },
    { soort: 'onbegrijpelijk', reden: 'antwoord: geen geldige JSON' },
  ],
  [
    'een webpagina met status 200 is onbegrijpelijk',
    { status: 200, body: '<html></html>', type: 'text/html' },
    { soort: 'onbegrijpelijk', reden: 'antwoord: geen application/json' },
  ],
  [
    'een lege body waar een antwoord hoort is onbegrijpelijk',
    { status: 204 },
    { soort: 'onbegrijpelijk', status: 204, afwijkingen: ['status 204, verwacht 200'] },
  ],
  [
    'een te groot antwoord is onbegrijpelijk',
    { status: 200, ...json({ ...GOED, vulling: 'x'.repeat(20_000) }) },
    { soort: 'onbegrijpelijk', reden: 'antwoord: te groot' },
  ],
  [
    'een doorverwijzing wordt niet gevolgd',
    { status: 302, koppen: { location: 'http://127.0.0.1:1/' } },
    { soort: 'onbegrijpelijk', status: 302 },
  ],
  ['400 is ons defect', { status: 400 }, { soort: 'ons-defect', details: 'DUO antwoordt 400' }],
  ['401 is niet geautoriseerd', { status: 401 }, { soort: 'niet-geautoriseerd' }],
  [
    '403 zonder body is niet geautoriseerd',
    { status: 403 },
    { soort: 'niet-geautoriseerd', afwijkingen: [] },
  ],
  [
    '403 van iets anders dan DUO is niet geautoriseerd',
    { status: 403, body: '<h1>Forbidden</h1>', type: 'text/html' },
    { soort: 'niet-geautoriseerd', afwijkingen: ['403 met een body zonder foutmelding'] },
  ],
  ['404 is onbekend', { status: 404, body: BSN, type: 'text/plain' }, { soort: 'onbekend' }],
  ['409 en andere 4xx zijn ons defect', { status: 409 }, { soort: 'ons-defect' }],
  [
    'een storing bij lezen is nooit ongewis',
    { status: 500, body: 'kapot', type: 'text/plain' },
    { soort: 'storing', oorzaak: 'http', status: 500, ongewis: false },
  ],
  [
    '429 zegt wanneer het weer mag',
    { status: 429, koppen: { 'retry-after': '17' } },
    { soort: 'storing', status: 429, herhaalNaSeconden: 17, ongewis: false },
  ],
  [
    'Retry-After als datum wordt seconden',
    { status: 503, koppen: { 'retry-after': 'Mon, 02 Mar 2026 10:02:00 GMT' } },
    { soort: 'storing', status: 503, herhaalNaSeconden: 120 },
  ],
  [
    'een onzinnige Retry-After telt niet mee',
    { status: 503, koppen: { 'retry-after': 'straks' } },
    { soort: 'storing', status: 503, afwijkingen: [] },
  ],
];

const SCHRIJVEN: readonly (readonly [string, Antwoord, object])[] = [
  [
    '201 zonder body is gelukt',
    { status: 201 },
    { soort: 'gelukt', waarde: null, afwijkingen: [] },
  ],
  [
    'een andere goede status is gelukt en wordt gemeld',
    { status: 200 },
    { soort: 'gelukt', afwijkingen: ['status 200, verwacht 201'] },
  ],
  [
    '403 met redenen is een weigering met de woorden van DUO',
    {
      status: 403,
      ...json([{ fouttekst: ' Datum te vroeg. ' }, { fouttekst: 'Niveau past niet.' }]),
    },
    { soort: 'geweigerd', foutteksten: ['Datum te vroeg.', 'Niveau past niet.'], afwijkingen: [] },
  ],
  [
    'een BSN of V-nummer in de woorden van DUO wordt weggelakt',
    { status: 403, ...json([{ fouttekst: `Persoon ${BSN} of 0123456789 heeft geen plicht` }]) },
    { soort: 'geweigerd', foutteksten: ['Persoon [nummer] of [nummer] heeft geen plicht'] },
  ],
  [
    'één losse foutmelding is ook een weigering',
    { status: 403, ...json({ fouttekst: 'Er is geen PIP.' }) },
    { soort: 'geweigerd', foutteksten: ['Er is geen PIP.'] },
  ],
  [
    'een lege lijst redenen is geen weigering',
    { status: 403, ...json([]) },
    { soort: 'niet-geautoriseerd', afwijkingen: ['403 met een body zonder foutmelding'] },
  ],
  [
    'na een 500 is niet zeker of het is gebeurd',
    { status: 500 },
    { soort: 'storing', ongewis: true },
  ],
  [
    'na een 503 is niet zeker of het is gebeurd',
    { status: 503 },
    { soort: 'storing', ongewis: true },
  ],
  ['na een 429 is het zeker niet gebeurd', { status: 429 }, { soort: 'storing', ongewis: false }],
];

describe('einde van elke aanroep van DUO', () => {
  let server: NagebootsteServer;
  let client: DuoHttpAdapter;

  beforeAll(async () => {
    server = await startNagebootsteServer();
  });
  beforeEach(() => {
    server.ontvangen.length = 0;
    client = duoClientVoor(server.url, {
      nuMs: () => NU,
      grenzen: { antwoordBytes: 10_000, totaalMs: 2_000 },
    });
  });
  afterEach(async () => {
    await client.close();
  });
  afterAll(async () => {
    await server.close();
  });

  const geeft = (wat: Antwoord): void => {
    server.antwoord = (_, antwoord): void => {
      if (wat.versie !== null) antwoord.setHeader('API-Version', wat.versie ?? '1.2.0');
      if (wat.type !== undefined) antwoord.setHeader('Content-Type', wat.type);
      antwoord.writeHead(wat.status, { ...wat.koppen }).end(wat.body);
    };
  };
  /** The end of a call, after looking for the BSN and the body in everything we tell about it. */
  const einde = async (roep: (duo: DuoPort) => Promise<unknown>): Promise<unknown> => {
    const uitkomst = await roep(client.poort);
    expect(JSON.stringify(uitkomst)).not.toContain(BSN);
    expect(JSON.stringify(uitkomst)).not.toContain('personen');
    return uitkomst;
  };

  it.each(LEZEN)('lezen: %s', async (_, antwoord, verwacht) => {
    geeft(antwoord);
    expect(await einde(haal)).toMatchObject(verwacht);
    expect(server.ontvangen).toHaveLength(1);
  });

  it.each(SCHRIJVEN)('schrijven: %s', async (_, antwoord, verwacht) => {
    geeft(antwoord);
    expect(await einde(lever)).toMatchObject(verwacht);
    expect(server.ontvangen).toHaveLength(1);
  });

  const breekAf: RequestListener = (verzoek) => verzoek.socket.destroy();
  const halverwege: RequestListener = (_, antwoord: ServerResponse) => {
    antwoord.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    antwoord.write('{"gemeentecode"', () => antwoord.destroy());
  };
  const zwijg: RequestListener = () => undefined;

  it('noemt een verbinding die breekt na een melding ongewis, en na een vraag niet', async () => {
    server.antwoord = breekAf;
    expect(await einde(lever)).toMatchObject({
      soort: 'storing',
      oorzaak: 'verbinding',
      ongewis: true,
    });
    expect(await einde(haal)).toMatchObject({ soort: 'storing', ongewis: false });
    expect(server.ontvangen).toHaveLength(2);
  });

  it('noemt een antwoord dat halverwege stopt een storing', async () => {
    server.antwoord = halverwege;
    expect(await einde(haal)).toMatchObject({
      soort: 'storing',
      oorzaak: 'verbinding',
      status: 200,
    });
  });

  it('houdt op wanneer de tijd om is', async () => {
    server.antwoord = zwijg;
    const kort = duoClientVoor(server.url, { grenzen: { totaalMs: 80 } });
    expect(await kort.poort.leverPip({ ...AANROEP, body: PIP })).toMatchObject({
      soort: 'storing',
      oorzaak: 'time-out',
      ongewis: true,
    });
    await kort.close();
  });

  it('houdt op wanneer de aanroeper het afbreekt', async () => {
    const stop = new AbortController();
    server.antwoord = (): void => {
      stop.abort();
    };
    const { signal } = stop;
    expect(await client.poort.leverPip({ ...AANROEP, body: PIP, signal })).toMatchObject({
      soort: 'storing',
      oorzaak: 'afgebroken',
      ongewis: true,
    });
    expect(await client.poort.leverPip({ ...AANROEP, body: PIP, signal })).toMatchObject({
      soort: 'storing',
      oorzaak: 'afgebroken',
      ongewis: false,
    });
    expect(server.ontvangen).toHaveLength(1);
  });

  it('weet zeker dat er niets is gebeurd wanneer DUO niet te bereiken is', async () => {
    const weg = await startNagebootsteServer();
    await weg.close();
    const nergens = duoClientVoor(weg.url);
    expect(await nergens.poort.leverPip({ ...AANROEP, body: PIP })).toEqual({
      soort: 'storing',
      oorzaak: 'verbinding',
      ongewis: false,
      afwijkingen: [],
    });
    await nergens.close();
  });

  it('laat een DUO dat plat ligt met rust en probeert het daarna één keer', async () => {
    let nu = NU;
    const grenzen = { naStoringen: 2, rustMs: 30_000 };
    const geduldig = duoClientVoor(server.url, { nuMs: () => nu, grenzen });
    geeft({ status: 503 });
    for (let keer = 0; keer < 4; keer += 1) await geduldig.poort.haalPip(AANROEP);
    expect(server.ontvangen).toHaveLength(2);
    expect(await geduldig.poort.haalPip(AANROEP)).toMatchObject({
      soort: 'storing',
      oorzaak: 'onderbroken',
      herhaalNaSeconden: 30,
      ongewis: false,
    });
    geeft({ status: 404 });
    expect(await geduldig.poort.haalTermijn(AANROEP)).toMatchObject({ soort: 'onbekend' });
    nu += 30_000;
    expect(await geduldig.poort.haalPip(AANROEP)).toMatchObject({ soort: 'onbekend' });
    expect(await geduldig.poort.haalPip(AANROEP)).toMatchObject({ soort: 'onbekend' });
    await geduldig.close();
  });
});
