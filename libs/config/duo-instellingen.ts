import { DUO_API_NAMEN, type DuoApi } from '#adapters/duo/duo-apis.js';
import { SEMVER, type DuoApisAnders } from '#adapters/duo/duo-configuratie.js';
import type { OmgevingLezer } from './lezer.js';

export interface DuoInstellingen {
  readonly basisUrl: string;
  /** What is not at `basisUrl`, or has another version than this client was written for. */
  readonly apis: DuoApisAnders;
  /** Organisation number of DUO, 20 digits. */
  readonly oin: string;
  /** Folder with `<oin>.crt` and `<oin>.key` of each gemeente, and `ca.crt`: whom they trust. */
  readonly clientMap: string;
}

/** `schemas`: how an address of DUO may begin, with colon. */
export function leesDuo(lezer: OmgevingLezer, schemas: readonly string[]): DuoInstellingen {
  const oin = lezer.tekst('DUO_OIN');
  if (oin !== '' && !/^\d{20}$/.test(oin)) lezer.klaag('DUO_OIN', 'moet uit 20 cijfers bestaan');
  return {
    basisUrl: lezer.url('DUO_BASIS_URL', schemas),
    apis: leesApis(lezer, schemas),
    oin,
    clientMap: lezer.tekst('DUO_CLIENT_MAP'),
  };
}

const isObject = (waarde: unknown): waarde is Readonly<Record<string, unknown>> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** `DUO_APIS`: by name of the API an object with `url`, `versie` or both. */
function leesApis(lezer: OmgevingLezer, schemas: readonly string[]): DuoApisAnders {
  const tekst = lezer.optioneel('DUO_APIS');
  if (tekst === undefined) return {};
  let gelezen: unknown;
  try {
    gelezen = JSON.parse(tekst);
  } catch {
    gelezen = undefined;
  }
  if (!isObject(gelezen)) {
    lezer.klaag('DUO_APIS', 'moet een JSON-object zijn, per API: {"pip":{"url":…,"versie":…}}');
    return {};
  }
  const anders: Partial<Record<DuoApi, DuoApisAnders[DuoApi]>> = {};
  for (const [naam, een] of Object.entries(gelezen)) {
    const api = DUO_API_NAMEN.find((bekend) => bekend === naam);
    // What was typed instead of a name is not repeated: nothing tells what it is.
    if (api === undefined) {
      lezer.klaag('DUO_APIS', `kent alleen deze namen: ${DUO_API_NAMEN.join(', ')}`);
    } else {
      anders[api] = leesApi(lezer, api, een, schemas);
    }
  }
  return anders;
}

function leesApi(
  lezer: OmgevingLezer,
  api: DuoApi,
  een: unknown,
  schemas: readonly string[],
): NonNullable<DuoApisAnders[DuoApi]> {
  if (!isObject(een) || !Object.keys(een).every((veld) => veld === 'url' || veld === 'versie')) {
    lezer.klaag('DUO_APIS', `${api} moet een object zijn met url, versie of beide`);
    return {};
  }
  const { url, versie } = een;
  const klacht =
    url === undefined
      ? undefined
      : typeof url === 'string'
        ? adresklacht(url, schemas)
        : 'moet tekst zijn';
  if (klacht !== undefined) lezer.klaag('DUO_APIS', `de url van ${api} ${klacht}`);
  const isVersie = typeof versie === 'string' && SEMVER.test(versie);
  if (versie !== undefined && !isVersie) {
    lezer.klaag('DUO_APIS', `de versie van ${api} moet uit drie getallen bestaan, zoals 1.2.0`);
  }
  return {
    ...(typeof url === 'string' && { basisUrl: url }),
    ...(isVersie && { versie }),
  };
}

/** What is wrong with it. */
function adresklacht(tekst: string, schemas: readonly string[]): string | undefined {
  const url = URL.canParse(tekst) ? new URL(tekst) : undefined;
  if (url === undefined || !schemas.includes(url.protocol)) {
    const toegestaan = schemas.map((schema) => `${schema}//`).join(' of ');
    return `moet een adres zijn dat begint met ${toegestaan}`;
  }
  const { username, password, search, hash, pathname } = url;
  if (`${username}${password}${search}${hash}` !== '') {
    return 'mag geen gebruiker, vraag of anker hebben';
  }
  // The client puts it there, from the version.
  return /\/v\d+\/?$/.test(pathname) ? 'moet zonder /v en versie: die komt uit versie' : undefined;
}
