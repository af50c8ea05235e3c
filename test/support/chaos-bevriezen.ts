// A process that is there and does nothing: its lines stay open, and nobody answers.
import { readdirSync, readFileSync } from 'node:fs';

/** What a process started: PostgreSQL has a process for every connection. */
function kinderenVan(pid: number): number[] {
  return readdirSync('/proc')
    .filter((naam) => /^\d+$/.test(naam))
    .map(Number)
    .filter((kind) => ouderVan(kind) === pid);
}

function ouderVan(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets; the state and the parent follow the last one.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function sein(pid: number, signaal: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, signaal);
  } catch (fout) {
    // It ended meanwhile.
    if ((fout as NodeJS.ErrnoException).code !== 'ESRCH') throw fout;
  }
}

/** Stops a server and all its processes where they are; the answer lets them go on, and may be given twice. */
export function bevriesGeheel(pid: number | undefined): () => void {
  if (pid === undefined) throw new Error('deze server is van een ander');
  // The first one first: then no other is born.
  sein(pid, 'SIGSTOP');
  const alle = [...kinderenVan(pid), pid];
  for (const een of alle) sein(een, 'SIGSTOP');
  return () => {
    for (const een of alle) sein(een, 'SIGCONT');
  };
}
