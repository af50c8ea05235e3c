// One bundle per state of the sources: specs run in processes of their own, and bundling takes seconds.
import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { bundelOpties, WORKFLOWS_PAD } from '#temporal/bundel.js';

const WORTEL = join(import.meta.dirname, '..', '..');
const CACHE = join(WORTEL, 'node_modules', '.cache', 'workflow-bundel');

/** What the bundle is made of, beside `workflows/` itself. */
const BRONNEN = ['libs/contracts', 'libs/domain', 'libs/temporal', 'package-lock.json'];

function bestanden(pad: string): string[] {
  return readdirSync(pad, { withFileTypes: true, recursive: true })
    .filter((bestand) => bestand.isFile() && !bestand.name.endsWith('.spec.ts'))
    .map((bestand) => join(bestand.parentPath, bestand.name))
    .sort();
}

/** Of all that the bundle is made of; `map`: the folder of workflows. */
export function somVan(map: string): string {
  const som = createHash('sha256').update(process.version);
  const paden = BRONNEN.map((bron) => join(WORTEL, bron));
  for (const pad of [map, ...paden].flatMap((p) => (p.endsWith('.json') ? [p] : bestanden(p)))) {
    som.update(relative(pad.startsWith(map) ? map : WORTEL, pad)).update(readFileSync(pad));
  }
  return som.digest('hex').slice(0, 32);
}

/** The bundle that the worker runs, made from source; `ingang`: another index.ts, of a planted change. */
export async function testBundel(ingang: string = WORKFLOWS_PAD): Promise<WorkflowBundle> {
  const bewaard = join(CACHE, `${somVan(join(ingang, '..'))}.js`);
  if (!existsSync(bewaard)) {
    const { code } = await bundleWorkflowCode({
      ...bundelOpties(ingang),
      logger: new DefaultLogger('ERROR'),
    });
    mkdirSync(CACHE, { recursive: true });
    // Renamed whole: specs in two processes may be here at once.
    const nieuw = `${bewaard}.${randomUUID()}`;
    writeFileSync(nieuw, code);
    renameSync(nieuw, bewaard);
  }
  return { code: readFileSync(bewaard, 'utf8') };
}

/** The bundle with a planted mistake: `plant` changes the source of one file under workflows/. */
export async function geplanteBundel(
  bestand: string,
  plant: (bron: string) => string,
): Promise<WorkflowBundle> {
  const lokaal = join(WORTEL, '.lokaal');
  mkdirSync(lokaal, { recursive: true });
  const map = mkdtempSync(join(lokaal, 'geplant-'));
  try {
    cpSync(join(WORTEL, 'workflows'), map, { recursive: true });
    const pad = join(map, bestand);
    const bron = readFileSync(pad, 'utf8');
    const anders = plant(bron);
    if (anders === bron) throw new Error(`Er is niets te planten in ${bestand}.`);
    writeFileSync(pad, anders);
    return await testBundel(join(map, 'index.ts'));
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
