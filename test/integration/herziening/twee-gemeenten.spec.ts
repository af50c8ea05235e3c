// Real: PostgreSQL with its roles, the door, the core, the recalculation. Fake: keys in memory; the pages are
// asked for by this spec instead of a workflow.
import { randomUUID } from 'node:crypto';
import { zaaiGemeente, type Gemeente } from '#database/gemeenten.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { GEMEENTE, maakOpstelling, type Opstelling } from '../dossier/opstelling.js';
import {
  beproef,
  dagErna,
  dinsdagOver,
  extraDag,
  lees,
  maakHerzieningen,
  openMetPipOp,
  TOEPASSER,
  totKlaar,
} from './opstelling.js';

const BUREN: Gemeente = {
  id: randomUUID(),
  code: '9004',
  naam: 'Vierhuizen',
  oin: '00000001900400000000',
};
const RAAK = dinsdagOver(14);

let opstelling: Opstelling;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  await zaaiGemeente(opstelling.databaseUrl, BUREN);
});

afterAll(async () => {
  await opstelling.stop();
});

async function pipDatum(trajectId: string): Promise<string | undefined> {
  const [rij] = await opstelling.vraag<{ op: string }>(
    `SELECT uiterlijk_op::text AS op FROM termijn WHERE traject_id = $1 AND sleutel = 'PIP_VASTSTELLEN'`,
    [trajectId],
  );
  return rij?.op;
}

describe('een dag die gelijkgesteld wordt', () => {
  it('verplaatst de lopende termijnen van elke gemeente pas als die gemeente hem zelf toepast', async () => {
    const herzieningen = maakHerzieningen(opstelling);
    const { dossier } = opstelling;
    const hier = await openMetPipOp(dossier, 1, RAAK);
    const daar = await openMetPipOp(dossier, 2, RAAK, BUREN.id);
    const datums = async () => [await pipDatum(hier), await pipDatum(daar)];
    const pasToe = async (gemeenteId: string, dag: IsoDatum) => {
      const plek = await beproef(herzieningen, extraDag(dag), { gemeenteId });
      const uitkomst = await herzieningen.pasToe({ ...plek, door: TOEPASSER });
      expect(uitkomst).toMatchObject({ soort: 'gedaan', herziening: { kalenderVersie: 2 } });
      await totKlaar(herzieningen, plek);
      return lees(herzieningen, plek);
    };
    expect(await datums()).toEqual([RAAK, RAAK]);

    expect((await pasToe(GEMEENTE.id, RAAK)).tellingen.toepassing).toMatchObject({ toegepast: 1 });
    expect(await datums()).toEqual([dagErna(RAAK), RAAK]);

    // The day is in the calendar of the installation by now: the same version, and this gemeente's dates follow.
    expect((await pasToe(BUREN.id, RAAK)).tellingen.toepassing).toMatchObject({ toegepast: 1 });
    expect(await datums()).toEqual([dagErna(RAAK), dagErna(RAAK)]);
  });
});
