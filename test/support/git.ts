import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const WORTEL = join(import.meta.dirname, '..', '..');

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, { cwd: WORTEL, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}

/** Why this copy of the sources cannot be asked about its past; null when it can. */
export function waaromGeenVerleden(): string | null {
  const top = git('rev-parse', '--show-prefix');
  if (top === null) return 'dit is geen git-kloon';
  if (top !== '') return 'de bronnen liggen in een andere git-kloon';
  return git('rev-parse', '--is-shallow-repository') === 'true' ? 'de kloon is ondiep' : null;
}

/** Whether the commit is one of those that led to these sources. */
export function isVoorouder(commit: string): boolean {
  return git('merge-base', '--is-ancestor', commit, 'HEAD') !== null;
}
