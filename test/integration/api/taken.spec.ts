// Real: the API, the door, PostgreSQL. Fake: Temporal, the key store.
import {
  Aanroeper,
  maakOpstelling,
  nieuweSleutel,
  openTraject,
  volgende,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let ik: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  ik = new Aanroeper(o, await o.token());
});

afterAll(async () => {
  await o.stop();
});

const rondAf = (id: string, uitkomst: object, sleutel?: string) =>
  ik.geef(`/taken/${id}/afronding`, { uitkomst }, sleutel);
const wijsToe = (id: string, body: object, koppen?: Record<string, string>) =>
  ik.zet(`/taken/${id}/toewijzing`, body, koppen);
const SCENARIO = { soort: 'kiesScenario', scenario: 'na-verhuizing' };

async function taakVan(soort: string): Promise<{ taakId: string; trajectId: string }> {
  const { trajectId, geopendeTaken } = await openTraject(o);
  return { trajectId, taakId: geopendeTaken.find((taak) => taak.soort === soort)!.id };
}

describe('taken', () => {
  it('toont een taak met haar uitkomsten en de reden waarom zij er is', async () => {
    const { taakId, trajectId } = await taakVan('scenario-kiezen');

    const { body } = (await ik.haal(`/taken/${taakId}`).expect(200)) as { body: { reden: string } };

    expect(body).toMatchObject({
      trajectId,
      soort: 'scenario-kiezen',
      status: 'open',
      uitkomsten: ['kiesScenario'],
    });
    expect(body.reden).toBeTruthy();
  });

  it('rondt een taak af, ook nog eens onder dezelfde sleutel, en daarna niet meer', async () => {
    const { taakId } = await taakVan('scenario-kiezen');
    const sleutel = nieuweSleutel();

    const eerst = await rondAf(taakId, SCENARIO, sleutel);
    const nogEens = await rondAf(taakId, SCENARIO, sleutel);
    const later = await rondAf(taakId, SCENARIO);

    expect([eerst.status, nogEens.status, later.status]).toEqual([200, 200, 409]);
    expect(nogEens.body).toEqual(eerst.body);
    expect(later.body).toMatchObject({ code: 'TAAK_NIET_OPEN' });
    const taak = await ik.haal(`/taken/${taakId}`);
    expect(taak.body).toMatchObject({ status: 'afgerond' });
  });

  it('weigert een uitkomst die niet bij de taak hoort', async () => {
    const { taakId } = await taakVan('scenario-kiezen');

    const antwoord = await rondAf(taakId, {
      soort: 'legVerhuizingVast',
      verhuisdOp: '2026-07-01',
    });

    expect([antwoord.status, antwoord.body]).toEqual([
      409,
      expect.objectContaining({ code: 'UITKOMST_PAST_NIET' }),
    ]);
  });

  it('wijst een taak toe en laat wie een oude versie las niet winnen', async () => {
    const { taakId } = await taakVan('scenario-kiezen');

    const een = await wijsToe(taakId, { behandelaar: 'een', prioriteit: 2 }, { 'If-Match': '"0"' });
    const twee = await wijsToe(taakId, { behandelaar: 'twee' }, { 'If-Match': '"0"' });
    const terug = await wijsToe(taakId, { behandelaar: null }, { 'If-Match': '"1"' });

    expect([een.status, twee.status, terug.status]).toEqual([200, 412, 200]);
    expect(een.headers).toMatchObject({ etag: '"1"' });
    expect(terug.body).toMatchObject({ behandelaar: null, prioriteit: 2, versie: 2 });
  });

  it('laat van twintig die tegelijk claimen er één winnen', async () => {
    const { taakId } = await taakVan('scenario-kiezen');

    const antwoorden = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        wijsToe(taakId, { behandelaar: `wie-${i}` }, { 'If-Match': '"0"' }),
      ),
    );

    expect(antwoorden.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(antwoorden.filter(({ status }) => status === 412)).toHaveLength(19);
  });

  it('geeft elke open taak één keer, op volgorde van de laatste dag, over alle bladzijden', async () => {
    await openTraject(o);
    const gezien: { id: string; uiterlijkOp: string | null }[] = [];
    let pad: string | undefined = '/v1/taken?limit=3';
    while (pad !== undefined) {
      const antwoord: Antwoord = await o
        .http()
        .get(pad)
        .set('Authorization', `Bearer ${ik.token}`)
        .expect(200);
      gezien.push(...(antwoord.body as typeof gezien));
      pad = volgende(antwoord);
    }

    const volgorde = gezien.map(({ uiterlijkOp, id }) => `${uiterlijkOp ?? '9999-12-31'} ${id}`);
    expect(volgorde).toEqual([...new Set(volgorde)].sort());
    expect(gezien.length).toBeGreaterThan(3);
  });

  it('filtert op behandelaar, rol en soort', async () => {
    const { taakId } = await taakVan('scenario-kiezen');
    await wijsToe(taakId, { behandelaar: 'filteraar' }).expect(200);

    const van = (await ik.haal('/taken?behandelaar=filteraar')).body as { id: string }[];
    const rol = (await ik.haal('/taken?behandelaar=filteraar&rol=coordinator')).body as unknown[];
    const trajecten = (await ik.haal('/trajecten?behandelaar=filteraar')).body as unknown[];

    expect(van.map(({ id }) => id)).toEqual([taakId]);
    expect(rol).toEqual([]);
    expect(trajecten).toHaveLength(1);
  });
});

describe('cursusuren inlezen', () => {
  const lees = (csv: string, sleutel = nieuweSleutel()) =>
    o
      .http()
      .post('/v1/cursusurenimporten')
      .set('Authorization', `Bearer ${ik.token}`)
      .set('Idempotency-Key', sleutel)
      .set('Content-Type', 'text/csv')
      .send(csv);

  it('zegt per regel wat ervan kwam, en laat een foute regel de rest niet tegenhouden', async () => {
    const { trajectId } = await openTraject(o);
    const csv = [
      'trajectId;totEnMet;urenNt2;urenKnm',
      `${trajectId};2026-02-30;10;5`,
      `${trajectId};2026-07-01;veel;5`,
      `3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10;2026-07-01;10;5`,
      `${trajectId};2026-07-01;10,5;5`,
    ].join('\n');

    const { body } = (await lees(csv).expect(200)) as {
      body: { regel: number; resultaat: string; fouten?: { veld: string }[] }[];
    };

    expect(body.map(({ regel, resultaat }) => [regel, resultaat])).toEqual([
      [2, 'onjuist'],
      [3, 'onjuist'],
      [4, 'geweigerd'],
      [5, expect.stringMatching(/verwerkt|geweigerd/)],
    ]);
    expect(body[0]?.fouten?.[0]?.veld).toBe('totEnMet');
    expect(body[1]?.fouten?.[0]?.veld).toBe('urenNt2');
  });
});
