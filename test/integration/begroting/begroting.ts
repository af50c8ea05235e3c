import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts by name. */
export type Telling = Readonly<Record<string, number>>;

interface Begroting {
  /** Round trips to PostgreSQL of one request, or of one call at the door. */
  readonly rondreizenPerVraag: Telling;
  /** Statements in them: those that do not wait for each other share a round trip. */
  readonly statementsPerVraag: Telling;
  /** What a whole journey costs at Temporal. */
  readonly perTraject: Telling;
}

/** What was agreed; a lower count may be written down, a higher one needs a reason in its commit. */
export const BEGROTING = JSON.parse(
  readFileSync(join(import.meta.dirname, 'begroting.json'), 'utf8'),
) as Begroting;

/** Every count above what was agreed, or that nobody agreed on; none is well. */
export function overschrijdingen(gemeten: Telling, begroting: Telling): string[] {
  return Object.entries(gemeten).flatMap(([naam, aantal]) => {
    const hoogstens = begroting[naam];
    if (hoogstens === undefined) return [`${naam}: ${aantal}, en er is niets over afgesproken`];
    return aantal <= hoogstens ? [] : [`${naam}: ${aantal}, afgesproken is ${hoogstens}`];
  });
}
