// Real: the listener over mTLS, the API, the door, PostgreSQL, our client of DUO, the simulator. Fake: certificates,
// tokens, keys in memory; this spec stands where Temporal would.
import { DUO_GEBEURTENISSEN } from '#domain/keten/gebeurtenissen.js';
import { GEMEENTE_A, nieuwBsn } from '#test/integration/api/opstelling.js';
import { maakPersoon } from '#test/contract/ketensimulator/opstelling.js';
import { EFFECTEN } from './effecten.testdata.js';
import { gebeurt, maakKeten, openProef, type Keten } from './ketenopstelling.js';

let keten: Keten;
beforeAll(async () => {
  keten = await maakKeten();
});
afterAll(() => keten.stop());

interface Regel {
  readonly nr: number;
  readonly soort: string;
  readonly gebeurtenis: object;
}

interface Beeld {
  readonly traject: { readonly mijlpalen: readonly { readonly naam: string }[] };
  readonly mijlpalen: readonly string[];
  readonly taken: readonly string[];
  readonly journaal: readonly Regel[];
}

async function beeldVan(trajectId: string): Promise<Beeld> {
  const traject = await keten.lees<Beeld['traject']>(`/trajecten/${trajectId}`);
  const journaal = await keten.lees<Regel[]>(`/trajecten/${trajectId}/journaal?limit=100`);
  const taken = await keten.lees<{ soort: string }[]>(`/taken?trajectId=${trajectId}&limit=100`);
  return {
    traject,
    taken: taken.map(({ soort }) => soort),
    mijlpalen: traject.mijlpalen.map(({ naam }) => naam),
    journaal,
  };
}

describe('het gevolg van elke gebeurtenis van DUO voor het traject', () => {
  it('staat in de tabel', () => {
    expect(Object.keys(EFFECTEN).sort()).toEqual(DUO_GEBEURTENISSEN.map(({ id }) => id).sort());
  });

  it.each(Object.entries(EFFECTEN))('%s', async (id, { pip, eerder = [], bijwerken, effect }) => {
    const bsn = nieuwBsn();
    const persoonId = await maakPersoon(keten.sim, {
      bsn,
      vNummer: undefined,
      gemeenteOin: GEMEENTE_A.oin,
      gemeentecode: GEMEENTE_A.code,
    });
    const trajectId = await openProef(keten, bsn, '2026-05-04T08:00:00Z', 'DUO');
    if (pip === true) {
      const body = { dagtekeningPip: '2026-05-11', leerroute: 'B' };
      const gedaan = await keten.sim.duo('POST', `/personen/${bsn}/PIP`, body, {
        bron: GEMEENTE_A.oin,
      });
      expect(gedaan.status).toBe(201);
    }
    for (const soort of eerder) {
      await gebeurt(keten, persoonId, soort);
      await keten.drijf(trajectId);
    }
    const voor = await beeldVan(trajectId);

    await gebeurt(keten, persoonId, id, bijwerken);
    await keten.drijf(trajectId);

    const na = await beeldVan(trajectId);
    const erbij = na.journaal.slice(voor.journaal.length);
    expect(erbij.map(({ soort }) => soort)).toEqual(effect.journaal);
    if (effect.detail) expect(na.traject).toMatchObject(effect.detail);
    if (effect.inhoud) {
      expect(erbij.map(({ gebeurtenis }) => gebeurtenis)).toContainEqual(
        expect.objectContaining(effect.inhoud),
      );
    }
    if (effect.taak !== undefined) {
      expect([...na.taken].sort()).toEqual([...voor.taken, effect.taak].sort());
    }
    if (effect.taakWeg !== undefined) {
      expect([...na.taken, effect.taakWeg].sort()).toEqual([...voor.taken].sort());
    }
    if (effect.mijlpaal !== undefined) {
      expect(voor.mijlpalen).not.toContain(effect.mijlpaal);
      expect(na.mijlpalen).toContain(effect.mijlpaal);
    }
    if (effect.mijlpaalWeg !== undefined) {
      expect(voor.mijlpalen).toContain(effect.mijlpaalWeg);
      expect(na.mijlpalen).not.toContain(effect.mijlpaalWeg);
    }
    expect(await keten.lees('/postvak?limit=1')).toMatchObject([
      { gebeurtenisId: id, status: 'verwerkt', trajectId },
    ]);
  });
});
