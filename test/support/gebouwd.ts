// The bundle as the build makes it. That of dist when it is newer than all it is made of; else made now by the steps
// of `npm run build` (tsc, then tools/bundel) in a folder of its own.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { somVan } from './bundel.js';

const WORTEL = join(import.meta.dirname, '..', '..');
const LOKAAL = join(WORTEL, '.lokaal');
const BUNDEL = 'workflow-bundle.js';
const VOORVOEGSEL = 'gebouwd-';
const BRONNEN = ['workflows', 'libs/contracts', 'libs/domain', 'libs/temporal', 'tools/bundel'];
const INGANGEN = [
  'workflows/index.ts',
  'tools/bundel/main.ts',
  'libs/temporal/bundel.ts',
  'libs/temporal/failure-converter.ts',
];

const draai = promisify(execFile);
const gewijzigd = (pad: string): number => statSync(pad).mtimeMs;

/** Whether each file of dist is newer than its source, and the bundle newer than each of them. */
function isDistVers(): boolean {
  const dist = join(WORTEL, 'dist');
  if (!existsSync(join(dist, BUNDEL))) return false;
  const gemaakt = gewijzigd(join(dist, BUNDEL));
  return BRONNEN.flatMap((map) =>
    readdirSync(join(WORTEL, map), { recursive: true, withFileTypes: true }),
  )
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .filter(({ name }) => !name.endsWith('.testdata.ts'))
    .every(({ name, parentPath }) => {
      const bron = join(parentPath, name);
      const js = join(dist, relative(WORTEL, bron)).replace(/\.ts$/, '.js');
      return existsSync(js) && gewijzigd(bron) <= gewijzigd(js) && gewijzigd(js) <= gemaakt;
    });
}

/** Those of sources that were changed since. */
function ruimOudeOp(): void {
  const oud = Date.now() - 86_400_000;
  for (const naam of existsSync(LOKAAL) ? readdirSync(LOKAAL) : []) {
    const map = join(LOKAAL, naam);
    if (naam.startsWith(VOORVOEGSEL) && gewijzigd(map) < oud) rmSync(map, { recursive: true });
  }
}

async function bouw(naar: string): Promise<void> {
  ruimOudeOp();
  const map = `${naar}.${randomUUID()}`;
  mkdirSync(map, { recursive: true });
  for (const deel of ['package.json', 'tsconfig.json', 'workflows', 'libs', 'tools']) {
    cpSync(join(WORTEL, deel), join(map, deel), { recursive: true });
  }
  // What is emitted does not depend on the types, and they are checked elsewhere.
  const opties = { types: ['node'], noCheck: true };
  const tsconfig = { extends: './tsconfig.json', compilerOptions: opties, files: INGANGEN };
  writeFileSync(join(map, 'tsconfig.build.json'), JSON.stringify({ ...tsconfig, include: [] }));
  const tsc = join(WORTEL, 'node_modules', 'typescript', 'bin', 'tsc');
  await draai(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: map });
  await draai(process.execPath, [join('dist', 'tools', 'bundel', 'main.js')], { cwd: map });
  if (existsSync(naar)) rmSync(map, { recursive: true });
  else renameSync(map, naar);
}

/** The folder that holds `dist` with a bundle of the sources as they are now. */
export async function gebouwd(): Promise<{ readonly dist: string; readonly bundel: string }> {
  let map = WORTEL;
  if (!isDistVers()) {
    map = join(LOKAAL, `${VOORVOEGSEL}${somVan(join(WORTEL, 'workflows'))}`);
    if (!existsSync(map)) await bouw(map);
  }
  const dist = join(map, 'dist');
  return { dist, bundel: join(dist, BUNDEL) };
}
