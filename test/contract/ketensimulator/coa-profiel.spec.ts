// Real: the simulator's control side, the API with its door and PostgreSQL, the JSON Schema of a hand-over. Fake:
// persons; Temporal and the key store of the API.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { COA_SCHEMA } from '#apps/api/src/coa-overdrachten/coa-schema.js';
import {
  Aanroeper,
  maakOpstelling,
  type Opstelling as ApiOpstelling,
} from '#test/integration/api/opstelling.js';
import { BSN, maakPersoon, startOpstelling, type Opstelling } from './opstelling.js';

const voldoet = addFormats
  .default(new Ajv2020.default({ strict: false, allErrors: true }))
  .compile(COA_SCHEMA);

let simulator: Opstelling;
let api: ApiOpstelling;

beforeAll(async () => {
  simulator = await startOpstelling();
  api = await maakOpstelling();
});

afterAll(async () => {
  await api.stop();
  await simulator.stop();
});

describe('het COA-profiel van de ketensimulator', () => {
  it('is precies wat de gemeente aanneemt, met en zonder de medische gegevens', async () => {
    const persoonId = await maakPersoon(simulator);
    const ik = new Aanroeper(api, await api.token());
    for (const anders of [{}, { medisch: null }]) {
      const { body: profiel } = await simulator.beheer('POST', '/coa-profielen', {
        persoonId,
        ...anders,
      });

      voldoet(profiel);
      expect(voldoet.errors ?? []).toEqual([]);
      const antwoord = await ik.geef('/coa-overdrachten', profiel);
      expect([antwoord.status, antwoord.text.slice(0, 300)]).toEqual([201, expect.anything()]);
      const { trajectId } = antwoord.body as { trajectId: string };
      const bewaard = await ik.haal(`/trajecten/${trajectId}/coa-profiel`).expect(200);
      const { schemaVersie, koppelingOp, vergunningOp, gegevens, persoon } = profiel as Record<
        string,
        unknown
      >;
      expect(persoon).toMatchObject({ bsn: BSN });
      expect(bewaard.body).toMatchObject({ schemaVersie, koppelingOp, vergunningOp, gegevens });
    }
  });

  it('voldoet niet aan het schema met een veldnaam van een ander', async () => {
    const persoonId = await maakPersoon(simulator, { bsn: '999990032' });
    const { body } = await simulator.beheer('POST', '/coa-profielen', {
      persoonId,
      koppelingsdatum: '2026-05-03',
    });

    expect(voldoet(body)).toBe(false);
  });
});
