import { existsSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LokaalFout } from './fout.js';
import { leeft } from './slot.js';

const WACHT_MS = 15_000;

/**
 * Clears what a killed server left behind. A server that is still going down (its owner was
 * killed a moment ago) is awaited; a postmaster.pid whose number now belongs to another program
 * is removed, because PostgreSQL would refuse to start on it.
 */
export async function ruimPostmasterPid(data: string): Promise<void> {
  const bestand = join(data, 'postmaster.pid');
  for (const begin = Date.now(); existsSync(bestand);) {
    const pid = Number.parseInt(readFileSync(bestand, 'utf8'), 10);
    if (!Number.isInteger(pid) || !leeft(pid) || !isPostgres(pid)) {
      rmSync(bestand, { force: true });
      return;
    }
    if (Date.now() - begin > WACHT_MS) {
      throw new LokaalFout(
        `Op ${data} draait al een PostgreSQL (proces ${pid}). Stop dat proces en probeer het opnieuw.`,
      );
    }
    await new Promise((verder) => setTimeout(verder, 100));
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return ps.error !== undefined || ps.stdout.includes('postgres');
  }
}
