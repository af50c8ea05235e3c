// Real: the simulator with both listeners, its state file, the example scenarios of the repository,
// notifications over mTLS. Fake: the gemeente, a listener that answers events as one would.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Stand } from '#apps/ketensimulator/src/scenario/speler.js';

import {
  BSN,
  GEMEENTE,
  maakPersoon,
  startGemeente,
  startOpstelling,
  type Gemeente,
  type Opstelling,
} from './opstelling.js';

const MAP = 'apps/ketensimulator/scenarios';
const voorbeeld = (naam: string): Scenario =>
  JSON.parse(readFileSync(join(MAP, `${naam}.json`), 'utf8')) as Scenario;

interface Scenario {
  personen: Record<string, unknown>[];
  stappen: Record<string, unknown>[];
  [naam: string]: unknown;
}

const klein = (stappen: object[], persoon: object = {}): object => ({
  versie: 1,
  titel: 'Proef',
  begin: '2026-05-04T08:00:00Z',
  personen: [{ sleutel: 'een', bsn: BSN, gemeenteOin: GEMEENTE, ...persoon }],
  stappen,
});

let gemeente: Gemeente;
let opstelling: Opstelling;
let map: string;
const start = () =>
  startOpstelling({ notificatieUrl: gemeente.url, bestand: join(map, 'toestand.json') });
beforeEach(async () => {
  map = mkdtempSync(join(tmpdir(), 'scenario-'));
  gemeente = await startGemeente();
  opstelling = await start();
});
afterEach(async () => {
  await opstelling.stop();
  await gemeente.sluit();
  rmSync(map, { recursive: true });
});

const laad = (scenario: unknown) => opstelling.beheer('POST', '/scenario', scenario);
const stand = async () =>
  (await opstelling.beheer('GET', '/scenario')).body as unknown as Stand & { status: string };
/** Loads by the management port and waits until it is over. */
const speel = async (scenario: unknown): Promise<Stand> => {
  expect(await laad(scenario)).toMatchObject({ status: 201, body: { status: 'speelt' } });
  await opstelling.simulator.speler.speel();
  return stand();
};
const ids = () => gemeente.ontvangen.map(({ body }) => body.gebeurtenisId);
const nietVoldaan = ({ stappen }: Stand) =>
  stappen.filter(({ status }) => status !== 'gedaan').map(({ nr, uitleg }) => [nr, uitleg]);

/** The gemeente answers an event with calls to DUO about the same person. */
const reageer = (
  bij: Partial<Record<string, (bsn: string) => Promise<unknown>>>,
): Gemeente['antwoordMet'] => {
  return async ({ body }) => {
    await bij[body.gebeurtenisId]?.(body.bsn ?? '');
    return 201;
  };
};
const duo = (methode: string, pad: string, body?: unknown) => (bsn: string) =>
  opstelling.duo(methode, `/personen/${bsn}/${pad}`, body);
const na =
  (...stappen: ((bsn: string) => Promise<unknown>)[]) =>
  async (bsn: string): Promise<void> => {
    for (const stap of stappen) await stap(bsn);
  };
const pip = (dagtekeningPip: string) =>
  duo('POST', 'PIP', { dagtekeningPip, leerroute: 'B', niveau: 'B1' });

