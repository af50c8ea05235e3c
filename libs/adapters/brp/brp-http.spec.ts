// Real: the client with its retries, time limits and breaker, over HTTP. Fake: the BRP, a server on this machine that
// answers as told.
import type { ServerResponse } from 'node:http';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';
import { BrpHttpAdapter } from './brp-http.adapter.js';
import { STANDAARD_BRP_GRENZEN, type BrpGrenzen } from './brp-configuratie.js';
import type { BrpUitkomst } from './brp.port.js';

const BSN = '999993653';
const PERSOON = {
  burgerservicenummer: BSN,
  gemeenteVanInschrijving: { code: '0518', omschrijving: 'Eendorp' },
  datumInschrijvingInGemeente: {
    type: 'Datum',
    datum: '2026-09-14',
    langFormaat: '14 september 2026',
  },
};

let server: NagebootsteServer;
let adapter: BrpHttpAdapter | undefined;

beforeEach(async () => {
  server = await startNagebootsteServer();
});

afterEach(async () => {
  await adapter?.close();
  adapter = undefined;
  await server.close();
});

function maak(grenzen: Partial<BrpGrenzen> = {}, nuMs: () => number = () => 0): BrpHttpAdapter {
  adapter = new BrpHttpAdapter(
    {
      gemeenten: new Map([
        ['0518', { basisUrl: `${server.url}/brp/`, koppen: { 'x-api-key': 'k' } }],
      ]),
      grenzen: { ...STANDAARD_BRP_GRENZEN, wachtMs: 1, ...grenzen },
    },
    nuMs,
  );
  return adapter;
}

const vraag = (brp = maak()): Promise<BrpUitkomst> =>
  brp.raadpleeg({ gemeenteCode: '0518', bsn: BSN });

function geef(res: ServerResponse, inhoud: unknown, status = 200, koppen = {}): void {
  res
    .writeHead(status, { 'content-type': 'application/json', ...koppen })
    .end(JSON.stringify(inhoud));
}
function personen(...lijst: unknown[]): void {
  server.antwoord = (_, res) => {
    geef(res, { type: 'RaadpleegMetBurgerservicenummer', personen: lijst });
  };
}

describe('de BRP raadplegen', () => {
  it('vraagt alleen wat nodig is, met het nummer in de inhoud en nooit in het adres', async () => {
    personen(PERSOON);

    expect(await vraag()).toEqual({
      soort: 'gevonden',
      persoon: {
        gemeenteVanInschrijving: '0518',
        ingeschrevenOp: { soort: 'volledig', op: '2026-09-14' },
        overleden: null,
        opschorting: null,
        inOnderzoek: false,
      },
      afwijkingen: [],
    });
    const [verzoek] = server.ontvangen;
    expect(verzoek).toMatchObject({ methode: 'POST', url: '/brp/personen' });
    expect(verzoek!.koppen).toMatchObject({ 'x-api-key': 'k', 'content-type': 'application/json' });
    expect(JSON.parse(verzoek!.body)).toEqual({
      type: 'RaadpleegMetBurgerservicenummer',
      burgerservicenummer: [BSN],
      fields: [
        'burgerservicenummer',
        'datumInschrijvingInGemeente',
        'gemeenteVanInschrijving',
        'overlijden.datum',
      ],
    });
  });

  it.each<[string, object, object]>([
    [
      'een datum zonder dag',
      { datumInschrijvingInGemeente: { type: 'JaarMaandDatum', jaar: 2026, maand: 9 } },
      { ingeschrevenOp: { soort: 'jaar-maand', jaar: 2026, maand: 9 } },
    ],
    [
      'een datum met alleen een jaar',
      { datumInschrijvingInGemeente: { type: 'JaarDatum', jaar: 2026 } },
      { ingeschrevenOp: { soort: 'jaar', jaar: 2026 } },
    ],
    [
      'een verhuizing',
      { gemeenteVanInschrijving: { code: '0344' } },
      { gemeenteVanInschrijving: '0344' },
    ],
    [
      'een overlijden',
      {
        overlijden: { datum: { type: 'Datum', datum: '2026-10-01' } },
        opschortingBijhouding: { reden: { code: 'O' } },
      },
      { overleden: { soort: 'volledig', op: '2026-10-01' }, opschorting: 'O' },
    ],
    [
      'een overlijden zonder dag',
      { opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } } },
      { overleden: { soort: 'onbekend' } },
    ],
    [
      'een emigratie',
      { opschortingBijhouding: { reden: { code: 'E' } } },
      { opschorting: 'E', overleden: null },
    ],
    [
      'een gegeven in onderzoek',
      { inOnderzoek: { gemeenteVanInschrijving: true } },
      { inOnderzoek: true },
    ],
  ])('leest %s', async (_naam, anders, verwacht) => {
    personen({ ...PERSOON, ...anders });

    expect(await vraag()).toMatchObject({ soort: 'gevonden', persoon: verwacht, afwijkingen: [] });
  });

  it('zegt dat de BRP niemand kent', async () => {
    personen();

    expect(await vraag()).toEqual({ soort: 'onbekend' });
  });

  it('meldt een veld dat niemand vroeg bij naam, en geeft het niet door', async () => {
    personen({ ...PERSOON, nationaliteiten: ['Geheim'] });

    const uitkomst = await vraag();
    expect(uitkomst).toMatchObject({ soort: 'gevonden' });
    expect(JSON.stringify(uitkomst)).toContain('nationaliteiten');
    expect(JSON.stringify(uitkomst)).not.toContain('Geheim');
  });

  it.each<[string, unknown]>([
    ['een andere persoon', { ...PERSOON, burgerservicenummer: '999990342' }],
    [
      'een dag die niet bestaat',
      { ...PERSOON, datumInschrijvingInGemeente: { type: 'Datum', datum: '2026-02-30' } },
    ],
    [
      'een soort datum die er niet is',
      { ...PERSOON, datumInschrijvingInGemeente: { type: 'Weekdatum' } },
    ],
    ['een code die geen gemeente is', { ...PERSOON, gemeenteVanInschrijving: { code: 'x' } }],
    ['geen persoon', 'Geheim'],
  ])('neemt %s niet over, en zegt waar het misging zonder wat er stond', async (_naam, persoon) => {
    personen(persoon);

    const uitkomst = await vraag();
    expect(uitkomst).toMatchObject({
      soort: 'onbegrijpelijk',
      reden: expect.any(String) as string,
    });
    expect(JSON.stringify(uitkomst)).not.toMatch(/99999|Geheim|2026-02/);
    expect(server.ontvangen).toHaveLength(1);
  });

  it.each([
    [400, 'ons-defect'],
    [401, 'niet-geautoriseerd'],
    [403, 'niet-geautoriseerd'],
    [404, 'ons-defect'],
    [204, 'onbegrijpelijk'],
  ])('vraagt na %d niet nog eens: %s', async (status, soort) => {
    server.antwoord = (_, res) => {
      res.writeHead(status).end();
    };

    expect(await vraag()).toMatchObject({ soort });
    expect(server.ontvangen).toHaveLength(1);
  });
});

