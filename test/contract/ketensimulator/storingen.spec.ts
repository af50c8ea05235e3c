// Real: the simulator over mTLS. Fake: the gemeente's listener, certificates, persons.
import {
  ANDER_BSN,
  BSN,
  maakPersoon,
  startGemeente,
  startOpstelling,
  type Opstelling,
} from './opstelling.js';

const PIP = { dagtekeningPip: '2026-05-11', leerroute: 'B', niveau: 'B1' };

describe('storingen op bestelling', () => {
  let opstelling: Opstelling;
  let id: string;
  beforeEach(async () => {
    opstelling = await startOpstelling();
    id = await maakPersoon(opstelling);
  });
  afterEach(() => opstelling.stop());

  const stel = (...storingen: object[]) => opstelling.beheer('PUT', '/storingen', storingen);
  const post = (bsn = BSN) => opstelling.duo('POST', `/personen/${bsn}/PIP`, PIP);
  const leesPip = async () => (await opstelling.duo('GET', `/personen/${BSN}/PIP`)).status;

  it('weigert zo vaak als gevraagd met de gekozen tekst en verwerkt dan niets', async () => {
    await stel({ soort: 'weiger', api: 'PIP', methode: 'POST', aantal: 1, tekst: 'Nu even niet.' });
    expect(await post()).toMatchObject({ status: 403, body: [{ fouttekst: 'Nu even niet.' }] });
    expect(await leesPip()).toBe(404);
    expect((await post()).status).toBe(201);
  });

  it('is onbereikbaar tot de lijst leeg is', async () => {
    await stel({ soort: '503', api: 'PIP', retryAfterS: 30 });
    const antwoord = await post();
    expect([antwoord.status, antwoord.koppen['retry-after']]).toEqual([503, '30']);
    expect((await post()).status).toBe(503);
    await stel();
    expect((await post()).status).toBe(201);
  });

  it('is een uur lang onbereikbaar op de klok van de persoon, en daarna niet meer', async () => {
    await stel({ soort: '503', persoon: id, tot: '2026-05-04T09:30:00Z' });
    expect((await post()).status).toBe(503);
    const zetKlok = (tijdstip: string) =>
      opstelling.beheer('PUT', `/personen/${id}/klok`, { tijdstip });
    await zetKlok('2026-05-04T09:00:00Z');
    expect((await post()).status).toBe(503);
    await zetKlok('2026-05-04T09:30:00Z');
    expect((await post()).status).toBe(201);
  });

  it('laat een notificatie na de volgende komen, elke één keer', async () => {
    const gemeente = await startGemeente();
    const eigen = await startOpstelling({ notificatieUrl: gemeente.url });
    try {
      const wie = await maakPersoon(eigen);
      await eigen.beheer('PUT', '/storingen', [{ soort: 'verwissel' }]);
      for (const gebeurtenisId of ['SS101', 'SS139', 'SS137', 'SS131', 'SS199']) {
        await eigen.beheer('POST', `/personen/${wie}/gebeurtenissen`, { gebeurtenisId });
      }
      const ids = () => gemeente.ontvangen.map(({ body }) => body.gebeurtenisId);
      expect(ids()).toEqual(['SS139', 'SS101', 'SS131', 'SS137']);
      await eigen.beheer('POST', `/personen/${wie}/notificaties/_opnieuw`);
      expect(ids().slice(4)).toEqual(['SS199']);
    } finally {
      await eigen.stop();
      await gemeente.sluit();
    }
  });

  it('verbreekt na verwerking: geen antwoord, wel geregistreerd', async () => {
    await stel({ soort: 'verbreek-na-verwerking', api: 'PIP', methode: 'POST', aantal: 1 });
    await expect(post()).rejects.toThrow();
    expect(await leesPip()).toBe(200);
  });

  it('breekt halverwege een antwoord af', async () => {
    await stel({ soort: 'half-antwoord', api: 'Inburgeringsplicht', aantal: 1 });
    const lees = () => opstelling.duo('GET', `/personen/${BSN}/inburgeringsplicht`);
    await expect(lees()).rejects.toThrow();
    expect((await lees()).status).toBe(200);
  });

  it('vertraagt een antwoord', async () => {
    await stel({ soort: 'vertraag', api: 'PIP', vertragingMs: 300, aantal: 1 });
    const begin = performance.now();
    await post();
    expect(performance.now() - begin).toBeGreaterThan(290);
  });

  it('treft alleen de gekozen persoon', async () => {
    await maakPersoon(opstelling, { bsn: ANDER_BSN });
    await stel({ soort: '503', persoon: id });
    expect([(await post()).status, (await post(ANDER_BSN)).status]).toEqual([503, 201]);
  });

  it('geeft een status naar keuze', async () => {
    await stel({ soort: 'status', status: 429, aantal: 1 });
    const { status } = await opstelling.duo('GET', '/instellingen', undefined, {
      koppen: { 'x-proef': '1' },
    });
    expect(status).toBe(429);
  });

  /** Answers that are wrong on purpose are not held against DUO's files. */
  const BEDORVEN = { koppen: { 'x-proef': '1' } };
  const leesPlicht = () =>
    opstelling.duo('GET', `/personen/${BSN}/inburgeringsplicht`, undefined, BEDORVEN);
  const PLICHT = { api: 'Inburgeringsplicht', aantal: 1 };

  it('kapt de JSON van een antwoord af terwijl de verbinding heel blijft', async () => {
    await stel({ ...PLICHT, soort: 'afgekapt' });
    await expect(leesPlicht()).rejects.toThrow(SyntaxError);
    expect((await leesPlicht()).status).toBe(200);
  });

  it('antwoordt met een pagina in plaats van JSON', async () => {
    await stel({ ...PLICHT, soort: 'geen-json' });
    await expect(leesPlicht()).rejects.toThrow(SyntaxError);
  });

  it('zet een waarde in een antwoord, ook in een veld dat DUO niet kent', async () => {
    await post();
    await stel(
      { soort: 'ander-veld', api: 'PIP', aantal: 1, veld: 'pip.leerroute', waarde: 'Q' },
      { soort: 'ander-veld', api: 'PIP', aantal: 1, veld: 'wijk', waarde: 'Noord' },
    );
    const lees = () => opstelling.duo('GET', `/personen/${BSN}/PIP`, undefined, BEDORVEN);
    expect((await lees()).body).toMatchObject({ pip: { leerroute: 'Q', niveau: 'B1' } });
    expect((await lees()).body).toMatchObject({ wijk: 'Noord', pip: { leerroute: 'B' } });
    expect((await lees()).body).toMatchObject({ pip: { leerroute: 'B' } });
  });

  it('geeft een antwoord pas later, met wat DUO wist toen de vraag kwam', async () => {
    await stel({ ...PLICHT, soort: 'antwoord-later', vertragingMs: 1_000 });
    const oud = leesPlicht();
    while (JSON.stringify(await opstelling.beheer('GET', '/storingen')).includes('"aantal":1'));
    await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, { gebeurtenisId: 'SS110' });
    const nieuw = await leesPlicht();
    const plichtig = { indicatorInburgeringsplicht: true };
    expect((await oud).body).toMatchObject(plichtig);
    expect(nieuw.body).not.toMatchObject(plichtig);
  });

  it.each([[{}], [[{ soort: 'brand' }]], [[{ soort: '503', aantall: 1 }]]])(
    'weigert een onleesbare storing: %j',
    async (body) => {
      expect((await opstelling.beheer('PUT', '/storingen', body)).status).toBe(400);
    },
  );
});
