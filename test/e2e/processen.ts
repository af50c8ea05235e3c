import { readdirSync, readFileSync } from 'node:fs';

function omgevingVan(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

/** Processes of this user that carry this variable: a program and whatever it started. */
export function lopend(kenmerk: string): string[] {
  return readdirSync('/proc').filter(
    (naam) => /^\d+$/.test(naam) && omgevingVan(naam).includes(kenmerk),
  );
}
