// Real: PostgreSQL with its roles, the door, the core, the client of the BRP over HTTP, the rounds of the worker. Fake:
// keys in memory; the BRP is a server on this machine that answers as told. The rhythm and waits are set back by hand.
import type { ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STANDAARD_BRP_GRENZEN } from '#adapters/brp/brp-configuratie.js';
import { BrpHttpAdapter } from '#adapters/brp/brp-http.adapter.js';
import { brpGemeenten, raadpleegRonde } from '#apps/worker/src/brp.js';
import { BrpSysteem } from '#dossier/brp.js';
import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { takenVan } from '#domain/traject/overzicht.js';
import type { Toestand } from '#domain/traject/toestand.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';
import {
  GEMEENTE,
  maakOpstelling,
  open,
  openVraag,
  verwerkVraag,
  type Opstelling,
} from '../dossier/opstelling.js';

interface Regel {
  readonly actie: string;
  readonly resultaat: string;
  readonly reden: string;
}

let o: Opstelling;
let server: NagebootsteServer;
let brp: BrpHttpAdapter;
let logregels: Regel[];
/** Everything that was logged or kept of a question, to look for a number in. */
let sporen: string[];

beforeAll(async () => {
  o = await maakOpstelling();
});

beforeEach(async () => {
  server = await startNagebootsteServer();
  logregels = [];
  sporen = [];
  brp = new BrpHttpAdapter({
    gemeenten: new Map([[GEMEENTE.code, { basisUrl: server.url }]]),
    grenzen: { ...STANDAARD_BRP_GRENZEN, totaalMs: 300, wachtMs: 1, pogingen: 2, naStoringen: 99 },
  });
  // Each test asks about its own journey only.
  await o.vraag('DELETE FROM brp_raadpleging');
  await o.vraag('UPDATE route SET open = false');
});

afterEach(async () => {
  await brp.close();
  await server.close();
});

afterAll(() => o.stop());

type Plek = Awaited<ReturnType<typeof open>>;

const log = {
  warn: (regel: object): void => {
    bewaar(regel);
  },
  error: (regel: object): void => {
    bewaar(regel);
  },
};
function bewaar(regel: object): void {
  logregels.push(regel as Regel);
  sporen.push(JSON.stringify(regel));
}

async function ronde(aan: readonly string[] = [GEMEENTE.code]): Promise<number> {
  const systeem = new BrpSysteem(o.systeem, aan);
  await systeem.plan(50);
  return raadpleegRonde({ systeem, dossier: o.dossier, brp, log });
}

/** As if the wait or the rhythm were over. */
async function laatWachten(): Promise<void> {
  await o.vraag('UPDATE brp_raadpleging SET volgende_tijdstip = clock_timestamp()');
}

/** What the BRP answers: `persoon` as its file has it, or a status. */
function antwoordt(persoon: object | null, bsn: string): void {
  server.antwoord = (_, res) => {
    const personen = persoon === null ? [] : [{ burgerservicenummer: bsn, ...persoon }];
    geef(res, 200, JSON.stringify({ type: 'RaadpleegMetBurgerservicenummer', personen }));
  };
}
function geef(res: ServerResponse, status: number, body: string, koppen = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...koppen }).end(body);
}
const dag = (datum: string) => ({ type: 'Datum', datum });

async function rij(trajectId: string) {
  const [gevonden] = await o.vraag<{ status: string; poging: number; reden: string | null }>(
    `SELECT status, poging, reden, volgende_tijdstip > clock_timestamp() + interval '6 days' AS ritme
       FROM brp_raadpleging WHERE traject_id = $1`,
    [trajectId],
  );
  return gevonden;
}

async function toestand(plek: Plek): Promise<Toestand> {
  return (await o.dossier.leesToestand(plek))!.toestand;
}

async function doe(plek: Plek, opdracht: Opdracht): Promise<void> {
  const { soort } = await o.dossier.verwerk(verwerkVraag(plek.trajectId, opdracht));
  expect(soort).toBe('gedaan');
}

