// Real: the API over HTTP, PostgreSQL, the door, the recalculation. Fake: tokens signed here, keys in memory, no
// Temporal; this spec asks for the pages that a workflow would ask for. The half minute in which a process keeps the
// calendar it read, passes on the clock that it is kept by.
import { randomBytes } from 'node:crypto';
import { Herzieningen } from '#dossier/herziening/herzieningen.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { Aanroeper, GEMEENTE_A, maakOpstelling, type Opstelling } from './opstelling.js';

const HALVE_MINUUT_MS = 30_000;

let o: Opstelling;

beforeAll(async () => {
  o = await maakOpstelling();
});

afterAll(async () => {
  jest.restoreAllMocks();
  await o.stop();
});

async function beheerder(sub: string): Promise<Aanroeper> {
  return new Aanroeper(o, await o.token({ sub, rollen: ['functioneel-beheerder'] }));
}

function laatHalveMinuutVerstrijken(): void {
  const klok = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => klok() + HALVE_MINUUT_MS);
}

describe('POST /v1/termijnberekeningen', () => {
  it('rekent na een toegepaste herziening met de extra dag, en zonder het voorbehoud bij dat jaar', async () => {
    const [een, twee] = [await beheerder('een'), await beheerder('twee')];
    const reken = async () => {
      const verzoek = {
        termijn: 'PIP_VASTSTELLEN',
        feiten: { kennisgevingOp: '2029-03-02', gehuisvestViaHvw28: false },
      };
      const antwoord = await een.geef('/termijnberekeningen', verzoek).expect(200);
      const { uiterlijkOp, voorbehouden } = antwoord.body as Record<string, unknown>;
      return { uiterlijkOp, voorbehouden };
    };
    expect(await reken()).toEqual({
      uiterlijkOp: '2029-05-11',
      voorbehouden: [expect.stringContaining('2029')],
    });

    const voorstel = {
      soort: 'gelijkgestelde-dagen',
      dagen: [{ datum: '2029-05-11', staatscourant: '2028, 12345' }],
      volledigeJaren: [2029],
    };
    const voorgesteld = await een.geef('/termijnherzieningen', voorstel).expect(202);
    const { id } = voorgesteld.body as { id: string };
    await new Herzieningen({
      dataSource: o.dataSource,
      sleutels: new SleutelsInGeheugen(),
      zoeksleutels: new Zoeksleutels(randomBytes(32)),
    }).doeBlad({ gemeenteId: GEMEENTE_A.id, herzieningId: id }, () => undefined);
    expect((await reken()).uiterlijkOp).toBe('2029-05-11');
    await twee.geef(`/termijnherzieningen/${id}/toepassing`, {}).expect(202);

    laatHalveMinuutVerstrijken();
    // Friday does not count any more: Monday.
    expect(await reken()).toEqual({ uiterlijkOp: '2029-05-14', voorbehouden: [] });
  });
});
