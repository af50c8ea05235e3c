// Real: the API over HTTP, the door, PostgreSQL with its roles, signed tokens. Fake: Temporal, the key store; what DUO
// says is given at the door, on the clock of a rehearsal.
import { Aanroeper, maakOpstelling, type Opstelling } from './opstelling.js';
import { Proeftraject } from './verhaal.js';

let o: Opstelling;
let aanroeper: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  aanroeper = new Aanroeper(o, await o.token());
});

afterAll(async () => {
  await o.stop();
});

interface Termijn {
  code: string;
  uiterlijkOp: string;
  prognoseOp: string | null;
  verlengingen: { id: string; geldt: boolean; oordeel: string }[];
  vergelijking: object | null;
}

async function termijn(id: string): Promise<Termijn> {
  const antwoord = await aanroeper.haal(`/trajecten/${id}/termijnen`).expect(200);
  const gevonden = (antwoord.body as Termijn[]).find(({ code }) => code === 'INBURGERINGSTERMIJN');
  if (gevonden === undefined) throw new Error('Geen inburgeringstermijn.');
  return gevonden;
}

/** The termijn as the journey itself shows it: null until DUO stated one. */
async function inTraject(id: string): Promise<unknown> {
  const antwoord = await aanroeper.haal(`/trajecten/${id}`).expect(200);
  return (antwoord.body as { inburgeringstermijn: unknown }).inburgeringstermijn;
}

const verleng = (id: string, feiten: object) =>
  aanroeper
    .geef(`/trajecten/${id}/opdrachten`, { soort: 'legVerlengingVast', grond: 'c', ...feiten })
    .expect(200);

describe('de inburgeringstermijn', () => {
  it('verschuift niet door een verwachte verlenging, maar toont haar als prognose; wel door een toegekende', async () => {
    const { id } = await Proeftraject.speel(o, 'verwerkTermijn');
    expect(await termijn(id)).toMatchObject({
      uiterlijkOp: '2029-11-10',
      prognoseOp: '2029-11-10',
      vergelijking: null,
    });

    await verleng(id, { oordeel: 'verwacht' });
    const verwacht = await termijn(id);
    expect(verwacht).toMatchObject({ uiterlijkOp: '2029-11-10', prognoseOp: '2030-03-02' });

    const vervangt = { vervangt: verwacht.verlengingen[0]?.id, reden: 'DUO kende toe.' };
    await verleng(id, { oordeel: 'toegekend', besluitOp: '2026-11-10', ...vervangt });
    expect(await termijn(id)).toMatchObject({
      uiterlijkOp: '2030-03-02',
      prognoseOp: '2030-03-02',
      verlengingen: [
        { oordeel: 'verwacht', geldt: false },
        { oordeel: 'toegekend', geldt: true },
      ],
    });
  });

  it('is die van DUO zodra DUO er een stelt, met de waarschijnlijke oorzaak van het verschil', async () => {
    const traject = await Proeftraject.speel(o, 'verwerkTermijn');
    const { id } = traject;
    await verleng(id, { oordeel: 'toegekend', besluitOp: '2026-11-10' });
    expect((await termijn(id)).uiterlijkOp).toBe('2030-03-02');
    expect(await inTraject(id)).toBeNull();

    await traject.duoStelt('2026-12-03', '2029-11-10');
    const na = await termijn(id);
    expect(na.uiterlijkOp).toBe('2029-11-10');
    expect(na.vergelijking).toEqual({
      eigenLaatsteDag: '2030-03-02',
      duoLaatsteDag: '2029-11-10',
      verschilDagen: -112,
      oorzaak: 'verlenging_niet_verwerkt',
      toelichting: expect.stringContaining('zonder de verlenging') as string,
    });
    expect(await inTraject(id)).toEqual({
      startOp: '2026-11-11',
      eindeOp: '2029-11-10',
      vergelijking: na.vergelijking,
    });

    await traject.duoStelt('2026-12-10', '2030-03-02');
    expect((await termijn(id)).uiterlijkOp).toBe('2030-03-02');
    expect(await inTraject(id)).toMatchObject({
      vergelijking: { oorzaak: 'gelijk', verschilDagen: 0 },
    });
  });
});