describe('scenario uit een bestand', () => {
  it('speelt de asielstatushouder met alle verwachtingen vervuld', async () => {
    gemeente.antwoordMet = reageer({
      SS139: na(duo('GET', 'inburgeringsplicht'), pip('2026-06-01')),
      SS102: duo('POST', 'Inburgeringsaanbod/0000000001', {
        datumInburgeringsaanbod: '2026-06-08',
        indicatorAlfabetiseringsonderwijs: 'NVT',
      }),
      SS199: na(
        duo('PUT', 'pvt', { datumOndertekeningPvt: '2026-12-01' }),
        duo('PUT', 'map', { datumEindgesprekMap: '2027-10-01' }),
      ),
    });
    const gespeeld = await speel(voorbeeld('asielstatushouder-b1'));
    expect([gespeeld.status, nietVoldaan(gespeeld)]).toEqual(['klaar', []]);
    expect(ids()).toEqual(['SS101', 'SS139', 'SS102', 'SS199', 'SS106']);
  });

  it('noemt de verwachtingen die niet uitkomen als de gemeente niets doet', async () => {
    const scenario = voorbeeld('asielstatushouder-b1');
    for (const { verwacht, bezorgd } of scenario.stappen) {
      for (const deel of [verwacht, bezorgd]) Object.assign(deel ?? {}, { binnenSeconden: 0 });
    }
    const gespeeld = await speel(scenario);
    expect(nietVoldaan(gespeeld)).toEqual([
      [4, '0 keer gekomen, gevraagd minstens 1'],
      [5, '0 keer gekomen, gevraagd minstens 1'],
      [6, 'niet gestuurd'],
      [7, '0 keer gekomen, gevraagd minstens 1'],
      [9, '0 keer gekomen, gevraagd minstens 2'],
    ]);
    expect(gespeeld).toMatchObject({ status: 'klaar', gedaan: 6, nietVoldaan: 5 });
  });

  it('speelt de gezinsmigrant: SS126 komt vanzelf, daarna komt het PIP', async () => {
    gemeente.antwoordMet = reageer({
      SS126: pip('2026-11-17'),
      SS104: duo('GET', 'inburgeringstermijn'),
    });
    const gespeeld = await speel(voorbeeld('gezinsmigrant'));
    expect([gespeeld.status, nietVoldaan(gespeeld)]).toEqual(['klaar', []]);
    expect(ids()).toEqual(['SS101', 'SS126', 'SS102', 'SS104', 'SS106']);
  });

  it('speelt de storingen: dubbel, een dag 503, een weigering, verwisseld en weg', async () => {
    gemeente.antwoordMet = reageer({
      SS139: pip('2026-05-05'),
      SS137: pip('2026-05-05'),
      SS131: pip('2026-05-05'),
    });
    const gespeeld = await speel(voorbeeld('storingen'));
    expect([gespeeld.status, nietVoldaan(gespeeld)]).toEqual(['klaar', []]);
    expect(ids()).toEqual('SS101 SS101 SS139 SS137 SS131 SS102 SS104 SS103'.split(' '));
    expect(new Set(gemeente.ontvangen.slice(0, 2).map(({ berichtId }) => berichtId)).size).toBe(1);
    expect(gespeeld.stappen.at(-1)).toMatchObject({ wat: 'stuur', uitleg: 'vervallen' });
  });

  it('heeft van elk voorbeeld in de map een test', () => {
    expect(readdirSync(MAP).sort()).toEqual([
      'asielstatushouder-b1.json',
      'gezinsmigrant.json',
      'storingen.json',
    ]);
  });
});

