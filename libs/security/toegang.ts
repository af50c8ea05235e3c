import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';

export const ROLLEN = ['regievoerder', 'coordinator', 'functioneel-beheerder', 'auditor'] as const;
export type Rol = (typeof ROLLEN)[number];

/** Who asks, and what for: from the access token only. */
export interface Toegang {
  /** `sub`: the identity provider's own, opaque id. */
  readonly onderwerp: string;
  readonly rollen: readonly Rol[];
  /** Gemeenten as the token names them; the caller checks them against its own table. */
  readonly gemeenten: readonly string[];
}

export type ToegangFoutReden = 'ONGELDIG' | 'VERLOPEN' | 'INLOGDIENST_ONBEREIKBAAR';

const UITLEG: Record<ToegangFoutReden, string> = {
  ONGELDIG: 'Het toegangsbewijs is niet geldig voor deze dienst.',
  VERLOPEN: 'Het toegangsbewijs is verlopen.',
  INLOGDIENST_ONBEREIKBAAR: 'De inlogdienst is niet bereikbaar.',
};

/** Why a token was refused; never the token or what is in it. */
export class ToegangFout extends Error {
  constructor(readonly reden: ToegangFoutReden) {
    super(UITLEG[reden]);
    this.name = 'ToegangFout';
  }
}

export interface ToegangInstellingen {
  readonly issuer: string;
  readonly audience: string;
  /** Found by OpenID Connect discovery when absent. */
  readonly jwksUri?: string | undefined;
  /** Name of a claim, or a path with dots ('realm_access.roles'). */
  readonly rollenClaim: string;
  readonly gemeentenClaim: string;
}

// Asymmetric only: with HS256 a public key would do as the secret.
const ALGORITMEN = ['RS256', 'PS256', 'ES256'];
const KLOKVERSCHIL_SECONDEN = 30;
const OPHALEN_MS = 5_000;
/** So long the answer about a token is kept: checking a signature costs more than the rest of a request for a list. */
const ONTHOUD_MS = 60_000;
const HOOGSTENS = 5_000;

interface Bekend {
  /** Milliseconds since the epoch; never after the token itself has ended. */
  readonly tot: number;
  readonly toegang: Toegang;
}

/** Checks access tokens: one issuer, our audience, a signature by a key of that issuer. */
export class TokenControle {
  #sleutels: Promise<JWTVerifyGetKey> | undefined;
  /** By digest, oldest first: the tokens themselves are not kept. */
  readonly #bekend = new Map<string, Bekend>();

  /** `sleutels` takes the place of the issuer's own key set, for tests. */
  constructor(
    private readonly instellingen: ToegangInstellingen,
    sleutels?: JWTVerifyGetKey,
  ) {
    this.#sleutels = sleutels === undefined ? undefined : Promise.resolve(sleutels);
  }

  /** @throws ToegangFout */
  async controleer(token: string): Promise<Toegang> {
    const som = createHash('sha256').update(token).digest('base64');
    const bekend = this.#bekend.get(som);
    if (bekend !== undefined && bekend.tot > Date.now()) return bekend.toegang;
    this.#bekend.delete(som);
    const { toegang, eindeMs } = await this.onderzoek(token);
    this.#bekend.set(som, { toegang, tot: Math.min(eindeMs, Date.now() + ONTHOUD_MS) });
    const [oudste] = this.#bekend.keys();
    if (this.#bekend.size > HOOGSTENS && oudste !== undefined) this.#bekend.delete(oudste);
    return toegang;
  }

  private async onderzoek(
    token: string,
  ): Promise<{ readonly toegang: Toegang; readonly eindeMs: number }> {
    const { issuer, audience, rollenClaim, gemeentenClaim } = this.instellingen;
    const sleutels = await this.sleutels();
    try {
      const { payload } = await jwtVerify(token, sleutels, {
        issuer,
        audience,
        algorithms: ALGORITMEN,
        clockTolerance: KLOKVERSCHIL_SECONDEN,
        requiredClaims: ['sub', 'exp'],
      });
      if (typeof payload.sub !== 'string' || payload.sub === '') throw new ToegangFout('ONGELDIG');
      const genoemd = teksten(claim(payload, rollenClaim));
      const toegang = {
        onderwerp: payload.sub,
        rollen: ROLLEN.filter((rol) => genoemd.includes(rol)),
        gemeenten: [...new Set(teksten(claim(payload, gemeentenClaim)))],
      };
      return { toegang, eindeMs: ((payload.exp ?? 0) + KLOKVERSCHIL_SECONDEN) * 1_000 };
    } catch (fout) {
      throw new ToegangFout(redenVan(fout));
    }
  }

  private async sleutels(): Promise<JWTVerifyGetKey> {
    this.#sleutels ??= this.haalSleutelset();
    try {
      return await this.#sleutels;
    } catch {
      // The next caller tries again.
      this.#sleutels = undefined;
      throw new ToegangFout('INLOGDIENST_ONBEREIKBAAR');
    }
  }

  private async haalSleutelset(): Promise<JWTVerifyGetKey> {
    const uri = this.instellingen.jwksUri ?? (await ontdekJwksUri(this.instellingen.issuer));
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: OPHALEN_MS });
  }
}

async function ontdekJwksUri(issuer: string): Promise<string> {
  const adres = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const antwoord = await fetch(adres, {
    signal: AbortSignal.timeout(OPHALEN_MS),
    redirect: 'error',
  });
  if (!antwoord.ok) throw new Error(`Discovery gaf status ${antwoord.status}.`);
  const { issuer: genoemd, jwks_uri: uri } = (await antwoord.json()) as Record<string, unknown>;
  if (genoemd !== issuer || typeof uri !== 'string') throw new Error('Discovery klopt niet.');
  return uri;
}

function redenVan(fout: unknown): ToegangFoutReden {
  if (fout instanceof ToegangFout) return fout.reden;
  if (fout instanceof errors.JWTExpired) return 'VERLOPEN';
  // A key that the issuer does not have is the caller's fault; a key set that cannot be had is not.
  if (fout instanceof errors.JWKSTimeout || fout instanceof errors.JWKSInvalid) {
    return 'INLOGDIENST_ONBEREIKBAAR';
  }
  const vanJose = fout instanceof errors.JOSEError && fout.code !== 'ERR_JOSE_GENERIC';
  return vanJose ? 'ONGELDIG' : 'INLOGDIENST_ONBEREIKBAAR';
}

function claim(payload: JWTPayload, pad: string): unknown {
  if (Object.hasOwn(payload, pad)) return payload[pad];
  return pad.split('.').reduce<unknown>((waarde, naam) => {
    if (typeof waarde !== 'object' || waarde === null || !Object.hasOwn(waarde, naam))
      return undefined;
    return (waarde as Record<string, unknown>)[naam];
  }, payload);
}

function teksten(waarde: unknown): string[] {
  const lijst: unknown[] = Array.isArray(waarde) ? waarde : [waarde];
  return lijst.filter((een): een is string => typeof een === 'string' && een !== '');
}
