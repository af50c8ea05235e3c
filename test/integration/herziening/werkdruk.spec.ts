// Real: PostgreSQL with its roles, the door, the core, the recalculation. Fake: keys in memory; the pages are
// asked for by this spec instead of a workflow.
import { plusDagen } from '#domain/datum/datum.js';
import { maandagVan } from '#domain/datum/week.js';
import { maakOpstelling, type Opstelling } from '../dossier/opstelling.js';
import {
  beproef,
  extraDag,
  lees,
  maakHerzieningen,
  openMetPipOp,
  vrijdagOver,
} from './opstelling.js';

let opstelling: Opstelling;

beforeAll(async () => {
  opstelling = await maakOpstelling();
});

afterAll(async () => {
  await opstelling.stop();
});

describe('het werk per week van een proefberekening', () => {
  it('gaat met een termijn mee van vrijdag naar maandag: de ene week lichter, de andere zwaarder', async () => {
    const vrijdag = vrijdagOver(21);
    const maandag = plusDagen(vrijdag, 3);
    const einden = [
      vrijdag,
      vrijdag,
      vrijdag,
      plusDagen(vrijdag, -1),
      plusDagen(vrijdag, -1),
      maandag,
    ];
    for (const [nummer, eindeOp] of einden.entries()) {
      await openMetPipOp(opstelling.dossier, nummer, eindeOp);
    }

    const herzieningen = maakHerzieningen(opstelling);
    const { tellingen } = await lees(herzieningen, await beproef(herzieningen, extraDag(vrijdag)));

    expect(tellingen.verplaatsteDatums).toBe(3);
    expect(tellingen.perWeek).toEqual({
      [maandagVan(vrijdag)]: { voor: 5, na: 2 },
      [maandag]: { voor: 1, na: 4 },
    });
  });
});
