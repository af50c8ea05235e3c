/**
 * A call that cannot be right never leaves the house, and dates and limits are turned at the edge.
 * Real: our client over real HTTP. Fake: the server.
 */
import fc from 'fast-check';
import type { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import { naarDatum, plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { AANROEP, BSN, duoClientVoor, GEMEENTE_OIN } from '#test/support/duo-client.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';

const dag = naarDatum('2026-02-27');
const aanbod = { indicatorAlfabetiseringsonderwijs: 'NVT' } as const;
const school = { instellingsnummer: '0000123456' };

describe('verzoek aan DUO', () => {
  let server: NagebootsteServer;
  let client: DuoHttpAdapter;

  beforeAll(async () => {
    server = await startNagebootsteServer();
    client = duoClientVoor(server.url, { grenzen: { naStoringen: 1_000_000 } });
  });
  beforeEach(() => {
    server.ontvangen.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });

  const antwoordt = (body: unknown): void => {
    server.antwoord = (_, antwoord): void => {
      antwoord.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    };
  };
  const laatsteBody = (): unknown => JSON.parse(server.ontvangen.at(-1)!.body);

  it.each<[string, (duo: DuoHttpAdapter['poort']) => Promise<unknown>]>([
    ['bsn: verkeerde vorm', (duo) => duo.haalPip({ ...AANROEP, bsn: '123/../4' })],
    ['bsn: verkeerde vorm', (duo) => duo.haalPip({ ...AANROEP, bsn: BSN.slice(1) })],
    ['berichtId: geen UUID', (duo) => duo.haalPip({ ...AANROEP, berichtId: 'abc' })],
    ['gemeenteOin: geen OIN', (duo) => duo.haalPip({ ...AANROEP, gemeenteOin: '0518' })],
    [
      'gemeenteOin: geen certificaat voor deze gemeente',
      (duo) => duo.haalPip({ ...AANROEP, gemeenteOin: GEMEENTE_OIN.replace('7000', '7001') }),
    ],
    [
      'instellingsnummer: verkeerde vorm',
      (duo) => duo.leverAanbod({ ...AANROEP, instellingsnummer: '12', body: aanbod }),
    ],
    [
      'id: verkeerde vorm',
      (duo) => duo.verwijderContactpersoon({ ...AANROEP, contactpersoonId: 100_000 }),
    ],
    [
      'body.uren: buiten bereik',
      (duo) => duo.zetUrenParticipatieAlsTaalles({ ...AANROEP, body: { uren: 10_000 } }),
    ],
    [
      'body.geschatteIntensiteitB1Route: buiten bereik',
      (duo) =>
        duo.leverPip({
          ...AANROEP,
          body: { dagtekeningPip: dag, leerroute: 'B', geschatteIntensiteitB1Route: 0 },
        }),
    ],
    [
      'body.verwijtbaar: ontbreekt',
      (duo) => duo.zetMap({ ...AANROEP, body: { datumEindgesprekMap: dag } as never }),
    ],
    [
      'body: onbekend veld opmerking',
      (duo) =>
        duo.zetZroute({ ...AANROEP, body: { datumAfrondingZroute: dag, opmerking: 'x' } as never }),
    ],
    [
      'body.telefoonnummer: verkeerde vorm',
      (duo) =>
        duo.maakContactpersoon({
          ...AANROEP,
          body: { naam: 'Noor', email: 'n@b.example', telefoonnummer: 'bel mij' },
        }),
    ],
  ])('verlaat het huis niet: %s', async (details, roep) => {
    expect(await roep(client.poort)).toEqual({ soort: 'ons-defect', details, afwijkingen: [] });
    expect(server.ontvangen).toHaveLength(0);
  });

  it('laat bij intrekken het veld weg', async () => {
    antwoordt({});
    const body = { datumEindgesprekMap: null, verwijtbaar: null };
    await client.poort.zetMap({ ...AANROEP, body });
    expect(laatsteBody()).toEqual({});
  });

  it('stuurt als einde van de opleiding de dag na de laatste dag', async () => {
    await client.poort.leverAanbod({
      ...AANROEP,
      ...school,
      body: { ...aanbod, verwachteEinddatumOpleiding: naarDatum('2027-12-31') },
    });
    expect(laatsteBody()).toEqual({ ...aanbod, verwachteEinddatumOpleiding: '2028-01-01' });
  });

  it('leest de laatste dag van de inburgeringstermijn uit de dag erna, ook in een schrikkeljaar', async () => {
    antwoordt({ startdatum: '2025-03-01', einddatum: '2028-03-01' });
    expect(await client.poort.haalTermijn(AANROEP)).toMatchObject({
      soort: 'gelukt',
      waarde: { startdatum: '2025-03-01', einddatum: '2028-02-29' },
    });
  });

  it('laat de einddatum van plicht en vrijstelling staan, want die is al de laatste dag', async () => {
    antwoordt({ indicatorInburgeringsplicht: false, einddatum: '2026-06-30' });
    expect(await client.poort.haalInburgeringsplicht(AANROEP)).toMatchObject({
      waarde: { einddatum: '2026-06-30' },
    });
    const tijdelijk = { oordeel: 'Toekenning', reden: 'OPL', einddatum: '2027-07-31' };
    antwoordt([{ TijdelijkeVrijstelling: tijdelijk }]);
    expect(await client.poort.haalVrijstellingen(AANROEP)).toMatchObject({
      waarde: [{ tijdelijkeVrijstelling: { einddatum: '2027-07-31' } }],
    });
  });

  it('leest tot en met welke dag de uren bekend zijn', async () => {
    antwoordt([{ gemeentecode: '0518', bekendTot: '2026-01-01' }]);
    expect(await client.poort.haalUren(AANROEP)).toMatchObject({
      waarde: [{ gemeentecode: '0518', bekendTotEnMet: '2025-12-31' }],
    });
  });

  it('weigert een inburgeringstermijn die eindigt voor hij begint', async () => {
    antwoordt({ startdatum: '2025-03-01', einddatum: '2025-03-01' });
    expect(await client.poort.haalTermijn(AANROEP)).toMatchObject({ soort: 'onbegrijpelijk' });
  });

  it.each([
    ['62,50', 62.5],
    ['0,07', 0.07],
    ['100,00', 100],
    ['8,29', 8.29],
  ])('leest score %s met een decimale komma', async (tekst, getal) => {
    const rij = { resultaat: 'Onbekend', benodigdeScore: tekst, datumAfname: dag };
    antwoordt([{ ...rij, behaaldeScore: tekst }]);
    expect(await client.poort.haalLbtResultaten(AANROEP)).toMatchObject({
      waarde: [{ behaaldeScore: getal, benodigdeScore: getal }],
    });
  });

  it.each(['62.50', '62', '62,5', '1000,00', ' 62,50', 62.5])('weigert score %p', async (score) => {
    const rij = { resultaat: 'Onbekend', benodigdeScore: '1,00', datumAfname: dag };
    antwoordt([{ ...rij, behaaldeScore: score }]);
    expect(await client.poort.haalLbtResultaten(AANROEP)).toMatchObject({
      soort: 'onbegrijpelijk',
      reden: 'antwoord[0].behaaldeScore: geen score',
    });
  });

  it('krijgt elke laatste dag die het stuurt bij teruglezen weer terug', async () => {
    const begin = naarDatum('2024-01-01');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4_000 }), async (dagen) => {
        const einde: IsoDatum = plusDagen(begin, dagen);
        const body = { ...aanbod, verwachteEinddatumOpleiding: einde };
        await client.poort.leverAanbod({ ...AANROEP, ...school, body });
        const { verwachteEinddatumOpleiding } = laatsteBody() as Record<string, string>;
        antwoordt({ startdatum: begin, einddatum: verwachteEinddatumOpleiding });
        expect(await client.poort.haalTermijn(AANROEP)).toMatchObject({
          waarde: { einddatum: einde },
        });
      }),
      { numRuns: 60 },
    );
  });
});
