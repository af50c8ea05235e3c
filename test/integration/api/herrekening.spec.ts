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

interface Post {
  nr: number;
  soort: string;
  gebeurtenis: Record<string, unknown>;
}

async function geescaleerd(id: string): Promise<string[]> {
  const antwoord = await aanroeper.haal(`/trajecten/${id}/termijnen`).expect(200);
  return (antwoord.body as { code: string; geescaleerd: boolean }[]).flatMap((een) =>
    een.geescaleerd ? [een.code] : [],
  );
}

const taken = async (id: string): Promise<string[]> =>
  ((await aanroeper.haal(`/taken?trajectId=${id}`).expect(200)).body as { soort: string }[]).map(
    ({ soort }) => soort,
  );

/** What moved, of the journal as a caseworker reads it: old, new, why and what is undone. */
async function verplaatst(id: string): Promise<Record<string, unknown>[]> {
  const antwoord = await aanroeper.haal(`/trajecten/${id}/journaal?limit=100`).expect(200);
  return (antwoord.body as Post[])
    .filter(({ soort }) => soort === 'termijnVerplaatst')
    .map(({ gebeurtenis }) => {
      const { code, oudUiterlijkOp, uiterlijkOp, oorzaken, teruggenomen } = gebeurtenis;
      return { code, oudUiterlijkOp, uiterlijkOp, oorzaken, teruggenomen };
    });
}

const ESCALATIE = 'escalatie-behandelen';

describe('een gecorrigeerd feit', () => {
  it('verplaatst bij een andere dagtekening elke termijn die daarop rust, met oud, nieuw, waarom en wat teruggenomen is', async () => {
    const traject = await Proeftraject.speel(o, 'verwerkTermijn');
    const { id } = traject;
    await traject.wacht('2029-11-11');
    expect(await geescaleerd(id)).toEqual(['INBURGERINGSTERMIJN']);
    expect(await taken(id)).toContain(ESCALATIE);

    await aanroeper
      .geef(`/trajecten/${id}/opdrachten`, {
        soort: 'corrigeerFeit',
        feit: 'pip',
        reden: 'Op de brief staat een andere dag.',
        opdracht: { soort: 'stelPipVast', dagtekening: '2026-11-16' },
      })
      .expect(200);

    const was = 'was dinsdag 10 november 2026 en is maandag 16 november 2026.';
    const verschoven = await verplaatst(id);
    expect(verschoven).toHaveLength(3);
    expect(verschoven).toEqual(
      expect.arrayContaining([
        {
          code: 'INBURGERINGSTERMIJN',
          oudUiterlijkOp: '2029-11-10',
          uiterlijkOp: '2029-11-16',
          oorzaken: [
            `De dagtekening van het PIP ${was}`,
            `De dagtekening van het eerste PIP ${was}`,
          ],
          teruggenomen: ['verstreken', 'escalatie'],
        },
        {
          code: 'LEERROUTE_WIJZIGEN',
          oudUiterlijkOp: '2028-05-10',
          uiterlijkOp: '2028-05-16',
          oorzaken: [`De dagtekening van het PIP ${was}`],
          teruggenomen: [],
        },
        {
          code: 'VOORTGANGSGESPREK',
          oudUiterlijkOp: '2027-05-10',
          uiterlijkOp: '2027-05-16',
          oorzaken: [`De dag vanaf welke wordt geteld ${was}`],
          teruggenomen: [],
        },
      ]),
    );
    expect(await geescaleerd(id)).toEqual([]);
    expect(await taken(id)).not.toContain(ESCALATIE);
  });

  it('verplaatst bij een andere einddatum van DUO de inburgeringstermijn en neemt haar waarschuwingen terug', async () => {
    const traject = await Proeftraject.speel(o, 'verwerkTermijn');
    const { id } = traject;
    await traject.duoStelt('2026-12-03', '2029-11-10');
    await traject.wacht('2029-11-11');
    expect(await geescaleerd(id)).toEqual(['INBURGERINGSTERMIJN']);
    expect(await taken(id)).toContain(ESCALATIE);

    await traject.duoStelt('2029-11-12', '2030-03-02');

    expect((await verplaatst(id)).at(-1)).toEqual({
      code: 'INBURGERINGSTERMIJN',
      oudUiterlijkOp: '2029-11-10',
      uiterlijkOp: '2030-03-02',
      oorzaken: ['DUO stelde de laatste dag vast op zaterdag 2 maart 2030.'],
      teruggenomen: ['herinnering-2', 'verstreken', 'escalatie'],
    });
    expect(await geescaleerd(id)).toEqual([]);
    expect(await taken(id)).not.toContain(ESCALATIE);
  });

  it('verplaatst bij een andere kennisgeving de tien weken en neemt de escalatie terug', async () => {
    const traject = await Proeftraject.speel(o, 'nodigUitVoorIntake');
    const { id } = traject;
    await traject.wacht('2026-11-17');
    expect(await geescaleerd(id)).toEqual(['PIP_VASTSTELLEN']);

    await traject.duoMeldt('2026-11-17', '2026-09-21');

    expect(await verplaatst(id)).toEqual([
      {
        code: 'PIP_VASTSTELLEN',
        oudUiterlijkOp: '2026-11-16',
        uiterlijkOp: '2026-11-30',
        oorzaken: [
          'De dag van de kennisgeving was maandag 7 september 2026 en is maandag 21 september 2026.',
        ],
        teruggenomen: ['verstreken', 'escalatie'],
      },
    ]);
    expect(await geescaleerd(id)).toEqual([]);
    expect(await taken(id)).not.toContain(ESCALATIE);
  });
});
