// Real: the API, the door, PostgreSQL, our client of DUO over mTLS, the simulator with its own list of schools, the round
// of the worker. Fake: certificates, tokens, keys in memory; no Temporal.
import { maakPersoon } from '#test/contract/ketensimulator/opstelling.js';
import { GEMEENTE_A, nieuwBsn } from '#test/integration/api/opstelling.js';
import { gebeurt, maakKeten, openProef, type Keten } from './ketenopstelling.js';
import { geef, totEigenPip } from './stappen.js';

let keten: Keten;
beforeEach(async () => {
  keten = await maakKeten();
});
afterEach(() => keten.stop());

const DAG = '2026-05-11';
// As the simulator has them.
const CURSUS = '0000000001';
const TAALSCHAKEL = '0000000002';
const ZONDER_KEURMERK = '0000000004';
const ONBEKEND = '0000000099';

const aanbod = (instellingsnummer: string) => ({
  soort: 'doeAanbod',
  instellingsnummer,
  aanbodOp: DAG,
  startOp: '2026-06-01',
  eindeOp: '2027-06-01',
});

interface Regel {
  readonly soort: string;
  readonly gebeurtenis: object;
}

/** An asielstatushouder on the B1-route with a PIP at DUO. */
async function metPip(): Promise<string> {
  const bsn = nieuwBsn();
  const persoonId = await maakPersoon(keten.sim, {
    bsn,
    vNummer: undefined,
    gemeenteOin: GEMEENTE_A.oin,
    gemeentecode: GEMEENTE_A.code,
  });
  const trajectId = await openProef(keten, bsn, '2026-05-04T08:00:00Z', 'DUO');
  await gebeurt(keten, persoonId, 'SS101');
  await keten.drijf(trajectId, `${DAG}T09:00:00.000Z`);
  await totEigenPip(keten, { trajectId, persoonId, op: DAG });
  return trajectId;
}

async function journaal(trajectId: string, soort: string): Promise<Regel[]> {
  const regels = await keten.lees<Regel[]>(`/trajecten/${trajectId}/journaal?limit=100`);
  return regels.filter((regel) => regel.soort === soort);
}

describe('de instelling van een aanbod', () => {
  it('moet erkend zijn voor de leerroute: de deur weigert met de zin, of DUO neemt het aan', async () => {
    await keten.haalErkenningen();
    const trajectId = await metPip();
    for (const school of [TAALSCHAKEL, ZONDER_KEURMERK, ONBEKEND]) {
      const antwoord = await keten.geef(trajectId, aanbod(school));
      expect(antwoord.body).toMatchObject({ code: 'AANBOD_INSTELLING_NIET_ERKEND' });
    }

    await geef(keten, trajectId, aanbod(CURSUS));
    await keten.drijf(trajectId, `${DAG}T11:00:00.000Z`);
    expect(await journaal(trajectId, 'aanbodGedaan')).toMatchObject([
      { gebeurtenis: { instellingsnummer: CURSUS, erkenning: { bow: true, tst: false } } },
    ]);
    // The PIP and the aanbod.
    expect(await journaal(trajectId, 'berichtBezorgd')).toHaveLength(2);
  });

  it('beoordeelt DUO zelf zolang er geen lijst is', async () => {
    const trajectId = await metPip();
    await geef(keten, trajectId, aanbod(ONBEKEND));
    await keten.drijf(trajectId, `${DAG}T11:00:00.000Z`);
    expect(await journaal(trajectId, 'berichtGeweigerd')).toHaveLength(1);
    const [gedaan] = await journaal(trajectId, 'aanbodGedaan');
    expect(gedaan?.gebeurtenis).not.toHaveProperty('erkenning');
  });
});
