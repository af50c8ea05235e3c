// Real: the simulator, notifications over mTLS. Fake: the gemeente's listener, certificates, persons.
import {
  ANDERE_GEMEENTE,
  BSN,
  maakPersoon,
  startGemeente,
  startOpstelling,
  type Gemeente,
  type Opstelling,
} from './opstelling.js';

describe('attentiesignalen die DUO vanzelf stuurt', () => {
  let gemeente: Gemeente;
  let opstelling: Opstelling;
  beforeEach(async () => {
    gemeente = await startGemeente();
    opstelling = await startOpstelling({ notificatieUrl: gemeente.url });
  });
  afterEach(async () => {
    await opstelling.stop();
    await gemeente.sluit();
  });

  const maak = (anders: Record<string, unknown> = {}) =>
    maakPersoon(opstelling, { attentiesignalen: true, ...anders });
  const zetKlok = (id: string, tijdstip: string) =>
    opstelling.beheer('PUT', `/personen/${id}/klok`, { tijdstip });
  const stuur = (id: string, gebeurtenisId: string, bijwerken = {}) =>
    opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, { gebeurtenisId, bijwerken });
  const pip = (leerroute = 'B', dagtekeningPip = '2026-05-11') =>
    opstelling.duo('POST', `/personen/${BSN}/PIP`, { dagtekeningPip, leerroute });
  const aanbod = () =>
    opstelling.duo('POST', `/personen/${BSN}/Inburgeringsaanbod/0000000001`, {
      indicatorAlfabetiseringsonderwijs: 'NVT',
    });
  const signalen = () =>
    gemeente.ontvangen
      .map(({ body: { gebeurtenisId, registratieDatumTijd } }) => [
        gebeurtenisId,
        registratieDatumTijd.slice(0, 10),
      ])
      .filter(([wat]) => ['SS122', 'SS126', 'SS127', 'SS141'].includes(wat!));

  it('stuurt SS126 de dag nadat tien weken zonder PIP voorbij zijn', async () => {
    await zetKlok(await maak(), '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([['SS126', '2026-07-14']]);
  });

  it('telt de tien weken van wie bij COA woont vanaf SS139', async () => {
    const id = await maak({ coaLocatie: true });
    await zetKlok(id, '2026-09-01T08:00:00Z');
    expect(signalen()).toEqual([]);
    await stuur(id, 'SS139');
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([['SS126', '2026-11-11']]);
  });

  it('begint de tien weken niet opnieuw als SS139 alleen bevestigt dat zij lopen', async () => {
    const id = await maak();
    await zetKlok(id, '2026-05-20T08:00:00Z');
    await stuur(id, 'SS139');
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([['SS126', '2026-07-14']]);
  });

  it('stuurt bij een verhuizing SS122 naar de oude gemeente en telt voor de nieuwe opnieuw', async () => {
    const id = await maak();
    await zetKlok(id, '2026-06-01T08:00:00Z');
    await stuur(id, 'SS120', { verblijf: { gemeenteOin: ANDERE_GEMEENTE } });
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([
      ['SS122', '2026-06-01'],
      ['SS126', '2026-08-11'],
    ]);
    expect(gemeente.ontvangen.map(({ doel, body }) => [body.gebeurtenisId, doel])).toEqual([
      ['SS120', ANDERE_GEMEENTE],
      ['SS122', '00000099000000000002'],
      ['SS126', ANDERE_GEMEENTE],
    ]);
  });

  it('stuurt SS127 drie maanden na het PIP van een asielstatushouder zonder aanbod', async () => {
    const id = await maak();
    await pip();
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([['SS127', '2026-08-12']]);
  });

  it('stuurt SS127 niet als er een aanbod is', async () => {
    const id = await maak();
    await pip();
    await aanbod();
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([]);
  });

  it('stuurt SS127 niet voor een gezinsmigrant', async () => {
    const id = await maak({ doelgroep: 'Gezinsmigrant en overige migrant' });
    await pip();
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([]);
  });

  it('stuurt SS127 één keer, ook als het PIP is verwijderd en opnieuw geregistreerd', async () => {
    const id = await maak();
    await pip();
    await opstelling.duo('DELETE', `/personen/${BSN}/PIP`);
    await pip('O', '2026-05-18');
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([['SS127', '2026-08-19']]);
  });

  it.each(['SS126', 'SS127'])('stuurt %s niet meer als de plicht is geëindigd', async (signaal) => {
    const id = await maak();
    if (signaal === 'SS127') await pip();
    await stuur(id, 'SS111');
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([]);
  });

  it('stuurt SS141 de dag nadat de Z-route is voldaan', async () => {
    const id = await maak({ doelgroep: 'Gezinsmigrant en overige migrant' });
    await pip('Z');
    await zetKlok(id, '2028-01-10T08:00:00Z');
    await stuur(id, 'SS106');
    await zetKlok(id, '2028-02-01T00:00:00Z');
    expect(signalen()).toEqual([['SS141', '2028-01-11']]);
  });

  it('stuurt zonder attentiesignalen niets van dit alles', async () => {
    const id = await maak({ attentiesignalen: false });
    await stuur(id, 'SS120', { verblijf: { gemeenteOin: ANDERE_GEMEENTE } });
    await zetKlok(id, '2027-01-01T00:00:00Z');
    expect(signalen()).toEqual([]);
  });
});
