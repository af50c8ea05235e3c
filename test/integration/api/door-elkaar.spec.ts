// Real: the API, the door, the lists, PostgreSQL with its roles and row-level security, and a pool of two connections
// that all requests of both gemeenten share. Fake: Temporal, the key store.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import {
  Aanroeper,
  GEMEENTE_A,
  GEMEENTE_B,
  maakOpstelling,
  nieuwBsn,
  openTraject,
  PROFIEL,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

const AANTAL = 1_000;
const TEGELIJK = 16;
// Both gemeenten know the same person, each under a name of its own.
const BSN = nieuwBsn();

/** One of the two gemeenten, with all by which its rows can be recognised in an answer. */
interface Kant {
  readonly gemeente: typeof GEMEENTE_A;
  readonly code: string;
  readonly naam: string;
  readonly aanroeper: Aanroeper;
  readonly trajectId: string;
  readonly taakId: string;
  readonly overdrachtId: string;
  readonly sporen: Set<string>;
}

let o: Opstelling;
let kanten: [Kant, Kant];

async function maakKant(gemeente: typeof GEMEENTE_A, naam: string): Promise<Kant> {
  const code = `GM${gemeente.code}`;
  const rollen = ['regievoerder', 'coordinator'];
  const token = await o.token({ rollen, gemeenten: [code], sub: `beller-${gemeente.code}` });
  const aanroeper = new Aanroeper(o, token);
  const { trajectId, geopendeTaken } = await openTraject(o, {
    token,
    persoon: { bsn: BSN, naam },
  });
  const overdrachten = (await aanroeper.haal('/coa-overdrachten')).body as { id: string }[];
  const [taakId, overdrachtId] = [geopendeTaken[0]!.id, overdrachten[0]!.id];
  await meldPost(gemeente.id);
  const sporen = new Set([naam, trajectId, overdrachtId, ...geopendeTaken.map(({ id }) => id)]);
  return { gemeente, code, naam, aanroeper, trajectId, taakId, overdrachtId, sporen };
}

function meldPost(gemeenteId: string): Promise<unknown> {
  return o.dossier.ontvangNotificatie({
    gemeenteId,
    bron: '00000001003214345000',
    berichtId: randomUUID(),
    gebeurtenisId: 'SS999',
    registratieTijdstip: '2026-09-07T09:00:00.000Z',
    bsn: BSN,
    inhoudHash: 'a',
  });
}

type Stap = (ik: Kant, ander: Kant, nr: number) => PromiseLike<Antwoord>;

/** What is asked of the API, the status it must have, and what of it is ours. */
const STAPPEN: readonly [string, number, Stap][] = [
  ['trajecten', 200, (ik) => ik.aanroeper.haal('/trajecten?limit=100')],
  ['traject', 200, (ik) => ik.aanroeper.haal(`/trajecten/${ik.trajectId}`)],
  ['ander traject', 404, (ik, ander) => ik.aanroeper.haal(`/trajecten/${ander.trajectId}`)],
  ['journaal', 200, (ik) => ik.aanroeper.haal(`/trajecten/${ik.trajectId}/journaal`)],
  [
    'ander journaal',
    404,
    (ik, { trajectId }) => ik.aanroeper.haal(`/trajecten/${trajectId}/journaal`),
  ],
  ['termijnen', 200, (ik) => ik.aanroeper.haal(`/trajecten/${ik.trajectId}/termijnen`)],
  ['berichten', 200, (ik) => ik.aanroeper.haal(`/trajecten/${ik.trajectId}/berichten`)],
  ['profiel', 200, (ik) => ik.aanroeper.haal(`/trajecten/${ik.trajectId}/coa-profiel`)],
  ['taken', 200, (ik) => ik.aanroeper.haal('/taken?limit=100')],
  ['andere taken', 200, (ik, ander) => ik.aanroeper.haal(`/taken?trajectId=${ander.trajectId}`)],
  ['taak', 200, (ik) => ik.aanroeper.haal(`/taken/${ik.taakId}`)],
  ['andere taak', 404, (ik, ander) => ik.aanroeper.haal(`/taken/${ander.taakId}`)],
  ['overdrachten', 200, (ik) => ik.aanroeper.haal('/coa-overdrachten?limit=100')],
  ['overdracht', 200, (ik) => ik.aanroeper.haal(`/coa-overdrachten/${ik.overdrachtId}`)],
  ['postvak', 200, (ik) => ik.aanroeper.haal('/postvak?limit=100')],
  ['zoeken', 200, (ik) => ik.aanroeper.geef('/trajecten/_zoek', { bsn: BSN })],
  [
    'opdracht',
    200,
    (ik, _ander, nr) =>
      ik.aanroeper.geef(`/trajecten/${ik.trajectId}/opdrachten`, {
        soort: 'vulPersoonAan',
        persoon: { bsn: BSN, naam: `${ik.naam} ${nr}` },
      }),
  ],
  [
    'andere opdracht',
    404,
    (ik, ander) =>
      ik.aanroeper.geef(`/trajecten/${ander.trajectId}/opdrachten`, {
        soort: 'kiesScenario',
        scenario: 'na-verhuizing',
      }),
  ],
  [
    'toewijzing',
    200,
    (ik, _ander, nr) =>
      ik.aanroeper.zet(`/taken/${ik.taakId}/toewijzing`, { behandelaar: `${ik.naam}-${nr}` }),
  ],
  [
    'nieuw traject',
    201,
    async (ik) => {
      const persoon = { bsn: nieuwBsn(), naam: ik.naam };
      const antwoord = await ik.aanroeper.geef('/coa-overdrachten', { ...PROFIEL, persoon });
      ik.sporen.add((antwoord.body as { trajectId: string }).trajectId);
      return antwoord;
    },
  ],
];

