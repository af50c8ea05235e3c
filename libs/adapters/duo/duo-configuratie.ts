import { isIP } from 'node:net';
import { DUO_API_NAMEN, DUO_APIS, type DuoApi } from './duo-apis.js';

/** Where one API of DUO is and how we use it. */
export interface DuoApiConfiguratie {
  /** Scheme, host and port (and a prefix if DUO has one), without the `/v1` of the version. */
  readonly basisUrl: string;
  /** Full version we expect; its major number is part of the path. */
  readonly versie: string;
  /** Calls at once, over all gemeenten. */
  readonly gelijktijdig: number;
  /** Calls that may wait for a place. */
  readonly wachtend: number;
}

/** The PKIoverheid key and certificate of a gemeente (PEM), and whom it trusts. */
export interface DuoTls {
  readonly sleutel: string;
  readonly certificaat: string;
  readonly ca: string | readonly string[];
  /** Certificate revocation lists (PEM, one each), when they are to be checked. */
  readonly crl?: readonly string[];
}

export interface DuoGrenzen {
  readonly verbindenMs: number;
  readonly koppenMs: number;
  readonly bodyMs: number;
  /** The whole call, waiting for a place included. A lease on a message must last longer. */
  readonly totaalMs: number;
  readonly antwoordBytes: number;
  readonly naStoringen: number;
  readonly rustMs: number;
}

export interface DuoConfiguratie {
  readonly duoOin: string;
  readonly apis: Readonly<Record<DuoApi, DuoApiConfiguratie>>;
  /** By OIN of the gemeente. */
  readonly gemeenten: ReadonlyMap<string, DuoTls>;
  readonly grenzen: DuoGrenzen;
}

export const STANDAARD_DUO_GRENZEN: DuoGrenzen = {
  verbindenMs: 3_000,
  koppenMs: 8_000,
  bodyMs: 5_000,
  totaalMs: 10_000,
  antwoordBytes: 1_000_000,
  naStoringen: 5,
  rustMs: 30_000,
};

export type DuoApisAnders = Readonly<
  Partial<Record<DuoApi, Partial<Pick<DuoApiConfiguratie, 'basisUrl' | 'versie'>>>>
>;

/** All APIs at one address, in the versions this client was written for, but for what is said otherwise. */
export function duoApisOp(
  basisUrl: string,
  anders: DuoApisAnders = {},
): Record<DuoApi, DuoApiConfiguratie> {
  const rijen = DUO_API_NAMEN.map((api) => [
    api,
    { basisUrl, versie: DUO_APIS[api], gelijktijdig: 8, wachtend: 200, ...anders[api] },
  ]);
  return Object.fromEntries(rijen) as Record<DuoApi, DuoApiConfiguratie>;
}

export const OIN = /^\d{20}$/;
export const SEMVER =
  /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(-[0-9A-Za-z.-]{1,100})?(\+[0-9A-Za-z.-]{1,100})?$/;

const isLoopback = (naam: string): boolean =>
  naam === 'localhost' || naam === '[::1]' || (isIP(naam) === 4 && naam.startsWith('127.'));

/** Address of an API with the major version in it. Throws when the configuration cannot be right. */
export function adresVan(api: DuoApi, configuratie: DuoApiConfiguratie): string {
  const major = SEMVER.exec(configuratie.versie)?.[1];
  if (major === undefined) throw new Error(`DUO-configuratie: versie van ${api} is geen semver`);
  if (!URL.canParse(configuratie.basisUrl)) {
    throw new Error(`DUO-configuratie: basisUrl van ${api} is geen URL`);
  }
  const url = new URL(configuratie.basisUrl);
  // Plain http would send a BSN over the line in clear: only for a simulator on this machine.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new Error(`DUO-configuratie: basisUrl van ${api} moet https zijn`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/v${major}`;
}
