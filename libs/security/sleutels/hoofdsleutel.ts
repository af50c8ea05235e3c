import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SleutelFout } from './sleutel.port.js';

/**
 * The KMS port: wraps data keys with a master key that this system may use but need not see.
 * `context` binds a wrapped key to its owner and category.
 */
export interface HoofdsleutelPort {
  wikkel(sleutel: Buffer, context: string): Promise<Buffer>;
  /** @throws SleutelFout when the master key or the context is another one. */
  onthul(gewikkeld: Buffer, context: string): Promise<Buffer>;
}

const VERSIE = 1;
const NONCE_LENGTE = 12;
const TAG_LENGTE = 16;

/** The master key from configuration (32 bytes): for an installation without a KMS of its own. */
export class LokaleHoofdsleutel implements HoofdsleutelPort {
  readonly #hoofdsleutel: Buffer;

  constructor(hoofdsleutel: Buffer) {
    if (hoofdsleutel.length !== 32) throw new SleutelFout('De hoofdsleutel is geen 32 bytes.');
    this.#hoofdsleutel = Buffer.from(hoofdsleutel);
  }

  wikkel(sleutel: Buffer, context: string): Promise<Buffer> {
    const nonce = randomBytes(NONCE_LENGTE);
    const cipher = createCipheriv('aes-256-gcm', this.#hoofdsleutel, nonce);
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const inhoud = Buffer.concat([cipher.update(sleutel), cipher.final()]);
    return Promise.resolve(Buffer.concat([Buffer.of(VERSIE), nonce, inhoud, cipher.getAuthTag()]));
  }

  onthul(gewikkeld: Buffer, context: string): Promise<Buffer> {
    try {
      if (gewikkeld[0] !== VERSIE) throw new Error('versie');
      const nonce = gewikkeld.subarray(1, 1 + NONCE_LENGTE);
      const decipher = createDecipheriv('aes-256-gcm', this.#hoofdsleutel, nonce, {
        authTagLength: TAG_LENGTE,
      });
      decipher.setAAD(Buffer.from(context, 'utf8'));
      decipher.setAuthTag(gewikkeld.subarray(gewikkeld.length - TAG_LENGTE));
      const inhoud = gewikkeld.subarray(1 + NONCE_LENGTE, gewikkeld.length - TAG_LENGTE);
      return Promise.resolve(Buffer.concat([decipher.update(inhoud), decipher.final()]));
    } catch {
      return Promise.reject(
        new SleutelFout('Een datasleutel past niet bij deze hoofdsleutel of bij zijn plaats.'),
      );
    }
  }
}
