// Real: the simulator and its deliveries over mTLS. Fake: the gemeente's listener, certificates.
import { metSpecificaties } from '#test/support/keten-specificaties.js';

import { notificatieKlopt } from './duo-bestanden.js';
import {
  ANDERE_GEMEENTE,
  BSN,
  DUO_OIN,
  GEMEENTE,
  maakPersoon,
  startGemeente,
  startOpstelling,
  type Gemeente,
  type Ontvangen,
  type Opstelling,
} from './opstelling.js';

describe('notificaties van de ketensimulator', () => {
  let gemeente: Gemeente;
  let opstelling: Opstelling;
  beforeEach(async () => {
    gemeente = await startGemeente();
    opstelling = await startOpstelling({ notificatieUrl: gemeente.url, maxPogingen: 4 });
  });
  afterEach(async () => {
    await opstelling.stop();
    await gemeente.sluit();
  });

  const stuur = (id: string, gebeurtenisId: string) =>
    opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, { gebeurtenisId });
  const ids = () => gemeente.ontvangen.map(({ body }) => body.gebeurtenisId);
  /** Resolves when the gemeente has answered this many notifications. */
  const naAantal = (aantal: number, antwoord: (ontvangen: Ontvangen) => number) =>
    new Promise<void>((klaar) => {
      gemeente.antwoordMet = (ontvangen) => {
        if (gemeente.ontvangen.length === aantal) klaar();
        return antwoord(ontvangen);
      };
    });

  it('stuurt een notificatie met het certificaat en de koppen van DUO', async () => {
    await stuur(await maakPersoon(opstelling), 'SS139');
    const [ontvangen] = gemeente.ontvangen;
    expect(ontvangen).toMatchObject({ bron: DUO_OIN, doel: GEMEENTE, certificaatOin: DUO_OIN });
    expect(ontvangen?.berichtId).toMatch(/^[0-9a-f]{8}-/);
    expect(ontvangen?.body).toMatchObject({
      bsn: BSN,
      vNummer: 12345678,
      gebeurtenisId: 'SS139',
    });
  });

  metSpecificaties('body', 'duo/API', () => {
    it.each(['bsn', 'vNummer', 'beide'])('is naar het bestand van DUO met %s', async (met) => {
      await stuur(await maakPersoon(opstelling, { notificatieMet: met }), 'SS139');
      expect(notificatieKlopt(gemeente.ontvangen[0]?.body)).toBe(true);
    });
  });

  it.each([
    ['bsn', ['bsn']],
    ['vNummer', ['vNummer']],
    ['beide', ['bsn', 'vNummer']],
  ])('wijst de persoon aan met %s', async (notificatieMet, velden) => {
    await stuur(await maakPersoon(opstelling, { notificatieMet }), 'SS101');
    const body = gemeente.ontvangen[0]?.body ?? {};
    expect(['bsn', 'vNummer'].filter((veld) => veld in body)).toEqual(velden);
  });

  it('probeert opnieuw met hetzelfde berichtId en laat latere gebeurtenissen wachten', async () => {
    const id = await maakPersoon(opstelling);
    const klaar = naAantal(4, () => (gemeente.ontvangen.length < 3 ? 503 : 201));
    const eerste = await stuur(id, 'SS101');
    expect(eerste.body.verzonden).toMatchObject([{ status: 'wacht', pogingen: [{ status: 503 }] }]);
    await stuur(id, 'SS137');
    await klaar;
    expect(ids()).toEqual(['SS101', 'SS101', 'SS101', 'SS137']);
    expect(new Set(gemeente.ontvangen.slice(0, 3).map((o) => o.berichtId)).size).toBe(1);
  });

  it('geeft na het hoogste aantal pogingen op, zichtbaar, en kan dan opnieuw', async () => {
    const id = await maakPersoon(opstelling);
    const klaar = naAantal(5, ({ body }) => (body.gebeurtenisId === 'SS101' ? 500 : 201));
    await stuur(id, 'SS101');
    await stuur(id, 'SS137');
    await klaar;
    expect(ids()).toEqual(['SS101', 'SS101', 'SS101', 'SS101', 'SS137']);
    const { body } = await opstelling.beheer('GET', `/personen/${id}`);
    expect(body.notificaties[0]?.status).toBe('mislukt');
    gemeente.antwoordMet = () => 201;
    await opstelling.beheer('POST', `/personen/${id}/notificaties/_opnieuw`);
    expect(ids().at(-1)).toBe('SS101');
  });

  it('herhaalt niet wat de gemeente als bericht weigert', async () => {
    gemeente.antwoordMet = () => 403;
    const { body } = await stuur(await maakPersoon(opstelling), 'SS101');
    expect(body.verzonden).toMatchObject([{ status: 'mislukt' }]);
    expect(gemeente.ontvangen).toHaveLength(1);
  });

  it('stuurt na een verhuizing naar de nieuwe gemeente', async () => {
    const id = await maakPersoon(opstelling);
    await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
      gebeurtenisId: 'SS120',
      bijwerken: { verblijf: { gemeenteOin: ANDERE_GEMEENTE } },
    });
    expect(gemeente.ontvangen[0]?.doel).toBe(ANDERE_GEMEENTE);
  });

  it.each([
    [true, 1],
    [false, 2],
  ])(
    'stuurt een gebeurtenis dubbel op verzoek, met hetzelfde berichtId: %s',
    async (zelfde, soorten) => {
      await opstelling.beheer('PUT', '/storingen', [
        { soort: 'dubbel-notificatie', aantal: 1, zelfdeBerichtId: zelfde },
      ]);
      const id = await maakPersoon(opstelling);
      await stuur(id, 'SS101');
      await stuur(id, 'SS137');
      expect(ids()).toEqual(['SS101', 'SS101', 'SS137']);
      expect(new Set(gemeente.ontvangen.slice(0, 2).map((o) => o.berichtId)).size).toBe(soorten);
    },
  );

  it('laat alleen de gekozen gebeurtenis vallen, zichtbaar als vervallen', async () => {
    await opstelling.beheer('PUT', '/storingen', [
      { soort: 'laat-vallen', gebeurtenisId: 'SS102' },
    ]);
    const id = await maakPersoon(opstelling);
    const { body } = await stuur(id, 'SS102');
    await stuur(id, 'SS137');
    expect(body.verzonden).toMatchObject([{ status: 'vervallen' }]);
    expect(ids()).toEqual(['SS137']);
  });
});