describe('het verloop van een scenario', () => {
  it('wijzigt de stand bij DUO zonder gebeurtenis', async () => {
    const plicht = { redenGeenInburgeringsplicht: 'Overig', indicatorInburgeringsplicht: false };
    await speel(klein([{ opDag: 3, persoon: 'een', wijzig: { plicht } }]));
    const gelezen = await opstelling.duo('GET', `/personen/${BSN}/inburgeringsplicht`);
    expect(gelezen.body).toMatchObject({ ...plicht, wijzigingsdatum: '2026-05-07' });
    expect(ids()).toEqual([]);
  });

  it('doet de stappen op volgorde van tijd, en op één moment in die van het bestand', async () => {
    const gespeeld = await speel(
      klein([
        { op: '2026-05-09', persoon: 'een', stuur: 'SS199' },
        { opDag: 1, persoon: 'een', stuur: 'SS101' },
        { op: '2026-05-05T10:00:00+02:00', persoon: 'een', stuur: 'SS139' },
        { opDag: 4, persoon: 'een', stuur: 'SS137' },
      ]),
    );
    expect(gespeeld.stappen.map(({ nr, tijdstip }) => [nr, tijdstip])).toEqual([
      [2, '2026-05-05T08:00:00.000Z'],
      [3, '2026-05-05T08:00:00.000Z'],
      [4, '2026-05-08T08:00:00.000Z'],
      [1, '2026-05-09T09:00:00.000Z'],
    ]);
    expect(ids()).toEqual(['SS101', 'SS139', 'SS137', 'SS199']);
  });

  it('gaat verder na een stap die niet gedaan kan worden', async () => {
    const gespeeld = await speel(
      klein([
        { opDag: 0, persoon: 'een', wijzig: { lbt: { resultaten: null } } },
        { opDag: 1, persoon: 'een', stuur: 'SS131' },
        { opDag: 2, verwacht: { api: 'PIP', methode: 'POST', hoogstens: 0 } },
      ]),
    );
    expect(nietVoldaan(gespeeld)).toEqual([[2, 'de stap kon niet worden gedaan']]);
    expect(gespeeld).toMatchObject({ status: 'klaar', gedaan: 2 });
  });

  it('telt alleen aanroepen van deze persoon, met deze inhoud, sinds het begin', async () => {
    await maakPersoon(opstelling, { bsn: '999990020' });
    await opstelling.duo('GET', '/personen/999990020/PIP');
    const verwacht = { api: 'PIP', methode: 'GET', binnenSeconden: 0 };
    gemeente.antwoordMet = reageer({ SS101: pip('2026-05-04') });
    const gespeeld = await speel(
      klein([
        { opDag: 0, verwacht },
        { opDag: 0, persoon: 'een', stuur: 'SS101' },
        { opDag: 0, verwacht: { ...verwacht, methode: 'POST', bevat: { leerroute: 'Z' } } },
        { opDag: 0, verwacht: { ...verwacht, methode: 'POST', bevat: { leerroute: 'B' } } },
      ]),
    );
    expect(nietVoldaan(gespeeld).map(([nr]) => nr)).toEqual([1, 3]);
  });

  it('wacht op een aanroep die later komt, en laat zich dan afbreken en niet overnemen', async () => {
    const lang = klein([
      { opDag: 0, persoon: 'een', verwacht: { api: 'PIP', methode: 'GET' } },
      {
        opDag: 1,
        persoon: 'een',
        verwacht: { api: 'PIP', methode: 'DELETE', binnenSeconden: 600 },
      },
      { opDag: 2, persoon: 'een', stuur: 'SS101' },
    ]);
    expect((await laad(lang)).status).toBe(201);
    expect(
      (await laad(klein([{ opDag: 0, verwacht: { api: 'PIP', methode: 'GET' } }]))).status,
    ).toBe(409);
    await opstelling.duo('GET', `/personen/${BSN}/PIP`);
    const { body } = await opstelling.beheer('DELETE', '/scenario');
    expect(body).toMatchObject({
      status: 'gestopt',
      stappen: [{ status: 'gedaan' }, { status: 'wacht' }, { status: 'wacht' }],
    });
    expect(ids()).toEqual([]);
  });

  it('gaat na een herstart verder waar het was', async () => {
    const scenario = klein([
      { opDag: 0, persoon: 'een', stuur: 'SS101' },
      { opDag: 1, persoon: 'een', verwacht: { api: 'PIP', methode: 'GET', binnenSeconden: 600 } },
      { opDag: 2, persoon: 'een', stuur: 'SS139' },
    ]);
    await laad(scenario);
    const { staat } = opstelling.simulator;
    const bezorgd = () => staat.persoonMetBsn(BSN)?.notificaties[0]?.status === 'bezorgd';
    expect(await staat.wachtTot(bezorgd, AbortSignal.timeout(10_000))).toBe(true);
    await opstelling.stop();

    opstelling = await start();
    await laad(scenario);
    await opstelling.duo('GET', `/personen/${BSN}/PIP`);
    await opstelling.simulator.speler.speel();
    expect(nietVoldaan(await stand())).toEqual([]);
    expect(ids()).toEqual(['SS101', 'SS139']);
    expect((await laad(scenario)).body).toMatchObject({ status: 'klaar' });
  });

  it('kent zonder scenario geen verloop, en geeft altijd het schema', async () => {
    expect((await opstelling.beheer('GET', '/scenario')).status).toBe(404);
    expect((await opstelling.beheer('DELETE', '/scenario')).status).toBe(404);
    const { body } = await opstelling.beheer('GET', '/scenario/schema');
    expect(body).toMatchObject({ required: ['versie', 'titel', 'personen', 'stappen'] });
  });
});

