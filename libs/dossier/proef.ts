import { metTransactie } from '#database/transactie.js';
import type { Deur } from './kern.js';
import { vergrendel } from './lezen.js';
import type { TrajectPlek } from './typen.js';

/** A forward that died is over after this long. */
const HOOGSTENS_SECONDEN = 600;

export type Vooruitspoelbegin = 'begonnen' | 'geen-proef' | 'bezig' | 'onbekend';

/** Commands are refused until the forward ends (E16). Only for a journey that was born as a rehearsal. */
export function beginVooruitspoelen(deur: Deur, plek: TrajectPlek): Promise<Vooruitspoelbegin> {
  return metTransactie(deur.dataSource, plek.gemeenteId, async (runner) => {
    const slot = await vergrendel(runner, plek.trajectId);
    if (slot === null) return 'onbekend';
    if (!slot.proef) return 'geen-proef';
    if (slot.vooruitspoelen) return 'bezig';
    await runner.query(
      `UPDATE traject SET vooruitspoelen_tot = clock_timestamp() + make_interval(secs => $2)
        WHERE id = $1`,
      [plek.trajectId, HOOGSTENS_SECONDEN],
    );
    return 'begonnen';
  });
}

export function eindVooruitspoelen(deur: Deur, plek: TrajectPlek): Promise<void> {
  return metTransactie(deur.dataSource, plek.gemeenteId, async (runner) => {
    await runner.query('UPDATE traject SET vooruitspoelen_tot = NULL WHERE id = $1', [
      plek.trajectId,
    ]);
  });
}
