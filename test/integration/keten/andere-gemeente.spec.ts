// Real: the API, the door, PostgreSQL, our client of DUO over mTLS, the simulator with rules of its own. Fake:
// certificates, tokens, keys in memory; this spec stands where Temporal would.
import { ANDERE_GEMEENTE, maakPersoon } from '#test/contract/ketensimulator/opstelling.js';
import { GEMEENTE_A, nieuwBsn, nieuweSleutel } from '#test/integration/api/opstelling.js';
import { gebeurt, maakKeten, openProef, type Keten } from './ketenopstelling.js';
import { geef, totEigenPip } from './stappen.js';

let keten: Keten;
beforeAll(async () => {
  keten = await maakKeten();
});
afterAll(() => keten.stop());

const VERTREK = '2026-09-01';

/** A person of another gemeente, which decided a PIP and reported the MAP before the person left. */
async function vanElders(bsn: string): Promise<string> {
  const persoonId = await maakPersoon(keten.sim, {
    bsn,
    vNummer: undefined,
    gemeenteOin: ANDERE_GEMEENTE,
    gemeentecode: '9003',
  });
  const als = { bron: ANDERE_GEMEENTE };
  const naar = (methode: string, wat: string, body: object) =>
    keten.sim.duo(methode, `/personen/${bsn}/${wat}`, body, als);
  const pip = { dagtekeningPip: '2026-05-11', leerroute: 'B' };
  expect((await naar('POST', 'PIP', pip)).status).toBe(201);
  await keten.sim.beheer('PUT', `/personen/${persoonId}/klok`, {
    tijdstip: `${VERTREK}T06:00:00Z`,
  });
  const gemeld = await naar('PUT', 'map', { datumEindgesprekMap: '2026-08-20' });
  expect(gemeld.status).toBe(200);
  return persoonId;
}

/** The person comes to live here, and DUO tells. */
async function hierheen(persoonId: string, bsn: string, melding = 'SS121'): Promise<string> {
  const trajectId = await openProef(keten, bsn, `${VERTREK}T08:00:00Z`, 'DUO');
  await gebeurt(keten, persoonId, melding, {
    verblijf: {
      gemeenteOin: GEMEENTE_A.oin,
      gemeentecode: GEMEENTE_A.code,
      gevestigdOp: VERTREK,
    },
  });
  await keten.drijf(trajectId, `${VERTREK}T09:00:00.000Z`);
  return trajectId;
}

/** With a PIP of this gemeente at DUO; A2 only because another gemeente had one before. */
const eigenPip = (trajectId: string, persoonId: string, niveau: 'A2' | 'B1' = 'A2') =>
  totEigenPip(keten, { trajectId, persoonId, op: VERTREK, niveau });

describe('iemand die van een andere gemeente komt', () => {
  it('houdt de MAP die daar is gemeld: de deur weigert een eigen dag, zoals DUO dat zou doen', async () => {
    const bsn = nieuwBsn();
    const persoonId = await vanElders(bsn);
    const trajectId = await hierheen(persoonId, bsn);
    await eigenPip(trajectId, persoonId);
    const { taken } = await keten.lees<{ taken: { soort: string }[] }>(`/trajecten/${trajectId}`);
    const soorten = taken.map(({ soort }) => soort);
    expect(soorten).toContain('pvt-afronden');
    expect(soorten).not.toContain('map-afronden');

    await geef(keten, trajectId, { soort: 'registreerMap', op: VERTREK, uren: 40 });
    const onze = await keten.geef(trajectId, { soort: 'rondMapAf', eindgesprekOp: VERTREK });
    expect(onze.body).toMatchObject({ code: 'MAP_VAN_ANDERE_GEMEENTE' });
    const bijDuo = await keten.sim.duo(
      'PUT',
      `/personen/${bsn}/map`,
      { datumEindgesprekMap: VERTREK },
      { bron: GEMEENTE_A.oin },
    );
    expect([bijDuo.status, bijDuo.body]).toEqual([
      403,
      [{ fouttekst: 'De datum eindgesprek MAP is door een andere gemeente geleverd.' }],
    ]);
  });

  it('kent de MAP van daar ook uit de vergelijking met DUO, en dat is geen verschil', async () => {
    const bsn = nieuwBsn();
    const persoonId = await vanElders(bsn);
    const trajectId = await hierheen(persoonId, bsn, 'SS139');
    const token = await keten.o.token({ rollen: ['regievoerder'] });
    const pad = `/trajecten/${trajectId}/reconciliaties`;
    const gevraagd = await keten.o
      .http()
      .post(`/v1${pad}`)
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', nieuweSleutel());
    expect(gevraagd.status).toBe(202);
    await keten.vergelijk();
    const { verschillen } = await keten.lees<{ verschillen: { bron: string }[] }>(pad);
    expect(new Set(verschillen.map(({ bron }) => bron))).toEqual(new Set(['termijn']));

    await eigenPip(trajectId, persoonId, 'B1');
    const onze = await keten.geef(trajectId, { soort: 'rondMapAf', eindgesprekOp: VERTREK });
    expect(onze.body).toMatchObject({ code: 'MAP_VAN_ANDERE_GEMEENTE' });
  });

  it('rondt hier af wat daar niet is gemeld, en DUO neemt het aan', async () => {
    const bsn = nieuwBsn();
    const persoonId = await vanElders(bsn);
    const trajectId = await hierheen(persoonId, bsn);
    await eigenPip(trajectId, persoonId);
    await geef(keten, trajectId, {
      soort: 'registreerPvt',
      op: VERTREK,
      uren: 12,
      vorm: 'activiteit',
    });
    await geef(keten, trajectId, { soort: 'rondPvtAf', ondertekendOp: VERTREK });
    await keten.drijf(trajectId, `${VERTREK}T11:00:00.000Z`);
    const pvt = await keten.sim.duo('GET', `/personen/${bsn}/pvt`, undefined, {
      bron: GEMEENTE_A.oin,
    });
    expect(pvt.body).toEqual({ datumOndertekeningPvt: VERTREK });
  });
});
