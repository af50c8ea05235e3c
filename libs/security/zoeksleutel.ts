import { createHmac, hkdfSync } from 'node:crypto';

export type ZoeksleutelSoort = 'bsn' | 'vnummer' | 'opdracht';

const MINSTE_LENGTE = 32;

/**
 * Keyed hashes to find a row without storing what was looked for. The key of a gemeente is derived,
 * so that equal numbers in two gemeenten cannot be linked, and the secret lies outside the database,
 * so that a stolen database cannot be searched by trying all BSNs.
 */
export class Zoeksleutels {
  readonly #geheim: Buffer;
  readonly #perGemeente = new Map<string, Buffer>();

  constructor(geheim: Buffer) {
    if (geheim.length < MINSTE_LENGTE) {
      throw new Error(`Het geheim voor zoeksleutels is korter dan ${MINSTE_LENGTE} bytes.`);
    }
    this.#geheim = Buffer.from(geheim);
  }

  /** 32 bytes. `soort` is part of the hash: a BSN never collides with a V-nummer of the same digits. */
  van(gemeenteId: string, soort: ZoeksleutelSoort, waarde: string): Buffer {
    return createHmac('sha256', this.#sleutelVan(gemeenteId))
      .update(`${soort}\0${waarde}`, 'utf8')
      .digest();
  }

  #sleutelVan(gemeenteId: string): Buffer {
    const bekend = this.#perGemeente.get(gemeenteId);
    if (bekend !== undefined) return bekend;
    const info = `zoeksleutel:${gemeenteId}`;
    const sleutel = Buffer.from(hkdfSync('sha256', this.#geheim, Buffer.alloc(0), info, 32));
    this.#perGemeente.set(gemeenteId, sleutel);
    return sleutel;
  }
}
