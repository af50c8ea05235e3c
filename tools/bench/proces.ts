import { readdirSync, readFileSync } from 'node:fs';
import type { Omgeving } from '#tools/lokaal/omgeving.js';

/** Ticks of the kernel's clock per second, on every Linux. */
const TIKKEN = 100;

interface Stand {
  readonly ouder: number;
  /** Own processor time and that of children that ended, in ms. */
  readonly ms: number;
}

function lees(pid: number): Stand | undefined {
  try {
    const velden = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const getal = (plek: number): number => Number(velden[plek] ?? 0);
    const tikken = getal(11) + getal(12) + getal(13) + getal(14);
    return { ouder: getal(1), ms: (tikken * 1_000) / TIKKEN };
  } catch {
    // It ended while we looked, or this is no Linux.
    return undefined;
  }
}

/** Resident memory of a process, in MB; 0 when it cannot be read (no Linux, or gone). */
function megabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
    return Number(kb ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

/** In MB. */
export function geheugenVan({ processen }: Omgeving): Readonly<Record<'api' | 'worker', number>> {
  return {
    api: megabytes(processen.get('api')?.pid),
    worker: megabytes(processen.get('worker')?.pid),
  };
}

export type Deel = 'api' | 'worker' | 'postgres' | 'temporal' | 'ketensimulator';

/** Milliseconds of processor time of each part so far, its children included; 0 where it cannot be read. */
export function processortijd(omgeving: Omgeving): Readonly<Record<Deel, number>> {
  const standen = new Map<number, Stand>();
  try {
    for (const naam of readdirSync('/proc')) {
      const stand = /^\d+$/.test(naam) ? lees(Number(naam)) : undefined;
      if (stand !== undefined) standen.set(Number(naam), stand);
    }
  } catch {
    // No Linux: nothing to read.
  }
  const van = (pid: number | undefined): number => {
    if (pid === undefined) return 0;
    const kinderen = [...standen].filter(([, { ouder }]) => ouder === pid);
    return kinderen.reduce((som, [kind]) => som + van(kind), standen.get(pid)?.ms ?? 0);
  };
  const { processen, postgres, temporal } = omgeving;
  return {
    api: van(processen.get('api')?.pid),
    worker: van(processen.get('worker')?.pid),
    postgres: van(postgres.pid),
    temporal: van(temporal.pid),
    ketensimulator: van(processen.get('ketensimulator')?.pid),
  };
}

/** What each part spent since `eerst`, per `aantal`, in milliseconds. */
export function perStuk(
  omgeving: Omgeving,
  eerst: Readonly<Record<Deel, number>>,
  aantal: number,
): readonly (readonly [Deel, number])[] {
  const nu = processortijd(omgeving);
  return (Object.keys(nu) as Deel[]).map((deel) => [deel, (nu[deel] - eerst[deel]) / aantal]);
}