describe('de BRP in een traject', () => {
  it('legt een inschrijving vast, met de BRP als bron in het journaal, en vraagt pas een week later weer', async () => {
    const plek = await open(o);
    antwoordt(
      {
        gemeenteVanInschrijving: { code: GEMEENTE.code },
        datumInschrijvingInGemeente: dag('2026-02-03'),
      },
      plek.persoon.bsn!,
    );

    expect(await ronde()).toBe(1);

    expect((await toestand(plek)).brpInschrijving?.op).toBe('2026-02-03');
    const posten = await o.dossier.leesJournaal({
      ...plek,
      vanafNr: 1,
      limiet: 100,
      metMedisch: false,
    });
    expect(posten).toContainEqual(
      expect.objectContaining({
        soort: 'brpInschrijvingVastgelegd',
        actor: { soort: 'keten', id: 'BRP' },
      }),
    );
    expect(await rij(plek.trajectId)).toEqual({
      status: 'gelukt',
      poging: 0,
      reden: null,
      ritme: true,
    });
    expect(await ronde()).toBe(0);
    expect(server.ontvangen).toHaveLength(1);
  });

  it('maakt een taak van een andere dag dan de medewerker vastlegde, en laat die dag staan', async () => {
    const plek = await open(o);
    await doe(plek, { soort: 'legBrpInschrijvingVast', ingeschrevenOp: naarDatum('2026-01-20') });
    antwoordt(
      {
        gemeenteVanInschrijving: { code: GEMEENTE.code },
        datumInschrijvingInGemeente: dag('2026-02-03'),
      },
      plek.persoon.bsn!,
    );

    await ronde();

    const na = await toestand(plek);
    expect(na.brpInschrijving?.op).toBe('2026-01-20');
    expect(na.brp?.open).toMatchObject([{ veld: 'inschrijving', ons: '2026-01-20' }]);
    expect(takenVan(na).map(({ soort }) => soort)).toContain('brp-verschillen-behandelen');
  });

  it.each<[string, object | null, object]>([
    [
      'een verhuizing naar een andere gemeente',
      { gemeenteVanInschrijving: { code: '0518' }, datumInschrijvingInGemeente: dag('2026-05-01') },
      { veld: 'gemeente', ons: GEMEENTE.code, brp: '0518' },
    ],
    ['een overlijden', { overlijden: { datum: dag('2026-05-02') } }, { veld: 'overlijden' }],
    ['iemand die de BRP niet kent', null, { veld: 'persoon', voorstel: 'nummer-controleren' }],
  ])('maakt een taak van %s', async (_wat, persoon, verwacht) => {
    const plek = await open(o);
    await doe(plek, { soort: 'legBrpInschrijvingVast', ingeschrevenOp: naarDatum('2026-01-20') });
    antwoordt(persoon, plek.persoon.bsn!);

    await ronde();

    const { brp: stand, brpInschrijving, plichtEinde } = await toestand(plek);
    expect(stand?.open).toMatchObject([verwacht]);
    expect([brpInschrijving?.op, plichtEinde]).toEqual(['2026-01-20', null]);
    expect((await rij(plek.trajectId))?.status).toBe('gelukt');
  });

  it.each<[string, (res: ServerResponse, bsn: string) => void, string]>([
    [
      '400',
      (res) => {
        geef(res, 400, '{}');
      },
      'ons-defect: de BRP antwoordt 400',
    ],
    [
      '403',
      (res) => {
        geef(res, 403, '{}');
      },
      'niet-geautoriseerd',
    ],
    [
      'gebroken JSON',
      (res, bsn) => {
        geef(res, 200, `{"personen": [{"bsn": "${bsn}"`);
      },
      'onbegrijpelijk: antwoord: geen geldige JSON',
    ],
    [
      'een ander antwoord dan gevraagd',
      (res) => {
        geef(res, 200, '{"type":"Anders"}');
      },
      'onbegrijpelijk',
    ],
  ])(
    'is na %s klaar met een eind dat een mens ziet, en verandert niets',
    async (_wat, antwoord, reden) => {
      const plek = await open(o);
      server.antwoord = (_, res) => {
        antwoord(res, plek.persoon.bsn!);
      };
      const { nr } = await toestand(plek);

      await ronde();

      expect(await rij(plek.trajectId)).toMatchObject({ status: 'mislukt', ritme: true });
      expect((await rij(plek.trajectId))?.reden).toContain(reden);
      expect(logregels).toMatchObject([{ actie: 'brp', resultaat: 'mislukt' }]);
      expect((await toestand(plek)).nr).toBe(nr);
      const [kop] = await o.vraag('SELECT * FROM brp_raadpleging');
      expect([...sporen, JSON.stringify(kop)].join()).not.toContain(plek.persoon.bsn!);
    },
  );

  it.each<[string, (res: ServerResponse) => void, string]>([
    [
      '503',
      (res) => {
        geef(res, 503, '');
      },
      'storing:http:503',
    ],
    ['een time-out', () => undefined, 'storing:time-out'],
    [
      'een verbinding die breekt',
      (res) => {
        res.destroy();
      },
      'storing:verbinding',
    ],
  ])(
    'probeert het na %s later weer, en geeft het na veertien keer op',
    async (_wat, antwoord, reden) => {
      const plek = await open(o);
      server.antwoord = (_, res) => {
        antwoord(res);
      };

      await ronde();
      expect(await rij(plek.trajectId)).toMatchObject({ status: 'gevraagd', poging: 1, reden });
      expect(await ronde()).toBe(0);

      await o.vraag('UPDATE brp_raadpleging SET poging = 13');
      await laatWachten();
      await ronde();
      expect(await rij(plek.trajectId)).toMatchObject({ status: 'mislukt', poging: 0, reden });
      expect(logregels.map(({ resultaat }) => resultaat)).toEqual(['later', 'mislukt']);
      expect(sporen.join()).not.toContain(plek.persoon.bsn!);
    },
  );

  it('wacht zo lang als de BRP vraagt', async () => {
    const { trajectId } = await open(o);
    server.antwoord = (_, res) => {
      geef(res, 429, '', { 'retry-after': '3600' });
    };

    await ronde();

    const [wacht] = await o.vraag<{ lang: boolean }>(
      `SELECT volgende_tijdstip > clock_timestamp() + interval '50 minutes' AS lang
         FROM brp_raadpleging WHERE traject_id = $1`,
      [trajectId],
    );
    expect(wacht).toEqual({ lang: true });
  });

  it('vraagt niets als de gemeente de BRP niet aan heeft staan', async () => {
    await open(o);

    expect(await ronde([])).toBe(0);
    expect(await ronde(['0518'])).toBe(0);
    expect(server.ontvangen).toEqual([]);
    expect(await o.vraag('SELECT * FROM brp_raadpleging')).toEqual([]);
  });

  it('vraagt niets over een proeftraject of een traject dat gesloten is', async () => {
    await open(o, { proef: true });
    const plek = await open(o);
    antwoordt(null, plek.persoon.bsn!);
    await ronde();
    expect(server.ontvangen).toHaveLength(1);

    await o.vraag('UPDATE route SET open = false');
    await laatWachten();
    expect(await ronde()).toBe(0);
  });

  it('slaat over van wie het nummer nog niet bekend is, zonder dat een beheerder daarvan hoort', async () => {
    const vraag = openVraag();
    const persoon = { ...vraag.opdracht.persoon, bsn: null };
    const uitkomst = await o.dossier.open({
      ...vraag,
      opdracht: { ...vraag.opdracht, persoon },
      vervolg: [],
    });
    if (uitkomst.soort !== 'gedaan') throw new Error(uitkomst.soort);

    await ronde();

    expect(await rij(uitkomst.trajectId)).toMatchObject({
      status: 'mislukt',
      reden: 'bsn-onbekend',
      ritme: false,
    });
    expect([server.ontvangen, logregels]).toEqual([[], []]);
  });

  it('meldt de beheerder een veld dat niemand verwachtte, en gaat door', async () => {
    const plek = await open(o);
    antwoordt(
      { gemeenteVanInschrijving: { code: GEMEENTE.code }, nieuwVeld: 1 },
      plek.persoon.bsn!,
    );

    await ronde();

    expect(await rij(plek.trajectId)).toMatchObject({ status: 'gelukt' });
    expect(logregels).toMatchObject([{ resultaat: 'afwijkend' }]);
    expect(sporen.join()).not.toContain(plek.persoon.bsn!);
  });

  it('noemt het nummer alleen in de inhoud van de vraag', async () => {
    const plek = await open(o);
    antwoordt(null, plek.persoon.bsn!);
    await ronde();

    const [vraag] = server.ontvangen;
    expect(vraag?.body).toContain(plek.persoon.bsn!);
    expect(vraag?.url).not.toContain(plek.persoon.bsn!);
  });
});

describe('de configuratie van de BRP', () => {
  it('staat uit zolang er geen map is, en leest per gemeente een bestand', () => {
    expect(brpGemeenten(undefined).size).toBe(0);
    const map = mkdtempSync(join(tmpdir(), 'brp-'));
    try {
      const inhoud = { basisUrl: 'https://brp.example/haalcentraal', koppen: { 'x-api-key': 'k' } };
      writeFileSync(join(map, '9003.json'), JSON.stringify(inhoud));
      writeFileSync(join(map, 'leesmij.txt'), 'niets');
      expect([...brpGemeenten(map)]).toEqual([['9003', inhoud]]);

      writeFileSync(join(map, '9004.json'), '{"koppen":{}}');
      expect(() => brpGemeenten(map)).toThrow('9004.json heeft een basisUrl nodig');
    } finally {
      rmSync(map, { recursive: true });
    }
  });
});
