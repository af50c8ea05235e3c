import { isIP } from 'node:net';
import type { DuoGrenzen, DuoTls } from '../duo/duo-configuratie.js';

/** How one gemeente reaches the BRP: at RvIG, or through a gateway of its own. */
export interface BrpGemeente {
  /** Address up to and without `/personen`. */
  readonly basisUrl: string;
  readonly tls?: DuoTls;
  /** What its gateway wants besides, for instance X-API-KEY. */
  readonly koppen?: Readonly<Record<string, string>>;
}

export interface BrpGrenzen extends DuoGrenzen {
  /** Together, the first one included. */
  readonly pogingen: number;
  /** Before the second attempt; doubles after that. */
  readonly wachtMs: number;
}

export interface BrpConfiguratie {
  /** By code of four digits. Who is not in it has the BRP switched off; empty is how it starts. */
  readonly gemeenten: ReadonlyMap<string, BrpGemeente>;
  readonly grenzen: BrpGrenzen;
}

export const STANDAARD_BRP_GRENZEN: BrpGrenzen = {
  verbindenMs: 3_000,
  koppenMs: 5_000,
  bodyMs: 5_000,
  totaalMs: 12_000,
  antwoordBytes: 100_000,
  naStoringen: 5,
  rustMs: 30_000,
  pogingen: 3,
  wachtMs: 250,
};

const isLoopback = (naam: string): boolean =>
  naam === 'localhost' || naam === '[::1]' || (isIP(naam) === 4 && naam.startsWith('127.'));

/** Address of the one operation we use. Throws when the configuration cannot be right. */
export function brpAdres(code: string, { basisUrl }: BrpGemeente): string {
  if (!/^\d{4}$/.test(code)) throw new Error('BRP-configuratie: een gemeente heeft geen code');
  if (!URL.canParse(basisUrl)) throw new Error('BRP-configuratie: basisUrl is geen URL');
  const url = new URL(basisUrl);
  // The question holds a BSN: in clear only to a stand-in on this machine.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new Error('BRP-configuratie: basisUrl moet https zijn');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
