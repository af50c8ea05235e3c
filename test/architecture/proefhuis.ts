// A small house under the real rules: the configuration of this repository over planted files.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const WORTEL = process.cwd();

const CONFIGURATIE = [
  '.dependency-cruiser.cjs',
  '.prettierignore',
  '.prettierrc.json',
  'eslint.config.mjs',
  'jest.config.mjs',
  'knip.json',
  'package.json',
  'tsconfig.build.json',
  'tsconfig.json',
  'tsconfig.puur.json',
];

export interface Proefhuis {
  readonly map: string;
  ruimOp(): void;
}

/** `bestanden`: content by path. The installed packages are shared with the repository. */
export function bouwProefhuis(bestanden: Readonly<Record<string, string>>): Proefhuis {
  const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-proefhuis-'));
  for (const naam of CONFIGURATIE) copyFileSync(join(WORTEL, naam), join(map, naam));
  symlinkSync(join(WORTEL, 'node_modules'), join(map, 'node_modules'));
  for (const [pad, inhoud] of Object.entries(bestanden)) {
    mkdirSync(dirname(join(map, pad)), { recursive: true });
    writeFileSync(join(map, pad), inhoud);
  }
  return {
    map,
    ruimOp: () => {
      rmSync(map, { recursive: true, force: true });
    },
  };
}

export interface Uitvoer {
  readonly code: number | null;
  readonly tekst: string;
  readonly fout: string;
}

/** Runs a program of node_modules/.bin, or node itself, in the small house. */
export function draai(huis: Proefhuis, programma: string, args: readonly string[]): Uitvoer {
  const pad =
    programma === 'node' ? process.execPath : join(WORTEL, 'node_modules', '.bin', programma);
  const { status, stdout, stderr } = spawnSync(pad, args, {
    cwd: huis.map,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, tekst: stdout, fout: stderr };
}
