import { metTransactie } from '#database/transactie.js';
import { wisPostVan, type Verbinding } from '#database/postwissing.js';
import { wisTraject } from '#database/write/wis-traject.js';
import type { Toestand } from '#domain/traject/toestand.js';
import type { Actor } from '#domain/traject/kern.js';
import type { Schrijfwerk } from '#database/write/rijen.js';
import type { Deur } from './kern.js';
import type { TrajectPlek } from './typen.js';

/** The part of erasing that belongs to the decision; nothing when this was none. */
export async function wisBijBesluit(
  runner: Verbinding,
  { trajectId, gemeenteId, bsnHash, vnummerHash }: Schrijfwerk,
  { tenOnrechte }: Toestand,
  door: Actor,
): Promise<void> {
  if (tenOnrechte === undefined) return;
  const { reden } = tenOnrechte;
  await wisTraject(runner, {
    trajectId,
    gemeenteId,
    reden,
    door: door.id,
    bsnHash,
    vnummerHash,
  });
}

/** Whether this journey was received by mistake, also when its keys are still being destroyed. */
export function isGewist(deur: Deur, { gemeenteId, trajectId }: TrajectPlek): Promise<boolean> {
  return metTransactie(
    deur.dataSource,
    gemeenteId,
    async (runner) => {
      const rijen: unknown[] = await runner.query(
        'SELECT 1 AS een FROM wissing WHERE traject_id = $1',
        [trajectId],
      );
      return rijen.length > 0;
    },
    { alleenLezen: true },
  );
}

/**
 * Destroys all keys of a journey that was received by mistake, its driver's too: journal, messages, Temporal's history
 * and the backups of both can no longer be read. After its workflow has ended, which could not end without. Safe to
 * repeat. False: nobody asked to erase this journey, and nothing was destroyed.
 */
export async function vernietigSleutels(deur: Deur, plek: TrajectPlek): Promise<boolean> {
  if (!(await isGewist(deur, plek))) return false;
  await deur.sleutels.vernietig(plek.trajectId);
  return true;
}

/** Writes down that everything is gone, and erases post that was linked while the decision was made. Safe to repeat. */
export function rondWissingAf(deur: Deur, { gemeenteId, trajectId }: TrajectPlek): Promise<void> {
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    await wisPostVan(runner, trajectId);
    await runner.query(
      `UPDATE wissing SET gewist_tijdstip = clock_timestamp()
        WHERE traject_id = $1 AND gewist_tijdstip IS NULL`,
      [trajectId],
    );
  });
}
