// Real: the simulator's control side over HTTP and DUO's side over mTLS. Fake: persons.
import { leesInstellingen } from '#apps/ketensimulator/src/instellingen.js';

import {
  ANDER_BSN,
  BSN,
  DUO_OIN,
  GEMEENTE,
  maakPersoon,
  startOpstelling,
  type Opstelling,
} from './opstelling.js';

describe('beheerkant van de ketensimulator', () => {
  let opstelling: Opstelling;
  let id: string;
  beforeEach(async () => {
    opstelling = await startOpstelling();
    id = await maakPersoon(opstelling, { attentiesignalen: true });
  });
  afterEach(() => opstelling.stop());

  const duo = async (pad: string) => (await opstelling.duo('GET', `/personen/${BSN}/${pad}`)).body;
  const zetKlok = (tijdstip: string) =>
    opstelling.beheer('PUT', `/personen/${id}/klok`, { tijdstip });

  it('meldt aan voor de leerbaarheidstoets en geeft op het moment de uitslag', async () => {
    const { body } = await opstelling.beheer('POST', `/personen/${id}/lbt`, {
      examennummer: '4711',
      resultaat: 'B1-route niet haalbaar',
      resultaatTijdstip: '2026-05-20T10:00:00Z',
    });
    expect(body.verzonden).toMatchObject([{ gebeurtenisId: 'SS137' }]);
    expect(await duo('lbt/examennummer')).toEqual({ examennummer: '4711' });
    expect(await duo('lbt/resultaten')).toEqual([]);
    const later = await zetKlok('2026-05-20T11:00:00Z');
    expect(later.body.verzonden).toMatchObject([{ gebeurtenisId: 'SS131' }]);
    expect(await duo('lbt/resultaten')).toMatchObject([
      { resultaat: 'B1-route niet haalbaar', datumAfname: '2026-05-20' },
    ]);
  });

  it('registreert een examenuitslag met SS199 en telt de gratis poging af', async () => {
    const { body } = await opstelling.beheer('POST', `/personen/${id}/examenresultaten`, {
      onderdeel: 'KNM',
      resultaat: 'Gezakt',
    });
    expect(body.verzonden).toMatchObject([{ gebeurtenisId: 'SS199' }]);
    expect(await duo('examens/resultaten')).toMatchObject([
      { onderdeel: 'KNM', resultaat: 'Gezakt', examendatum: '2026-05-04' },
    ]);
    expect(await duo('examens/gratispogingen')).toContainEqual({
      onderdeel: 'KNM',
      gratisPogingenTegoed: 1,
    });
  });

  it('eindigt de plicht bij het diploma met alle onderdelen geslaagd', async () => {
    const { body } = await opstelling.beheer('POST', `/personen/${id}/diploma`);
    expect(body.verzonden).toMatchObject([{ gebeurtenisId: 'SS106' }]);
    expect(await duo('inburgeringsplicht')).toMatchObject({
      indicatorInburgeringsplicht: false,
      redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan',
      einddatum: '2026-05-04',
    });
    expect(await duo('examens/resultaten')).toHaveLength(5);
  });

  it('past eerst de wijziging toe en houdt de vorige stand in de historie', async () => {
    await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
      gebeurtenisId: 'SS110',
      bijwerken: { plicht: { redenGeenInburgeringsplicht: 'Verblijfsdoel gewijzigd' } },
    });
    expect(await duo('inburgeringsplicht')).toMatchObject({
      indicatorInburgeringsplicht: false,
      redenGeenInburgeringsplicht: 'Verblijfsdoel gewijzigd',
    });
    expect(await duo('inburgeringsplicht/historie')).toMatchObject([
      { indicatorInburgeringsplicht: true, begindatum: '2026-05-04' },
    ]);
  });

  it.each([
    [false, ['SS126']],
    [true, []],
  ])(
    'waarschuwt na tien weken met SS126 als er geen PIP is (PIP: %s)',
    async (metPip, verwacht) => {
      const PIP = { dagtekeningPip: '2026-05-11', leerroute: 'Z' };
      if (metPip) await opstelling.duo('POST', `/personen/${BSN}/PIP`, PIP);
      await zetKlok('2026-07-13T23:00:00Z');
      const { body } = await zetKlok('2026-07-15T00:00:00Z');
      expect(body.verzonden.map((n) => n.gebeurtenisId)).toEqual(verwacht);
    },
  );

  it('legt elk bericht vast zonder BSN in het pad en filtert op persoon, api en methode', async () => {
    await duo('PIP');
    await opstelling.duo('GET', '/instellingen');
    const lees = async (vraag: string) =>
      (await opstelling.beheer('GET', `/berichten${vraag}`)).body as unknown as object[];
    expect(await lees(`?persoon=${id}&api=PIP&methode=GET`)).toMatchObject([
      { pad: '/v1/personen/:bsn/PIP', status: 404, bron: GEMEENTE },
    ]);
    expect(await lees('')).toHaveLength(2);
    expect(JSON.stringify(await lees(''))).not.toContain(BSN);
  });

  it('vindt een persoon met het BSN in de body en niet in het pad', async () => {
    const gevonden = await opstelling.beheer('POST', '/personen/_zoek', { bsn: BSN });
    expect(gevonden.body.id).toBe(id);
    expect((await opstelling.beheer('GET', `/personen/${BSN}`)).status).toBe(404);
  });

  it('maakt een COA-profiel met de eigen gegevens en wat de aanroeper anders wil', async () => {
    const { status, body } = await opstelling.beheer('POST', '/coa-profielen', {
      persoonId: id,
      medisch: null,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      koppelingOp: '2026-05-03',
      persoon: { bsn: BSN, vNummer: '0012345678' },
      herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: '2026-05-04' },
    });
    expect(body).not.toHaveProperty('medisch');
  });

  it.each([
    ['POST', '/personen', {}, 400],
    ['POST', '/personen', { bsn: BSN, gemeenteOin: GEMEENTE }, 409],
    ['POST', '/personen', { bsn: ANDER_BSN, gemeenteOin: GEMEENTE, klok: 'morgen' }, 400],
    ['POST', '/personen', { bsn: ANDER_BSN, gemeenteOin: GEMEENTE, gemente: 1 }, 400],
    ['PUT', '/personen/ID/klok', {}, 400],
    ['POST', '/personen/ID/gebeurtenissen', { gebeurtenisId: 'ss101' }, 400],
    ['POST', '/personen/ID/gebeurtenissen', { gebeurtenisId: 'SS1', bijwerken: { x: 1 } }, 400],
    ['POST', '/personen/ID/examenresultaten', { onderdeel: 'XX' }, 400],
    ['GET', '/personen/onbekend', undefined, 404],
  ])('weigert %s %s met %j', async (methode, pad, body, status) => {
    const antwoord = await opstelling.beheer(methode, pad.replace('ID', id), body);
    expect(antwoord.status).toBe(status);
    expect(antwoord.body.fout).toEqual(expect.any(String));
  });

  it('start niet in productie en zegt welke instelling ontbreekt', () => {
    expect(() => leesInstellingen({ NODE_ENV: 'production' })).toThrow(/productie/);
    expect(() => leesInstellingen({})).toThrow(/SIMULATOR_DUO_OIN/);
    expect(() => leesInstellingen({ SIMULATOR_DUO_OIN: DUO_OIN })).toThrow(/SIMULATOR_TLS_CERT/);
  });
});
