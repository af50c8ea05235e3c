// Real: both listeners of the simulator, TLS with client certificates. Fake: the certificates.
import { randomUUID } from 'node:crypto';

import { Agent, request } from 'undici';

import {
  ANDERE_GEMEENTE,
  BSN,
  DUO_OIN,
  GEMEENTE,
  maakPersoon,
  startOpstelling,
  uitgever,
  type Opstelling,
} from './opstelling.js';

const PAD = `/personen/${BSN}/inburgeringsplicht`;

describe('toegang tot de DUO-kant', () => {
  let opstelling: Opstelling;
  let id: string;
  beforeAll(async () => {
    opstelling = await startOpstelling();
    id = await maakPersoon(opstelling);
  });
  afterAll(() => opstelling.stop());

  it('antwoordt een gemeente over haar eigen inwoner en geeft het berichtId terug', async () => {
    const berichtId = randomUUID();
    const antwoord = await opstelling.duo('GET', PAD, undefined, { koppen: { berichtId } });
    expect(antwoord.status).toBe(200);
    expect(antwoord.koppen.berichtid).toBe(berichtId);
    expect(antwoord.koppen['api-version']).toBe('1.2.2');
  });

  it('verbreekt een verbinding zonder clientcertificaat', async () => {
    const { ca } = await uitgever();
    const agent = new Agent({ connect: { ca } });
    await expect(
      request(`${opstelling.luisteraars.duo}/v1${PAD}`, { dispatcher: agent }),
    ).rejects.toThrow();
    await agent.destroy();
  });

  it.each([
    ['bron is een andere gemeente dan in het certificaat', { bron: ANDERE_GEMEENTE }, 403],
    ['doel is niet DUO', { doel: ANDERE_GEMEENTE }, 403],
    ['bron is geen OIN', { bron: '123' }, 400],
    ['berichtId is geen uuid', { berichtId: 'bericht-1' }, 400],
  ])('weigert zonder body als %s', async (_titel, koppen, status) => {
    const antwoord = await opstelling.duo('GET', PAD, undefined, { koppen: { ...koppen } });
    expect(antwoord.status).toBe(status);
    expect(antwoord.body).toBeUndefined();
    expect(antwoord.koppen['api-version']).toBeDefined();
  });

  it('antwoordt 401 op een certificaat zonder OIN', async () => {
    const { ca, geef } = await uitgever();
    const agent = new Agent({ connect: { ...(await geef(undefined)), ca } });
    const antwoord = await request(`${opstelling.luisteraars.duo}/v1${PAD}`, {
      dispatcher: agent,
      headers: { bron: GEMEENTE, doel: DUO_OIN, berichtId: randomUUID() },
    });
    expect(antwoord.statusCode).toBe(401);
    await agent.destroy();
  });

  it('kent een onbekend BSN niet', async () => {
    const antwoord = await opstelling.duo('GET', '/personen/999990032/PIP');
    expect(antwoord.status).toBe(404);
  });

  it('noemt een BSN van acht cijfers een fout verzoek', async () => {
    expect((await opstelling.duo('GET', '/personen/12345678/PIP')).status).toBe(400);
  });

  it('houdt zich aan de schrijfwijze van de paden', async () => {
    expect((await opstelling.duo('GET', `/personen/${BSN}/pip`)).status).toBe(404);
  });

  it('weigert een gemeente die niets met de persoon te maken heeft, zonder body', async () => {
    const antwoord = await opstelling.duo('GET', PAD, undefined, { bron: ANDERE_GEMEENTE });
    expect(antwoord.status).toBe(403);
    expect(antwoord.body).toBeUndefined();
  });

  it('antwoordt niet meer over wie ten onrechte bekend was', async () => {
    const ander = await maakPersoon(opstelling, { bsn: '999990044', vNummer: undefined });
    await opstelling.beheer('POST', `/personen/${ander}/gebeurtenissen`, {
      gebeurtenisId: 'SS110',
      bijwerken: { onderWi2021: false },
    });
    expect((await opstelling.duo('GET', '/personen/999990044/PIP')).status).toBe(404);
  });

  it('laat na een verhuizing de vorige gemeente toe zolang het nieuwe PIP geen maand oud is', async () => {
    const lees = (): Promise<number> =>
      opstelling.duo('GET', PAD).then((antwoord) => antwoord.status);
    const pip = (dag: string) => ({ dagtekeningPip: dag, leerroute: 'B', niveau: 'B1' });
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, pip('2026-05-04'));
    await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, {
      gebeurtenisId: 'SS121',
      bijwerken: { verblijf: { gemeenteOin: ANDERE_GEMEENTE, gevestigdOp: '2026-05-04' } },
    });
    expect(await lees()).toBe(200);
    const nieuw = await opstelling.duo('POST', `/personen/${BSN}/PIP`, pip('2026-05-05'), {
      bron: ANDERE_GEMEENTE,
    });
    expect(nieuw.status).toBe(201);
    await opstelling.beheer('PUT', `/personen/${id}/klok`, { tijdstip: '2026-06-04T10:00:00Z' });
    expect(await lees()).toBe(200);
    await opstelling.beheer('PUT', `/personen/${id}/klok`, { tijdstip: '2026-06-05T10:00:00Z' });
    expect(await lees()).toBe(403);
  });

  it('bedient de beheerkant alleen onder een lokale naam', async () => {
    const antwoord = await request(`${opstelling.luisteraars.beheer}/berichten`, {
      headers: { host: 'elders.example' },
    });
    expect(antwoord.statusCode).toBe(403);
    await antwoord.body.dump();
  });
});