describe('een BRP die hapert', () => {
  it('wordt een paar keer gevraagd, en het antwoord telt', async () => {
    server.antwoord = (verzoek, res) => {
      if (server.ontvangen.length === 1) res.writeHead(503).end();
      else if (server.ontvangen.length === 2) verzoek.socket.destroy();
      else geef(res, { type: 'RaadpleegMetBurgerservicenummer', personen: [PERSOON] });
    };

    expect(await vraag()).toMatchObject({ soort: 'gevonden' });
    expect(server.ontvangen).toHaveLength(3);
  });

  it('wordt na drie keer met rust gelaten tot later', async () => {
    server.antwoord = (_, res) => {
      res.writeHead(500).end();
    };

    expect(await vraag()).toEqual({ soort: 'storing', oorzaak: 'http', status: 500 });
    expect(server.ontvangen).toHaveLength(3);
  });

  it('wordt niet eerder gevraagd dan ze zelf noemt', async () => {
    server.antwoord = (_, res) => {
      res.writeHead(429, { 'retry-after': '120' }).end();
    };

    expect(await vraag()).toMatchObject({ soort: 'storing', herhaalNaSeconden: 120 });
    expect(server.ontvangen).toHaveLength(1);
  });

  it('houdt niemand langer op dan de tijd die een vraag mag duren', async () => {
    server.antwoord = () => undefined;

    expect(await vraag(maak({ totaalMs: 150 }))).toEqual({ soort: 'storing', oorzaak: 'time-out' });
    expect(server.ontvangen).toHaveLength(1);
  });

  it('hoort het niet als storing wanneer wie vroeg zelf ophoudt', async () => {
    const brp = maak({ pogingen: 1, naStoringen: 1 });
    const stop = new AbortController();
    server.antwoord = () => {
      stop.abort();
    };
    const afgebroken = await brp.raadpleeg({
      gemeenteCode: '0518',
      bsn: BSN,
      signal: stop.signal,
    });
    expect(afgebroken).toEqual({ soort: 'storing', oorzaak: 'afgebroken' });

    personen(PERSOON);
    expect(await vraag(brp)).toMatchObject({ soort: 'gevonden' });
  });

  it('wordt na vijf storingen een tijd niet gevraagd, en daarna met een enkele vraag geprobeerd', async () => {
    let nu = 0;
    const brp = maak({ pogingen: 1 }, () => nu);
    server.antwoord = (_, res) => {
      res.writeHead(502).end();
    };
    for (let keer = 0; keer < 5; keer += 1) await vraag(brp);

    expect(await vraag(brp)).toEqual({
      soort: 'storing',
      oorzaak: 'onderbroken',
      herhaalNaSeconden: 30,
    });
    expect(server.ontvangen).toHaveLength(5);
    nu = 30_000;
    personen(PERSOON);
    expect(await vraag(brp)).toMatchObject({ soort: 'gevonden' });
  });
});

describe('de BRP per gemeente', () => {
  it('staat uit voor wie haar niet heeft aangezet', async () => {
    expect(await maak().raadpleeg({ gemeenteCode: '0344', bsn: BSN })).toEqual({ soort: 'uit' });
    expect(server.ontvangen).toHaveLength(0);
  });

  it.each([
    ['0518', 'http://brp.example'],
    ['0518', 'geen adres'],
    ['GM0518', 'https://brp.example'],
  ])('start niet met gemeente %s op %s', (code, basisUrl) => {
    const gemeenten = new Map([[code, { basisUrl }]]);

    expect(() => new BrpHttpAdapter({ gemeenten, grenzen: STANDAARD_BRP_GRENZEN })).toThrow(
      'BRP-configuratie',
    );
  });
});
