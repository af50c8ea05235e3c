// npm test: every suite at gate size. npm run test:volledig: full size, and docs/bewijs.md.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bewijsDocument, overgeslagenTests, slotregel, tel, type JestVerslag } from './verslag.js';

interface Ronde {
  readonly naam: string;
  readonly projecten: readonly string[];
  readonly werkers: number;
}

// Specs that start whole systems get the machine to themselves; the others share its cores.
const RONDES: readonly Ronde[] = [
  {
    naam: 'gedeeld',
    projecten: ['unit', 'workflow', 'replay', 'integration', 'contract', 'architecture'],
    werkers: 2,
  },
  { naam: 'alleen', projecten: ['e2e', 'chaos'], werkers: 1 },
];

const VOLLEDIG = '--volledig';
const volledig = process.argv.includes(VOLLEDIG);
const patronen = process.argv.slice(2).filter((deel) => deel !== VOLLEDIG);
const zaad = process.env['PROEF_ZAAD'] ?? (volledig ? String(randomInt(2 ** 31)) : undefined);
const begin = Date.now();

if (zaad !== undefined) console.log(`Zaad ${zaad} (herhalen: PROEF_ZAAD=${zaad})`);
mkdirSync('rapporten', { recursive: true });

const verslagen: JestVerslag[] = [];
let mislukt = false;
for (const ronde of RONDES) {
  const bestand = join('rapporten', `jest-${ronde.naam}.json`);
  rmSync(bestand, { force: true });
  const code = await draai(ronde, bestand);
  if (code !== 0) mislukt = true;
  if (existsSync(bestand)) {
    verslagen.push(JSON.parse(readFileSync(bestand, 'utf8')) as JestVerslag);
  }
}

const overgeslagen = overgeslagenTests(verslagen);
if (overgeslagen.length > 0) {
  console.log(`\nOvergeslagen, met de reden:\n${overgeslagen.map((x) => `  - ${x}`).join('\n')}`);
}
const telling = tel(verslagen);
if (volledig && patronen.length === 0) schrijfBewijs();
console.log(`\n${slotregel(telling)}`);
if (mislukt || telling.mislukt > 0 || telling.geslaagd === 0) process.exitCode = 1;

async function draai(ronde: Ronde, bestand: string): Promise<number> {
  const jest = spawn(
    process.execPath,
    [
      join('node_modules', 'jest', 'bin', 'jest.js'),
      '--ci',
      '--passWithNoTests',
      '--json',
      `--outputFile=${bestand}`,
      `--maxWorkers=${ronde.werkers}`,
      '--selectProjects',
      ...ronde.projecten,
      ...(patronen.length > 0 ? ['--testPathPatterns', ...patronen] : []),
    ],
    {
      // The report goes to the file; what people read goes to standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...(zaad === undefined ? {} : { PROEF_ZAAD: zaad }),
        ...(volledig ? { PROEF_OMVANG: 'volledig' } : {}),
      },
    },
  );
  const doorgeven = (signaal: NodeJS.Signals): void => {
    mislukt = true;
    jest.kill(signaal);
  };
  process.once('SIGINT', doorgeven).once('SIGTERM', doorgeven);
  const [code] = (await once(jest, 'exit')) as [number | null];
  process.removeListener('SIGINT', doorgeven).removeListener('SIGTERM', doorgeven);
  return code ?? 1;
}

function schrijfBewijs(): void {
  const git = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' });
  const commit = git.status === 0 ? git.stdout.trim() : 'onbekend';
  const kop = {
    commit,
    zaad: zaad ?? '',
    node: process.version,
    datum: new Date().toISOString().slice(0, 10),
    minuten: Math.round((Date.now() - begin) / 60_000),
  };
  writeFileSync('docs/bewijs.md', bewijsDocument(verslagen, kop, process.cwd()));
}