describe('een scenario dat niet klopt', () => {
  const stuur = { opDag: 0, persoon: 'een', stuur: 'SS101' };
  const goed = klein([stuur]) as Scenario;

  it.each<[string, unknown, [string, RegExp]]>([
    ['een lijst', [], ['', /een object/]],
    ['een andere versie', { ...goed, versie: 2 }, ['/versie', /moet 1 zijn/]],
    ['zonder stappen', { ...goed, stappen: undefined }, ['', /stappen ontbreekt/]],
    [
      'geen moment',
      { ...goed, begin: '2026-05-04 08:00:00Z' },
      ['/begin', /tijdstip met tijdzone/],
    ],
    ['een vreemd veld', { ...goed, stapen: [] }, ['', /stapen bestaat niet/]],
    ['geen stap', klein([]), ['/stappen', /minstens 1/]],
    [
      'te veel stappen',
      klein(Array.from({ length: 1001 }, () => stuur)),
      ['/stappen', /hoogstens 1000/],
    ],
    [
      'een stap zonder dag',
      klein([{ persoon: 'een', stuur: 'SS101' }]),
      ['/stappen/0', /opDag, op/],
    ],
    ['dag en datum', klein([{ ...stuur, op: '2026-06-01' }]), ['/stappen/0', /precies één/]],
    [
      'twee handelingen',
      klein([stuur, { ...stuur, wijzig: { map: null } }]),
      ['/stappen/1', /stuur/],
    ],
    ['een dag als tekst', klein([{ ...stuur, opDag: '1' }]), ['/stappen/0/opDag', /geheel getal/]],
    [
      'een dag die niet bestaat',
      klein([{ op: '2026-02-30', persoon: 'een', stuur: 'SS101' }]),
      ['/stappen/0/op', /bestaande datum/],
    ],
    [
      'een dag voor het begin',
      klein([{ op: '2026-05-03', persoon: 'een', stuur: 'SS101' }]),
      ['/stappen/0/op', /voor het begin/],
    ],
    ['niemand', klein([{ ...stuur, persoon: 'twee' }]), ['/stappen/0/persoon', /heeft niemand/]],
    ['een event zonder persoon', klein([{ opDag: 0, stuur: 'SS101' }]), ['/stappen/0', /persoon/]],
    ['een kort bsn', klein([stuur], { bsn: '123' }), ['/personen/0/bsn', /juiste vorm/]],
    [
      'niet bij te werken',
      klein([{ ...stuur, bijwerken: { bsn: BSN } }]),
      ['/stappen/0/bijwerken', /bsn/],
    ],
    [
      'weg wat DUO altijd heeft',
      klein([{ opDag: 0, persoon: 'een', wijzig: { plicht: null } }]),
      ['/stappen/0/wijzig/plicht', /een object/],
    ],
    [
      'een storing die niet bestaat',
      klein([{ opDag: 0, storing: { soort: 'brand' } }]),
      ['/stappen/0/storing/soort', /een van weiger/],
    ],
    [
      'minder dan minstens',
      klein([{ opDag: 0, verwacht: { api: 'PIP', methode: 'GET', minstens: 2, hoogstens: 1 } }]),
      ['/stappen/0/verwacht/hoogstens', /minder dan minstens/],
    ],
    [
      'dezelfde sleutel',
      { ...goed, personen: [goed.personen[0], { ...goed.personen[0], bsn: '999990020' }] },
      ['/personen/1/sleutel', /twee keer/],
    ],
  ])('wordt geweigerd met de plaats: %s', async (_, scenario, [pad, reden]) => {
    const { status, body } = await laad(scenario);
    expect(status).toBe(400);
    expect(body.fouten).toContainEqual({ pad, fout: expect.stringMatching(reden) as string });
    expect(body.fout).toEqual(expect.stringContaining(pad));
    expect((await opstelling.beheer('POST', '/personen/_zoek', { bsn: BSN })).status).toBe(404);
  });

  it('is te groot boven 256 kB', async () => {
    const vol = klein([{ ...stuur, bijwerken: { plicht: { x: 'x'.repeat(300_000) } } }]);
    expect((await laad(vol)).body.fout).toMatch(/groter dan 256 kB/);
  });

  it('laat bestaande personen met rust en maakt de andere dan ook niet', async () => {
    await maakPersoon(opstelling);
    const ander = { sleutel: 'ander', bsn: '999990020', gemeenteOin: GEMEENTE };
    const { body } = await laad({ ...goed, personen: [ander, goed.personen[0]] });
    expect(body.fouten).toEqual([
      { pad: '/personen/1/bsn', fout: 'is in de simulator al van iemand' },
    ]);
    expect((await opstelling.beheer('POST', '/personen/_zoek', { bsn: ander.bsn })).status).toBe(
      404,
    );
  });

  it('noemt geen waarde uit het bestand in de fout', async () => {
    const { body } = await laad(klein([stuur], { bsn: '99999001X', naam: 7 }));
    expect(JSON.stringify(body)).not.toContain('99999001X');
  });
});
