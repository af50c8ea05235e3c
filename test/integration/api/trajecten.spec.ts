// Real: the API, the door, PostgreSQL with its roles, signed tokens. Fake: Temporal, the key store.
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  nieuweSleutel,
  openTraject,
  volgende,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let token: string;

beforeAll(async () => {
  o = await maakOpstelling();
  token = await o.token();
});

afterAll(async () => {
  await o.stop();
});

const haal = (pad: string, wie = token) => new Aanroeper(o, wie).haal(pad);
const geef = (trajectId: string, opdracht: object, sleutel?: string) =>
  new Aanroeper(o, token).geef(`/trajecten/${trajectId}/opdrachten`, opdracht, sleutel);

describe('een traject lezen', () => {
  it('toont het traject met persoon, open taken, mijlpalen en de versie als ETag', async () => {
    const { trajectId, versie } = await openTraject(o);

    const antwoord = await haal(`/trajecten/${trajectId}`).expect(200);

    expect(antwoord.headers['etag']).toBe(`"${versie}"`);
    expect(antwoord.body).toMatchObject({
      id: trajectId,
      gemeente: `GM${GEMEENTE_A.code}`,
      status: 'open',
      schakels: ['voorbereiden'],
      persoon: { naam: 'Testpersoon Een' },
      versie,
    });
    const { taken, mijlpalen } = antwoord.body as {
      taken: { soort: string }[];
      mijlpalen: { naam: string }[];
    };
    expect(taken.map(({ soort }) => soort)).toContain('scenario-kiezen');
    expect(mijlpalen.map(({ naam }) => naam)).toContain('trajectGeopend');
  });

  it('laat de taak die een opdracht opent meteen in de lijst zien', async () => {
    const { trajectId } = await openTraject(o);

    const gedaan = await geef(trajectId, {
      soort: 'kiesScenario',
      scenario: 'na-verhuizing',
    }).expect(200);
    const lijst = await haal(`/taken?trajectId=${trajectId}`).expect(200);

    const { geslotenTaken } = gedaan.body as { geslotenTaken: { soort: string }[] };
    expect(geslotenTaken.map(({ soort }) => soort)).toEqual(['scenario-kiezen']);
    expect((lijst.body as { soort: string }[]).map(({ soort }) => soort)).not.toContain(
      'scenario-kiezen',
    );
  });

  it('legt elke termijn uit, met de dagen die over zijn', async () => {
    const { trajectId } = await openTraject(o);

    const antwoord = await haal(`/trajecten/${trajectId}/termijnen`).expect(200);

    const [termijn] = antwoord.body as Record<string, unknown>[];
    expect(termijn).toMatchObject({
      code: 'HUISVESTING',
      status: 'loopt',
      uiterlijkOp: '2026-09-07',
    });
    expect(termijn!['uitleg']).not.toEqual([]);
    expect(termijn!['bron']).toHaveProperty('artikel');
    expect(typeof termijn!['dagenOver']).toBe('number');
    expect(termijn!['teLaat']).toBe((termijn!['dagenOver'] as number) < 0);
  });

  it('geeft het journaal per bladzijde, tot het op is', async () => {
    const { trajectId } = await openTraject(o);
    const nrs: number[] = [];
    let pad: string | undefined = `/v1/trajecten/${trajectId}/journaal?limit=2`;

    while (pad !== undefined) {
      const antwoord: Antwoord = await o
        .http()
        .get(pad)
        .set('Authorization', `Bearer ${token}`)
        .expect(200);
      nrs.push(...(antwoord.body as { nr: number }[]).map(({ nr }) => nr));
      pad = volgende(antwoord);
    }

    expect(nrs).toEqual(nrs.map((_, i) => i + 1));
    expect(nrs.length).toBeGreaterThan(2);
  });

  it('laat medische gegevens aan de regievoerder zien en niet aan de auditor', async () => {
    const { trajectId } = await openTraject(o);
    const auditor = await o.token({ rollen: ['auditor'] });

    const voor = (await haal(`/trajecten/${trajectId}/coa-profiel`).expect(200)).body as object;
    const na = (await haal(`/trajecten/${trajectId}/coa-profiel`, auditor).expect(200))
      .body as object;
    const journaal = await haal(`/trajecten/${trajectId}/journaal`, auditor).expect(200);

    expect(voor).toHaveProperty('medisch', { woonbeperkingen: 'Geen trappen' });
    expect(na).toHaveProperty('medisch', null);
    expect(journaal.text).not.toContain('trappen');
  });

  it('zegt waar de workflow op wacht, en 503 als die er niet is', async () => {
    const { trajectId } = await openTraject(o);
    o.temporal.bijVraag = () => ({
      versie: 3,
      wachtOp: ['driegesprekGevoerd'],
      wekkers: [],
      onderweg: [],
      deurDichtSinds: null,
      onverteld: 0,
    });
    const goed = await haal(`/trajecten/${trajectId}/wachtop`).expect(200);
    o.temporal.bereikbaar = false;
    const slecht = await haal(`/trajecten/${trajectId}/wachtop`).expect(503);
    const lijst = await haal('/trajecten').expect(200);
    o.temporal.bereikbaar = true;

    expect(goed.body).toMatchObject({ wachtOp: ['driegesprekGevoerd'] });
    expect(slecht.headers['content-type']).toContain('application/problem+json');
    expect(lijst.body).not.toEqual([]);
  });
});

