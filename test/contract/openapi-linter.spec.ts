// Real: the official linter of the API Design Rules on our own documents, and the document as the
// code makes it. Skipped by name where the rules are not there.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bouwDocument } from '#apps/api/src/documentatie/bouw.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';

const voerUit = promisify(execFile);
const HUIS = process.cwd();

interface Melding {
  readonly code: string;
  readonly path: readonly string[];
  readonly message: string;
  readonly severity: number;
}

async function lint(regels: string, bestand: string): Promise<Melding[]> {
  const spectral = join(HUIS, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  const argumenten = [spectral, 'lint', '-r', regels, '-f', 'json', '--quiet', bestand];
  const { stdout } = await voerUit(process.execPath, argumenten, {
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
    maxBuffer: 10_000_000,
  }).catch((fout: unknown) => fout as { stdout: string });
  return JSON.parse(stdout) as Melding[];
}

metSpecificaties('de API Design Rules', 'adr-2.2.0-linter.yaml', (regels) => {
  it.each(['docs/openapi.json', 'docs/openapi-notificaties.json'])(
    'keuren %s goed',
    async (bestand) => {
      const fouten = (await lint(regels, join(HUIS, bestand)))
        .filter(({ severity }) => severity === 0)
        // DUO chose these names and moments, and leaves its errors without a body.
        .filter(({ code }) => bestand === 'docs/openapi.json' || !VAN_DUO.includes(code));

      expect(fouten).toEqual([]);
    },
    60_000,
  );
});

const VAN_DUO = ['nlgov:use-problem-schema', 'nlgov:use-date-instead-of-datetime'];

describe('docs/openapi.json', () => {
  it('is wat de code beschrijft', async () => {
    const bewaard: unknown = JSON.parse(readFileSync(join(HUIS, 'docs/openapi.json'), 'utf8'));

    expect(JSON.parse(JSON.stringify(await bouwDocument()))).toEqual(bewaard);
  });

  it('noemt geen adres waar een persoon in staat', async () => {
    const { paths } = await bouwDocument();

    expect(Object.keys(paths).filter((pad) => /bsn|vnummer|naam/i.test(pad))).toEqual([]);
  });
});