/** What is in an answer that is of the other gemeente, or says it is. */
function vreemd({ text }: Antwoord, ik: Kant, ander: Kant): string[] {
  const gevonden = [...ander.sporen].filter((spoor) => text.includes(spoor));
  const codes = [...text.matchAll(/"gemeente":"(\w+)"/g)].map(([, code = '']) => code);
  return [...gevonden, ...codes.filter((code) => code !== ik.code)];
}

/** Rows of one gemeente that hang on a journey of another, by table. */
async function verkeerdeRijen(): Promise<{ tabel: string; aantal: number }[]> {
  const client = new pg.Client({ connectionString: o.databaseUrl });
  await client.connect();
  try {
    const { rows: tabellen } = await client.query<{ tabel: string }>(
      `SELECT a.table_name AS tabel FROM information_schema.columns a
         JOIN information_schema.columns b USING (table_schema, table_name)
        WHERE a.column_name = 'gemeente_id' AND b.column_name = 'traject_id'
          AND a.table_schema = 'public'`,
    );
    const standen = [];
    for (const { tabel } of tabellen) {
      const { rows } = await client.query<{ aantal: number }>(
        `SELECT count(*)::int AS aantal FROM ${client.escapeIdentifier(tabel)} r
           JOIN traject t ON t.id = r.traject_id WHERE t.gemeente_id <> r.gemeente_id`,
      );
      standen.push({ tabel, aantal: rows[0]?.aantal ?? -1 });
    }
    return standen;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  o = await maakOpstelling({}, { pool: 2 });
  kanten = [await maakKant(GEMEENTE_A, 'Vaneendorp'), await maakKant(GEMEENTE_B, 'Vantweestad')];
});

afterAll(async () => {
  await o.stop();
});

describe('twee gemeenten op twee verbindingen', () => {
  it('zien bij 1.000 verzoeken door elkaar nooit een rij van elkaar, en schrijven er geen', async () => {
    const antwoorden: [string, number, Antwoord, Kant, Kant][] = [];
    let nr = 0;
    const werk = async (): Promise<void> => {
      for (let i = nr++; i < AANTAL; i = nr++) {
        const [ik, ander] = i % 2 === 0 ? kanten : ([kanten[1], kanten[0]] as const);
        const [wat, status, stap] = STAPPEN[Math.floor(i / 2) % STAPPEN.length]!;
        if (wat === 'postvak') await meldPost(ik.gemeente.id);
        antwoorden.push([wat, status, await stap(ik, ander, i), ik, ander]);
      }
    };
    await Promise.all(Array.from({ length: TEGELIJK }, werk));

    expect(antwoorden).toHaveLength(AANTAL);
    const fout = antwoorden.filter(
      ([, status, antwoord, ik, ander]) =>
        antwoord.status !== status || vreemd(antwoord, ik, ander).length > 0,
    );
    expect(
      fout.map(([wat, , antwoord, ik, ander]) => [
        wat,
        antwoord.status,
        vreemd(antwoord, ik, ander),
      ]),
    ).toEqual([]);
    for (const [wat, , antwoord, ik] of antwoorden.filter(([naam]) => naam === 'zoeken')) {
      const ids = (antwoord.body as { id: string }[]).map(({ id }) => id);
      expect([wat, ids]).toEqual([wat, [ik.trajectId]]);
    }
    const rijen = await verkeerdeRijen();
    expect(rijen.length).toBeGreaterThan(4);
    expect(rijen.filter(({ aantal }) => aantal !== 0)).toEqual([]);
  }, 120_000);

  it('zouden het anders merken: wie beide gemeenten mag zien, ziet ze ook beide', async () => {
    const [ik, ander] = kanten;
    const beide = new Aanroeper(o, await o.token({ gemeenten: [ik.code, ander.code] }));
    const antwoord = await beide.haal('/trajecten?limit=100');
    expect(vreemd(antwoord, ik, ander)).toEqual(
      expect.arrayContaining([ander.trajectId, ander.code]),
    );
  });
});
