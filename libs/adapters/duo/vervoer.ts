import { request, type Dispatcher } from 'undici';
import type { DuoGrenzen } from './duo-configuratie.js';
import type { Storingsoorzaak } from './uitkomst.js';
import type { Verzoek } from './verzoek.js';

/** What came over the line, not yet judged. */
export interface RuwAntwoord {
  readonly status: number;
  readonly koppen: Readonly<Record<string, string | string[] | undefined>>;
  /** `te-groot`: over the limit; `afgebroken`: the line broke or time ran out half-way. */
  readonly body: Buffer | 'te-groot' | 'afgebroken';
}

/** No answer. `verzonden`: DUO may have seen the request. */
export interface GeenAntwoord {
  readonly oorzaak: Storingsoorzaak | 'niet-vertrouwd';
  readonly verzonden: boolean;
}

const NIET_VERBONDEN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const TIJD_OM = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
// An alert about our certificate means that no application has seen the request.
const ONS_CERTIFICAAT = /_ALERT_.*(CERT|UNKNOWN_CA|ACCESS_DENIED)/;
const TLS = /CERT|CRL|^UNABLE_TO_|^ERR_TLS|^ERR_(SSL|OSSL)|^EPROTO$|INVALID_CA|INVALID_PURPOSE/;

/** Keeps the kind of an error only: its text may hold a URL, and a URL holds a BSN. */
function duidFout(fout: unknown): GeenAntwoord {
  const ruw: unknown =
    typeof fout === 'object' && fout !== null && 'code' in fout ? fout.code : undefined;
  const code = typeof ruw === 'string' ? ruw : '';
  if (ONS_CERTIFICAAT.test(code)) return { oorzaak: 'niet-vertrouwd', verzonden: false };
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return { oorzaak: 'time-out', verzonden: false };
  if (TIJD_OM.has(code)) return { oorzaak: 'time-out', verzonden: true };
  if (TLS.test(code)) return { oorzaak: 'tls', verzonden: false };
  return { oorzaak: 'verbinding', verzonden: !NIET_VERBONDEN.has(code) };
}

async function leesBody(
  body: AsyncIterable<Buffer>,
  hoogstens: number,
): Promise<RuwAntwoord['body']> {
  const stukken: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const stuk of body) {
      bytes += stuk.length;
      if (bytes > hoogstens) return 'te-groot';
      stukken.push(stuk);
    }
  } catch {
    return 'afgebroken';
  }
  return Buffer.concat(stukken);
}

/** Sends one request, once, and gives what came back or why nothing did. Never throws. */
export async function verstuur(
  dispatcher: Dispatcher,
  adres: string,
  verzoek: Verzoek,
  grenzen: DuoGrenzen,
  signal: AbortSignal,
): Promise<RuwAntwoord | GeenAntwoord> {
  try {
    const antwoord = await request(`${adres}${verzoek.pad}`, {
      dispatcher,
      method: verzoek.methode,
      headers: verzoek.koppen,
      body: verzoek.body,
      headersTimeout: grenzen.koppenMs,
      bodyTimeout: grenzen.bodyMs,
      signal,
    });
    return {
      status: antwoord.statusCode,
      koppen: antwoord.headers,
      body: await leesBody(antwoord.body, grenzen.antwoordBytes),
    };
  } catch (fout) {
    return duidFout(fout);
  }
}
