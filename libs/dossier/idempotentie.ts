import { metTransactie } from '#database/transactie.js';
import type { OpdrachtRij } from '#database/write/rijen.js';
import type { Zoeksleutels } from '#security/zoeksleutel.js';
import { canoniek } from './canoniek.js';
import type { Deur } from './kern.js';
import type { BewaardeOpdracht } from './lezen.js';
import type { Trajectzegel } from './trajectzegel.js';
import type { Gedaan } from './typen.js';

/** A caller's key with the keyed hash of what was asked under it (E4). */
export interface Sleutel {
  readonly beller: string;
  readonly opdrachtId: string;
  /** Hex. */
  readonly inhoudHash: string;
}

const SLEUTEL = /^[\w:.@/-]{1,250}$/;

export function maakSleutel(
  zoeksleutels: Zoeksleutels,
  gemeenteId: string,
  vraag: { readonly beller: string; readonly opdrachtId: string; readonly inhoud: unknown },
): Sleutel {
  const { beller, opdrachtId } = vraag;
  if (!SLEUTEL.test(beller) || !SLEUTEL.test(opdrachtId)) {
    throw new TypeError('Een opdrachtId of beller heeft een onbruikbare vorm.');
  }
  const inhoudHash = zoeksleutels.van(gemeenteId, 'opdracht', canoniek(vraag.inhoud));
  return { beller, opdrachtId, inhoudHash: inhoudHash.toString('hex') };
}

/** The answer kept under this key; `andere-inhoud` when something else was asked under it. */
export function bewaardAntwoord(
  rij: BewaardeOpdracht,
  sleutel: Sleutel,
  zegel: Trajectzegel,
): Gedaan | { readonly soort: 'andere-inhoud' } {
  if (rij.inhoud_hash !== sleutel.inhoudHash) return { soort: 'andere-inhoud' };
  const verzegeld = Buffer.from(rij.zegel_antwoord, 'base64');
  const antwoord = zegel.leesAntwoord<Gedaan>(sleutel.beller, sleutel.opdrachtId, verzegeld);
  return { ...antwoord, herhaald: true };
}

export function opdrachtRij(sleutel: Sleutel, antwoord: Gedaan, zegel: Trajectzegel): OpdrachtRij {
  const { beller, opdrachtId, inhoudHash } = sleutel;
  return {
    beller,
    opdracht_id: opdrachtId,
    inhoud_hash: inhoudHash,
    zegel_antwoord: zegel.zegelAntwoord(beller, opdrachtId, antwoord).toString('base64'),
  };
}

const BEWAARDAGEN = 30;

/** Forgets answers of more than 30 days ago (E4); at most `limiet` at a time. Returns how many. */
export function ruimAntwoordenOp(deur: Deur, gemeenteId: string, limiet: number): Promise<number> {
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    const rijen = await runner.query(
      `WITH oud AS (SELECT beller, opdracht_id FROM opdracht
          WHERE gemeente_id = $1 AND tijdstip < clock_timestamp() - make_interval(days => $2)
          LIMIT $3),
        weg AS (DELETE FROM opdracht o USING oud WHERE o.gemeente_id = $1
          AND o.beller = oud.beller AND o.opdracht_id = oud.opdracht_id RETURNING 1 AS een)
       SELECT een FROM weg`,
      [gemeenteId, BEWAARDAGEN, limiet],
    );
    return rijen.length;
  });
}