describe('zoeken', () => {
  it('vindt een persoon op bsn en op V-nummer, en legt vast wie er zocht zonder het nummer', async () => {
    const bsn = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn, vNummer: '3000000001' } });
    const zoek = (body: object) =>
      o
        .http()
        .post('/v1/trajecten/_zoek')
        .set('Authorization', `Bearer ${token}`)
        .send(body)
        .expect(200);

    const opBsn = (await zoek({ bsn })).body as { id: string }[];
    const opVNummer = (await zoek({ vNummer: '3000000001' })).body as { id: string }[];
    const ander = (await zoek({ bsn: nieuwBsn() })).body as unknown[];

    expect(opBsn.map(({ id }) => id)).toEqual([trajectId]);
    expect(opVNummer.map(({ id }) => id)).toEqual([trajectId]);
    expect(ander).toEqual([]);
    const regels = o.logregels.filter((regel) => regel.includes('persoon.gezocht')).join('\n');
    expect(regels).toContain('"actor":"a1b2"');
    expect(o.logregels.join('\n')).not.toContain(bsn);
  });
});

describe('opdrachten', () => {
  it('weigert wat een regel of de wet niet toelaat met 409, code en artikel', async () => {
    const { trajectId } = await openTraject(o);

    const antwoord = await geef(trajectId, {
      soort: 'stelPipVast',
      dagtekening: '2026-07-01',
    }).expect(409);

    const probleem = antwoord.body as { status: number; code: string; detail: string };
    expect(probleem.status).toBe(409);
    expect(probleem.detail).not.toBe('');
    expect(probleem.code).not.toBe('GEWEIGERD');
  });

  it('doet onder dezelfde sleutel maar één keer iets en geeft hetzelfde antwoord', async () => {
    const { trajectId } = await openTraject(o);
    const sleutel = nieuweSleutel();
    const opdracht = { soort: 'kiesScenario', scenario: 'na-verhuizing' };

    const antwoorden = await Promise.all(
      Array.from({ length: 20 }, () => geef(trajectId, opdracht, sleutel)),
    );
    const anders = await geef(trajectId, { ...opdracht, scenario: 'snelle-start' }, sleutel);

    expect(new Set(antwoorden.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(antwoorden.map(({ text }) => text)).size).toBe(1);
    expect(anders.status).toBe(409);
    expect(anders.body).toMatchObject({ code: 'SLEUTEL_HERGEBRUIKT' });
  });

  it('weigert met 412 als het traject verder is dan de beller las', async () => {
    const { trajectId, versie } = await openTraject(o);
    const metVersie = (etag: string) =>
      geef(trajectId, { soort: 'kiesScenario', scenario: 'na-verhuizing' }).set('If-Match', etag);

    const oud = await metVersie('"1"');
    const goed = await metVersie(`"${versie}"`);

    expect(oud.status).toBe(412);
    expect(oud.headers['etag']).toBe(`"${versie}"`);
    expect(goed.status).toBe(200);
  });

  it('laat alleen de coördinator een escalatie afhandelen', async () => {
    const { trajectId } = await openTraject(o);
    const opdracht = {
      soort: 'handelEscalatieAf',
      termijn: 'PIP_VASTSTELLEN',
      maatregel: 'Bellen',
    };

    await geef(trajectId, opdracht).expect(403);
  });
});
