import type { EntityManager } from 'typeorm';
import { enVoorwaarden, Parameters, type Bladzijde } from './lijst.js';

export const POSTSTATUSSEN = [
  'nieuw',
  'gekoppeld',
  'verwerkt',
  'incident',
  'onbekend',
  'afgehandeld',
  'gewist',
] as const;

export type Poststatus = (typeof POSTSTATUSSEN)[number];

/** A notification of DUO without whom it is about. */
export interface PostvakRij {
  readonly id: string;
  readonly gemeente_id: string;
  readonly gebeurtenis_id: string;
  readonly status: Poststatus;
  readonly reden: string | null;
  readonly traject_id: string | null;
  readonly registratie_tijdstip: Date;
  readonly ontvangen_tijdstip: Date;
  /** The same moment with microseconds, for the cursor. */
  readonly plek: string;
  readonly maatregel: string | null;
  readonly afgehandeld_door: string | null;
  readonly afgehandeld_tijdstip: Date | null;
}

const SELECT = `SELECT id, gemeente_id, gebeurtenis_id, status, reden, traject_id, registratie_tijdstip,
  ontvangen_tijdstip, ontvangen_tijdstip::text AS plek, maatregel, afgehandeld_door, afgehandeld_tijdstip
  FROM postvak`;

/** Notifications of the gemeente of this transaction, newest first. */
export async function postvakLijst(
  manager: EntityManager,
  filter: { readonly status?: Poststatus | undefined },
  limiet: number,
  na?: { readonly plek: string; readonly id: string },
): Promise<Bladzijde<PostvakRij>> {
  const p = new Parameters();
  const eisen: string[] = [];
  if (filter.status !== undefined) eisen.push(`status = ${p.zet(filter.status)}`);
  if (na !== undefined) {
    eisen.push(
      `(ontvangen_tijdstip, id) < (${p.zet(na.plek)}::timestamptz, ${p.zet(na.id)}::uuid)`,
    );
  }
  const rijen = await manager.query<PostvakRij[]>(
    `${SELECT} WHERE ${enVoorwaarden(eisen)}
      ORDER BY ontvangen_tijdstip DESC, id DESC LIMIT ${p.zet(limiet + 1)}`,
    p.waarden,
  );
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}

/** One notification of the gemeente of this transaction. */
export async function postvakRij(
  manager: EntityManager,
  id: string,
): Promise<PostvakRij | undefined> {
  const rijen = await manager.query<PostvakRij[]>(`${SELECT} WHERE id = $1`, [id]);
  return rijen[0];
}
