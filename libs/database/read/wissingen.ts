import type { EntityManager } from 'typeorm';
import { enVoorwaarden, Parameters, type Bladzijde } from './lijst.js';

/** An erasure: nothing in it says of whom. */
export interface WissingRij {
  /** Of the journey. */
  readonly id: string;
  readonly gemeente_id: string;
  readonly reden: string;
  readonly gevraagd_door: string;
  readonly gevraagd_tijdstip: Date;
  /** The same moment with microseconds, for the cursor. */
  readonly plek: string;
  readonly gewist_tijdstip: Date | null;
}

/** Erasures of the gemeente of this transaction, newest first. */
export async function wissingenLijst(
  manager: EntityManager,
  limiet: number,
  na?: { readonly plek: string; readonly id: string },
): Promise<Bladzijde<WissingRij>> {
  const p = new Parameters();
  const eisen: string[] = [];
  if (na !== undefined) {
    eisen.push(
      `(gevraagd_tijdstip, traject_id) < (${p.zet(na.plek)}::timestamptz, ${p.zet(na.id)}::uuid)`,
    );
  }
  const rijen = await manager.query<WissingRij[]>(
    `SELECT traject_id AS id, gemeente_id, reden, gevraagd_door, gevraagd_tijdstip,
            gevraagd_tijdstip::text AS plek, gewist_tijdstip
       FROM wissing WHERE ${enVoorwaarden(eisen)}
      ORDER BY gevraagd_tijdstip DESC, traject_id DESC LIMIT ${p.zet(limiet + 1)}`,
    p.waarden,
  );
  return { rijen: rijen.slice(0, limiet), meer: rijen.length > limiet };
}
