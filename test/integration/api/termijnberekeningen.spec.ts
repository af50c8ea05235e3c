// Real: the API with PostgreSQL and signed tokens, and the command line as a process of its own. Fake: Temporal and
// the key store, which a computation does not use.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { REKENVOORBEELDEN } from '#domain/termijnen/rekenvoorbeelden.testdata.js';
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
    const eerste = await bereken(verzoeken[0]!).expect(200);
    expect(antwoorden[0]).toEqual(eerste.body);
  });

  it('weigert een onmogelijke dag met de naam van het veld, ook op de opdrachtregel', async () => {
    const fout = { termijn: 'PIP_VASTSTELLEN', feiten: { aanvangOp: '2026-04-31' } };
    const antwoord = await bereken(fout).expect(400);
    expect(antwoord.body).toMatchObject({ veld: 'aanvangOp' });
    const { uitvoer, uitgang } = await opdrachtregel(JSON.stringify([fout]));
    expect(uitgang).toBe(1);
    expect(JSON.parse(uitvoer)).toMatchObject([{ fout: { veld: 'aanvangOp' } }]);
  });
});
