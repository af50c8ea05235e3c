import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A data key: its id travels with what it seals, the key itself never leaves memory unwrapped. */
export interface Datasleutel {
  readonly id: string;
  readonly sleutel: Buffer;
}

export type VerzegelingFoutReden = 'VORM' | 'ANDERE_SLEUTEL' | 'NIET_ECHT';

const UITLEG: Record<VerzegelingFoutReden, string> = {
  VORM: 'Dit is geen verzegeld gegeven, of van een versie die deze software niet kent.',
  ANDERE_SLEUTEL: 'Dit gegeven is met een andere sleutel verzegeld.',
  NIET_ECHT: 'Dit gegeven is veranderd, of hoort op een andere plaats.',
};

/** Says what is wrong with a sealed value, never what is in it. */
export class VerzegelingFout extends Error {
  constructor(readonly reden: VerzegelingFoutReden) {
    super(UITLEG[reden]);
    this.name = 'VerzegelingFout';
  }
}

// Layout: version (1) | key id (16) | nonce (12) | ciphertext | tag (16).
const VERSIE = 1;
const SLEUTEL_ID = 1;
const NONCE = 17;
const INHOUD = 29;
const TAG_LENGTE = 16;

/**
 * AES-256-GCM. `aad` names the place of the value (for instance table, row and column); the same
 * text is needed to open it, so a sealed value cannot be moved to another row.
 */
export function verzegel(sleutel: Datasleutel, klaar: Uint8Array, aad: string): Buffer {
  const kop = Buffer.alloc(INHOUD);
  kop.writeUInt8(VERSIE, 0);
  kop.write(sleutel.id.replaceAll('-', ''), SLEUTEL_ID, 16, 'hex');
  randomBytes(12).copy(kop, NONCE);
  const cipher = createCipheriv('aes-256-gcm', sleutel.sleutel, kop.subarray(NONCE, INHOUD));
  cipher.setAAD(Buffer.concat([kop.subarray(0, NONCE), Buffer.from(aad, 'utf8')]));
  return Buffer.concat([kop, cipher.update(klaar), cipher.final(), cipher.getAuthTag()]);
}

/** @throws VerzegelingFout when the form, the key or the place is not the one it was sealed with. */
export function ontzegel(sleutel: Datasleutel, verzegeld: Uint8Array, aad: string): Buffer {
  const bytes = Buffer.from(verzegeld.buffer, verzegeld.byteOffset, verzegeld.byteLength);
  if (sleutelIdVan(bytes) !== sleutel.id.toLowerCase()) throw new VerzegelingFout('ANDERE_SLEUTEL');
  const decipher = createDecipheriv('aes-256-gcm', sleutel.sleutel, bytes.subarray(NONCE, INHOUD), {
    authTagLength: TAG_LENGTE,
  });
  decipher.setAAD(Buffer.concat([bytes.subarray(0, NONCE), Buffer.from(aad, 'utf8')]));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_LENGTE));
  try {
    const inhoud = bytes.subarray(INHOUD, bytes.length - TAG_LENGTE);
    return Buffer.concat([decipher.update(inhoud), decipher.final()]);
  } catch {
    throw new VerzegelingFout('NIET_ECHT');
  }
}

/** The uuid of the key that sealed this value. @throws VerzegelingFout (VORM) */
export function sleutelIdVan(verzegeld: Uint8Array): string {
  if (verzegeld.length < INHOUD + TAG_LENGTE || verzegeld[0] !== VERSIE) {
    throw new VerzegelingFout('VORM');
  }
  const hex = Buffer.from(verzegeld.subarray(SLEUTEL_ID, NONCE)).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// The first byte of sealed JSON says whether the rest is compressed.
const PLAT = Buffer.of(0);
const GECOMPRIMEERD = Buffer.of(1);
const COMPRIMEER_VANAF = 128;
const GROOTSTE_UITKOMST = 64 * 1024 * 1024;

/** Seals a JSON value, compressed when that makes it smaller. `undefined` cannot be sealed. */
export function verzegelJson(sleutel: Datasleutel, waarde: unknown, aad: string): Buffer {
  const tekst = JSON.stringify(waarde) as string | undefined;
  if (tekst === undefined) throw new TypeError('Alleen een JSON-waarde kan verzegeld worden.');
  const json = Buffer.from(tekst, 'utf8');
  const klein = json.length < COMPRIMEER_VANAF ? json : deflateRawSync(json, { level: 1 });
  const inhoud =
    klein.length < json.length
      ? Buffer.concat([GECOMPRIMEERD, klein])
      : Buffer.concat([PLAT, json]);
  return verzegel(sleutel, inhoud, aad);
}

/** The counterpart of `verzegelJson`. The caller vouches for the type. @throws VerzegelingFout */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the sealed type
export function ontzegelJson<T>(sleutel: Datasleutel, verzegeld: Uint8Array, aad: string): T {
  const inhoud = ontzegel(sleutel, verzegeld, aad);
  const rest = inhoud.subarray(1);
  const json =
    inhoud[0] === GECOMPRIMEERD[0]
      ? inflateRawSync(rest, { maxOutputLength: GROOTSTE_UITKOMST })
      : rest;
  return JSON.parse(json.toString('utf8')) as T;
}
