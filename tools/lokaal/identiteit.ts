import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type * as OidcProvider from 'oidc-provider';
import type { Adapter, AdapterPayload, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { LokaalFout } from './fout.js';

/** Someone who can ask for a token, with what the token then says. */
export interface IdentiteitClient {
  readonly id: string;
  readonly geheim: string;
  /** Who acts: the `sub` of the token, as it ends up in the journal. */
  readonly sub: string;
  readonly rollen: readonly string[];
  /** Codes of gemeenten, for instance GM0001. */
  readonly gemeenten: readonly string[];
}

export interface Identiteit {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** The audience of every token from here. */
export const AUDIENCE = 'inburgeringsregie-api';

const ALGORITME = 'RS256';
const GELDIG_SECONDEN = 3600;
const RESOURCE = 'urn:inburgeringsregie:api';

/**
 * Starts an OpenID provider on 127.0.0.1 for development: `client_credentials` at `<issuer>/token`
 * gives a signed JWT. Its keys are kept in the folder. Refuses to run in production.
 */
export async function startIdentiteit(opties: {
  readonly map: string;
  readonly clients: readonly IdentiteitClient[];
  /** Preferred port; another is chosen when it is taken. */
  readonly poort?: number;
}): Promise<Identiteit> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new LokaalFout(
      'De lokale identiteitsprovider start niet in productie. Zet OIDC_ISSUER naar de eigen provider.',
    );
  }
  const server = await luister(opties.poort ?? 0);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { Provider } = await laadBibliotheek();
  const provider = new Provider(issuer, configuratie(opties.clients, await sleutel(opties.map)));
  const antwoord = provider.callback();
  server.on('request', (req, res) => void antwoord(req, res));
  return {
    issuer,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function luister(poort: number): Promise<Server> {
  const server = createServer();
  try {
    server.listen(poort, '127.0.0.1');
    await once(server, 'listening');
    return server;
  } catch (fout) {
    if (poort === 0) throw fout;
    return luister(0);
  }
}

// On Node 20 the library says at load that it wants 22; what is used of it here is tested on both.
async function laadBibliotheek(): Promise<typeof OidcProvider> {
  const { warn } = console;
  console.warn = (...regel: unknown[]) => {
    if (!String(regel[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...regel);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}

function configuratie(clients: readonly IdentiteitClient[], jwk: JWK): Configuration {
  const wie = new Map(clients.map((client) => [client.id, client]));
  return {
    adapter: geheugen,
    jwks: { keys: [jwk] },
    clients: clients.map(({ id, geheim }) => ({
      client_id: id,
      client_secret: geheim,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
    })),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: { ClientCredentials: GELDIG_SECONDEN },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: '',
          accessTokenFormat: 'jwt',
          accessTokenTTL: GELDIG_SECONDEN,
          jwt: { sign: { alg: ALGORITME } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_ctx: KoaContextWithOIDC, token, { payload }) => {
          const client = wie.get(token.clientId ?? '');
          if (client !== undefined) {
            const { sub, rollen, gemeenten } = client;
            Object.assign(payload, { sub, rollen, gemeenten });
          }
        },
      },
    },
  };
}

// Clients are fixed and tokens are JWTs, so nothing of value is ever stored. An adapter of our own
// keeps the library from warning about its development store on every start.
function geheugen(): Adapter {
  const rijen = new Map<string, AdapterPayload>();
  const vind = (test: (rij: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> =>
    Promise.resolve([...rijen.values()].find(test));
  return {
    upsert: (id, rij) => Promise.resolve(void rijen.set(id, rij)),
    find: (id) => Promise.resolve(rijen.get(id)),
    findByUid: (uid) => vind((rij) => rij.uid === uid),
    findByUserCode: (code) => vind((rij) => rij.userCode === code),
    consume: () => Promise.resolve(),
    destroy: (id) => Promise.resolve(void rijen.delete(id)),
    revokeByGrantId: () => Promise.resolve(),
  };
}

async function sleutel(map: string): Promise<JWK> {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const bestand = join(map, 'identiteit.jwk.json');
  if (existsSync(bestand)) return JSON.parse(readFileSync(bestand, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair(ALGORITME, { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid, alg: ALGORITME, use: 'sig' };
  writeFileSync(bestand, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
}
