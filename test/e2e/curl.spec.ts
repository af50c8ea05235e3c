// Real: the whole system as npm start runs it, bash and curl. The blocks of docs/doorloop.md are run as they stand
// there, in one shell, and must show what the page says they show.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { doorloopVariabelen } from '#tools/lokaal/doorloop.js';
import { draai, startProefomgeving, type Proefomgeving } from './proefomgeving.js';

const PAGINA = join(resolve(__dirname, '..', '..'), 'docs', 'doorloop.md');

interface Blok {
  readonly commando: string;
  readonly toont: string;
}

/** Each block of commands with the block of output that follows it. */
function blokken(): Blok[] {
  const pagina = readFileSync(PAGINA, 'utf8');
  return [...pagina.matchAll(/```sh\n([^]*?)```\s+```text\n([^]*?)```/g)].map(
    ([, commando = '', toont = '']) => ({ commando, toont: toont.trim() }),
  );
}

let omgeving: Proefomgeving;

beforeAll(async () => {
  omgeving = await startProefomgeving({ wegwerp: true });
}, 60_000);

afterAll(async () => {
  await omgeving.stop();
}, 60_000);

it('toont met alleen curl wat de doorloop belooft, van token tot escalatie', async () => {
  const stappen = blokken();
  const aantal = readFileSync(PAGINA, 'utf8').match(/```sh/g)?.length;
  expect(stappen).toHaveLength(aantal ?? 0);
  expect(stappen.length).toBeGreaterThan(5);
  const script = stappen.map(({ commando }) => `${commando}\necho '---'`).join('\n');
  const { code, uitvoer } = await draai(
    'bash',
    ['-euo', 'pipefail', '-c', script],
    Object.fromEntries(doorloopVariabelen(omgeving)),
  );
  const getoond = uitvoer.split('---\n').map((deel) => deel.trim());
  expect(getoond).toEqual([...stappen.map(({ toont }) => toont), '']);
  expect(code).toBe(0);
}, 120_000);
