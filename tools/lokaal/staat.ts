import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { LokaalFout } from './fout.js';
import { gegevensElders, POSTGRES_SLOT } from './postgres.js';
import { neemSlot, slotHouder } from './slot.js';
import { TEMPORAL_SLOT } from './temporal.js';

const START_SLOT = 'npm start';
const SLOTEN = [START_SLOT, POSTGRES_SLOT, TEMPORAL_SLOT];
const MAXIMUM = 20;

export interface Staatmap {
  readonly map: string;
  geefTerug(): void;
}

/**
 * Where state is kept between starts; git ignores it. `STAAT_MAP` is the folder to put it in. The last part of the path
 * is always ours, because a reset removes it with all that is in it.
 */
export function staatBasis(): string {
  return resolve(process.env['STAAT_MAP'] ?? '', '.lokaal');
}

/**
 * The state folder of one `npm start`: the first that is not in use. A single start therefore finds
 * its own state again, and a second one at the same time gets a folder of its own.
 */
export function neemStaatmap(basis = staatBasis()): Staatmap {
  for (let nummer = 1; nummer <= MAXIMUM; nummer += 1) {
    const map = join(basis, String(nummer));
    if (slotHouder(map, START_SLOT) !== undefined) continue;
    try {
      return { map, geefTerug: neemSlot(map, START_SLOT) };
    } catch (fout) {
      if (!(fout instanceof LokaalFout)) throw fout;
    }
  }
  throw new LokaalFout(`Er draaien al ${MAXIMUM} omgevingen op ${basis}.`);
}

/** Removes all kept state, also what lies outside the folder; refuses while something runs on it. */
export function wisStaat(basis = staatBasis()): void {
  const mappen = existsSync(basis) ? readdirSync(basis).map((naam) => join(basis, naam)) : [];
  for (const map of mappen) {
    for (const slot of SLOTEN) {
      const pid = slotHouder(map, slot);
      if (pid === undefined) continue;
      throw new LokaalFout(
        `Er draait nog iets op ${map} (${slot}, proces ${pid}). Stop dat eerst; er is niets gewist.`,
      );
    }
  }
  for (const map of mappen) {
    const elders = gegevensElders(map);
    // Only a folder we made: the pointer is a plain file that anything could have written.
    if (elders !== undefined && basename(elders).startsWith('inburgeringsregie-')) {
      rmSync(elders, { recursive: true, force: true });
    }
  }
  rmSync(basis, { recursive: true, force: true });
}
