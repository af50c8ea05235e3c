import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LokaalFout } from './fout.js';

interface Houder {
  readonly pid: number;
  readonly begin: string;
}

const eigen = new Set<string>();

/**
 * Reserves a folder for this program, so that two servers never share their files. A lock left
 * behind by a program that was killed is taken over. Returns the function that gives it back.
 */
export function neemSlot(map: string, naam: string): () => void {
  // Others may pass through (PostgreSQL runs as another user under root), not look around.
  mkdirSync(map, { recursive: true, mode: 0o711 });
  const bestand = join(map, `${naam}.slot`);
  for (let poging = 0; poging < 3; poging += 1) {
    try {
      const houder: Houder = { pid: process.pid, begin: begintijd(process.pid) };
      writeFileSync(bestand, JSON.stringify(houder), { flag: 'wx', mode: 0o600 });
      eigen.add(bestand);
      return () => {
        eigen.delete(bestand);
        rmSync(bestand, { force: true });
      };
    } catch (fout) {
      if ((fout as NodeJS.ErrnoException).code !== 'EEXIST') throw fout;
    }
    const houder = leesHouder(bestand);
    if (houder !== undefined && isBezet(bestand, houder)) {
      throw new LokaalFout(
        `${naam} draait al op ${map} (proces ${houder.pid}). Stop dat proces eerst of kies een andere map.`,
      );
    }
    rmSync(bestand, { force: true });
  }
  throw new LokaalFout(`${map} wordt door meer programma's tegelijk geopend. Probeer het opnieuw.`);
}

/** The process that holds this folder, if one does. */
export function slotHouder(map: string, naam: string): number | undefined {
  const bestand = join(map, `${naam}.slot`);
  const houder = existsSync(bestand) ? leesHouder(bestand) : undefined;
  return houder !== undefined && isBezet(bestand, houder) ? houder.pid : undefined;
}

function leesHouder(bestand: string): Houder | undefined {
  try {
    return JSON.parse(readFileSync(bestand, 'utf8')) as Houder;
  } catch {
    return undefined;
  }
}

function isBezet(bestand: string, houder: Houder): boolean {
  if (houder.pid === process.pid) return eigen.has(bestand);
  return leeft(houder.pid) && begintijd(houder.pid) === houder.begin;
}

/** Whether a process with this id exists (a process of another user counts). */
export function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    return (fout as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Ids are reused after a restart of the machine; the start time tells two processes apart. Only
// Linux has it in a file; elsewhere the id alone decides.
function begintijd(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
