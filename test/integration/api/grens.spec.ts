// Real: the API over HTTP, PostgreSQL, the door. Fake: Temporal, keys in memory; the clock of each rehearsal is put on
// the exact second: a clock never runs back, so it stands still there. Nothing lets time pass between two readings.
import pg from 'pg';
import { plusDagen } from '#domain/datum/datum.js';
import { GRENZEN, Lezer, openOp, type Grens } from './grens-opstelling.js';
import { maakOpstelling, type Opstelling } from './opstelling.js';

let o: Opstelling;
let lezer: Lezer;
let eigenaar: pg.Pool;

beforeAll(async () => {
  o = await maakOpstelling();
  lezer = await Lezer.voor(o);
  eigenaar = new pg.Pool({ connectionString: o.databaseUrl, max: 1 });
  eigenaar.on('error', () => undefined);
});

afterAll(async () => {
  await eigenaar.end();
  await o.stop();
});

async function zetKlok(trajectId: string, tijdstip: string): Promise<void> {
  await eigenaar.query(
    `UPDATE traject SET laatste_tijdstip = $2,
       klokverzet_ms = floor(extract(epoch FROM $2::timestamptz - clock_timestamp()) * 1000) - 3600000
      WHERE id = $1`,
    [trajectId, tijdstip],
  );
}

/** Everything the API says of it, gathered from detail, terms, tasks and the filters of both lists. */
async function watDeApiZegt(trajectId: string, { sleutel }: Grens): Promise<unknown> {
  const detail = await lezer.traject(trajectId);
  const [uitgebreid] = (await lezer.termijnen(trajectId)).filter((t) => t.sleutel === sleutel);
  const kort = detail.termijnen.find((t) => t.sleutel === sleutel);
  const taken = (await lezer.taken(`trajectId=${trajectId}`)).filter((t) => t.termijn === sleutel);
  const metFilter = async (teLaat: boolean): Promise<boolean[]> => {
    const gevonden = await lezer.taken(`trajectId=${trajectId}&teLaat=${String(teLaat)}`);
    return taken.map(({ id }) => gevonden.some((een) => een.id === id));
  };
  const inLijst = async (teLaat: boolean): Promise<boolean> =>
    (await lezer.trajecten(`teLaat=${String(teLaat)}`)).some(({ id }) => id === trajectId);
  const regel = (await lezer.trajecten('proef=true')).find(({ id }) => id === trajectId);
  return {
    vandaag: [detail.vandaag, regel?.vandaag],
    aantalTeLaat: [detail.termijnenTeLaat, regel?.termijnenTeLaat],
    termijn: [kort, uitgebreid].map((t) => [t?.uiterlijkOp, t?.dagenOver, t?.teLaat]),
    taken: taken.map(({ teLaat }) => teLaat),
    taakInDetail: detail.taken.filter((t) => t.termijn === sleutel).map(({ teLaat }) => teLaat),
    taakAlleen: await Promise.all(taken.map(async ({ id }) => (await lezer.taak(id)).teLaat)),
    taakfilter: { laat: await metFilter(true), opTijd: await metFilter(false) },
    trajectfilter: { laat: await inLijst(true), opTijd: await inLijst(false) },
  };
}

function verwacht(grens: Grens, teLaat: boolean, aantalTaken: number): unknown {
  const { dag } = grens;
  const vandaag = teLaat ? plusDagen(dag, 1) : dag;
  const over = teLaat ? -1 : 0;
  const taken = (waarde: boolean): boolean[] => Array.from({ length: aantalTaken }, () => waarde);
  return {
    vandaag: [vandaag, vandaag],
    aantalTeLaat: teLaat ? [1, 1] : [0, 0],
    termijn: [
      [dag, over, teLaat],
      [dag, over, teLaat],
    ],
    taken: taken(teLaat),
    taakInDetail: taken(teLaat),
    taakAlleen: taken(teLaat),
    taakfilter: { laat: taken(teLaat), opTijd: taken(!teLaat) },
    trajectfilter: { laat: teLaat, opTijd: !teLaat },
  };
}

describe('wat de API zegt van een termijn op de laatste seconde en de eerste erna', () => {
  it.each(GRENZEN)('$wanneer ($dag)', async (grens) => {
    const eenSecondeVoor = new Date(Date.parse(grens.begin) - 1_000).toISOString();
    const trajectId = await openOp(o, grens, eenSecondeVoor);
    const taken = await lezer.taken(`trajectId=${trajectId}`);
    const aantal = taken.filter(({ termijn }) => termijn === grens.sleutel).length;
    if (grens.sleutel === 'PIP_VASTSTELLEN') expect(aantal).toBeGreaterThan(0);

    await zetKlok(trajectId, eenSecondeVoor);
    expect(await watDeApiZegt(trajectId, grens)).toEqual(verwacht(grens, false, aantal));
    await zetKlok(trajectId, grens.begin);
    expect(await watDeApiZegt(trajectId, grens)).toEqual(verwacht(grens, true, aantal));
  });
});
