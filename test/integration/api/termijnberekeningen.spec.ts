// Real: the API with PostgreSQL and signed tokens, and the command line as a process of its own. Fake: Temporal and
// the key store, which a computation does not use.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { REKENVOORBEELDEN } from '#domain/termijnen/rekenvoorbeelden.testdata.js';
import { VORMEN } from '#domain/termijnen/termijncodes.testdata.js';
import { maakOpstelling, type Opstelling } from './opstelling.js';

const HUIS = join(__dirname, '..', '..', '..');

let o: Opstelling;
let token: string;

beforeAll(async () => {
  o = await maakOpstelling();
  token = await o.token();
});

afterAll(async () => {
  await o.stop();
});

function bereken(verzoek: object) {
  return o
    .http()
    .post('/v1/termijnberekeningen')
    .set('Authorization', `Bearer ${token}`)
    .send(verzoek);
}

async function opdrachtregel(invoer: string): Promise<{ uitvoer: string; uitgang: number | null }> {
  const proces = spawn(
    process.execPath,
    ['--import', './tools/lokaal/bron.mjs', 'tools/termijn/main.ts'],
    { cwd: HUIS, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const klaar = once(proces, 'exit') as Promise<[number | null]>;
  proces.stdin.end(invoer);
  const uitvoer = await text(proces.stdout);
  return { uitvoer, uitgang: (await klaar)[0] };
}

describe('termijnberekeningen', () => {
  it.each(REKENVOORBEELDEN)(
    'geeft via de API rekenvoorbeeld $nr',
    async ({ verzoek, verwacht }) => {
      const antwoord = await bereken(verzoek).expect(200);
      expect(antwoord.body).toMatchObject(verwacht);
    },
  );

  it('geeft op de opdrachtregel elk rekenvoorbeeld, en hetzelfde antwoord als de API', async () => {
    const verzoeken = REKENVOORBEELDEN.map(({ verzoek }) => verzoek);
    const { uitvoer, uitgang } = await opdrachtregel(JSON.stringify(verzoeken));
    const antwoorden = JSON.parse(uitvoer) as unknown[];

    expect(uitgang).toBe(0);
    expect(antwoorden).toMatchObject(REKENVOORBEELDEN.map(({ verwacht }) => verwacht));
    for (const [n, verzoek] of verzoeken.entries()) {
      const { body } = (await bereken(verzoek).expect(200)) as { body: unknown };
      expect(antwoorden[n]).toEqual(body);
    }
  });

  it('weigert bij elke code een feit te veel, te weinig of onmogelijk met de naam van het veld, ook op de opdrachtregel', async () => {
    const fouten = VORMEN.flatMap(({ termijn, feiten, weggelaten = {} }) => {
      const verplicht = Object.keys(feiten).filter((naam) => weggelaten[naam] === undefined);
      const zonder = (naam: string): object =>
        Object.fromEntries(Object.entries(feiten).filter(([een]) => een !== naam));
      return [
        { veld: 'kleur', verzoek: { termijn, feiten: { ...feiten, kleur: 'x' } } },
        ...verplicht.map((veld) => ({ veld, verzoek: { termijn, feiten: zonder(veld) } })),
        ...Object.keys(feiten).map((veld) => ({
          veld,
          verzoek: { termijn, feiten: { ...feiten, [veld]: '2026-04-31' } },
        })),
      ];
    });
    for (const { veld, verzoek } of fouten) {
      const antwoord = await bereken(verzoek);
      const body: unknown = antwoord.body;
      expect({ verzoek, status: antwoord.status, body }).toMatchObject({
        verzoek,
        status: 400,
        body: { veld },
      });
    }
    const { uitvoer, uitgang } = await opdrachtregel(
      JSON.stringify(fouten.map(({ verzoek }) => verzoek)),
    );
    expect(uitgang).toBe(1);
    expect(JSON.parse(uitvoer)).toMatchObject(fouten.map(({ veld }) => ({ fout: { veld } })));
  }, 60_000);
});
