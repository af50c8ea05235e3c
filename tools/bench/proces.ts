import { readFileSync } from 'node:fs';
import type { Omgeving, Onderdeel } from '#tools/lokaal/omgeving.js';

/** Resident memory of a process, in MB; 0 when it cannot be read (not Linux, or gone). */
function megabytes(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

export function geheugenVan({
  processen,
}: Pick<Omgeving, 'processen'>): Readonly<Record<Onderdeel, number>> {
  const van = (onderdeel: Onderdeel): number => megabytes(processen.get(onderdeel)?.pid);
  return { api: van('api'), worker: van('worker'), ketensimulator: van('ketensimulator') };
}
