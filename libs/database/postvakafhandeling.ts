import type { EntityManager } from 'typeorm';
import { postvakRij, type PostvakRij } from './read/postvak.js';
import { wisPostrij } from './postwissing.js';

/** The one measure that changes more than the row's own end: what the notification said is erased. */
export const WIS_MAATREGEL = 'ten-onrechte-ontvangen';

export interface AfhandelingVraag {
  readonly id: string;
  readonly maatregel: string;
  /** Pseudonym of the person. */
  readonly door: string;
  /** Of the request, with its caller: the same one again gets the same answer. */
  readonly sleutel: string;
}

/**
 * `andere-inhoud`: this key did something else before; `niet-open`: nothing about this row waits for
 * a person (any more); `bij-traject`: it is erased with its journey, not alone.
 */
export type Afhandeling = PostvakRij | 'onbekend' | 'niet-open' | 'bij-traject' | 'andere-inhoud';

const HANDEL_AF = `
UPDATE postvak SET status = 'afgehandeld', maatregel = $2, afgehandeld_door = $3,
       afgehandeld_tijdstip = clock_timestamp(), afhandeling_sleutel = $4
 WHERE id = $1`;

/** Closes a notification that no journey took up. Repeatable under the same key. */
export async function handelPostAf(
  manager: EntityManager,
  { id, maatregel, door, sleutel }: AfhandelingVraag,
): Promise<Afhandeling> {
  // Two requests under one key wait for each other, also when they name different rows.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('postvak ' || $1, 0))`, [
    sleutel,
  ]);
  await manager.query('SELECT 1 FROM postvak WHERE id = $1 FOR UPDATE', [id]);
  const rij = await postvakRij(manager, id);
  if (rij === undefined) return 'onbekend';
  const [eerder] = await manager.query<{ id: string; maatregel: string }[]>(
    'SELECT id, maatregel FROM postvak WHERE afhandeling_sleutel = $1',
    [sleutel],
  );
  if (eerder !== undefined) {
    return eerder.id === id && eerder.maatregel === maatregel ? rij : 'andere-inhoud';
  }
  if (rij.status !== 'onbekend' && rij.status !== 'incident') return 'niet-open';
  const wissen = maatregel === WIS_MAATREGEL;
  if (wissen && rij.traject_id !== null) return 'bij-traject';
  await manager.query(HANDEL_AF, [id, maatregel, door, sleutel]);
  if (wissen) await wisPostrij(manager, id);
  return (await postvakRij(manager, id)) ?? 'onbekend';
}
