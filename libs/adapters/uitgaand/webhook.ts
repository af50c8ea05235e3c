import { createHmac } from 'node:crypto';
import { Agent } from 'undici';
import { verstuur, type RuwAntwoord } from '../duo/vervoer.js';
import type { UitgaandeGrenzen, UitgaandeLijn } from './lijn.js';
import type { WebhookConfiguratie } from './uitgaand-configuratie.js';
import type { UitgaandBericht, UitgaandUitkomst } from './uitgaand.port.js';

/** A timeout, a double under way, too early, too many: the receiver says itself that later may do. */
const LATER = new Set([408, 409, 425, 429]);
const LANGSTE_WACHT_SECONDEN = 3_600;

/** What the receiver reads: kinds, codes, a day and a link. */
function inhoudVan({ id, trajectId, inhoud }: UitgaandBericht): string {
  const { aanleiding, taak, termijn, uiterlijkOp, link, proef } = inhoud;
  return JSON.stringify({ id, aanleiding, trajectId, taak, termijn, uiterlijkOp, link, proef });
}

/**
 * Calls the webhook of one gemeente, signed as Standard Webhooks says (HMAC-SHA256 over id, second and body), so
 * that a receiver can use an existing library. Goes to the configured address only: a redirect is not followed.
 */
export class Webhook implements UitgaandeLijn {
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(
    private readonly configuratie: WebhookConfiguratie,
    private readonly grenzen: UitgaandeGrenzen,
    ca: string | undefined,
    private readonly nuMs: () => number,
  ) {
    this.#url = new URL(configuratie.url);
    this.#agent = new Agent({
      connections: grenzen.gelijktijdig,
      connect: {
        timeout: grenzen.verbindenMs,
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        ...(ca === undefined ? {} : { ca }),
      },
    });
  }

  async verstuur(bericht: UitgaandBericht, einde: AbortSignal): Promise<UitgaandUitkomst> {
    const body = inhoudVan(bericht);
    const verzoek = {
      methode: 'POST' as const,
      pad: `${this.#url.pathname}${this.#url.search}`,
      koppen: this.#koppen(bericht.id, body),
      body,
    };
    const antwoord = await verstuur(this.#agent, this.#url.origin, verzoek, this.grenzen, einde);
    if ('status' in antwoord) return duid(antwoord);
    const { oorzaak, verzonden } = antwoord;
    return oorzaak === 'niet-vertrouwd'
      ? { soort: 'niet-geautoriseerd' }
      : { soort: 'storing', oorzaak, ongewis: verzonden };
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  #koppen(id: string, body: string): Record<string, string> {
    const tijdstip = String(Math.floor(this.nuMs() / 1000));
    const handtekening = createHmac('sha256', this.configuratie.geheim)
      .update(`${id}.${tijdstip}.${body}`)
      .digest('base64');
    return {
      'content-type': 'application/json',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': tijdstip,
      'webhook-signature': `v1,${handtekening}`,
    };
  }
}

/** The status is the whole answer; what the receiver says besides is not read into anything. */
function duid({ status, koppen }: RuwAntwoord): UitgaandUitkomst {
  if (status >= 200 && status < 300) return { soort: 'gelukt' };
  if (status === 401 || status === 403) return { soort: 'niet-geautoriseerd' };
  if (status < 500 && !LATER.has(status)) return { soort: 'geweigerd', oorzaak: `http-${status}` };
  return { soort: 'storing', oorzaak: 'http', status, ...herhaalNa(koppen), ongewis: false };
}

function herhaalNa(koppen: RuwAntwoord['koppen']): { herhaalNaSeconden?: number } {
  const [kop] = [koppen['retry-after']].flat();
  if (kop === undefined || !/^\d{1,9}$/.test(kop)) return {};
  return { herhaalNaSeconden: Math.min(Number(kop), LANGSTE_WACHT_SECONDEN) };
}
