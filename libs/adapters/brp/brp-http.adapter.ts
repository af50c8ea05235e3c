import { setTimeout as wacht } from 'node:timers/promises';
import { Agent } from 'undici';
import { Onleesbaar } from '../duo/lezer.js';
import { Stroomonderbreker } from '../duo/stroomonderbreker.js';
import { verstuur, type GeenAntwoord, type RuwAntwoord } from '../duo/vervoer.js';
import { brpVraag, leesBrpAntwoord } from './brp-antwoord.js';
import { brpAdres, type BrpConfiguratie, type BrpGemeente } from './brp-configuratie.js';
import type { BrpPort, BrpUitkomst, BrpVraag } from './brp.port.js';

/** Six hours. */
const LANGSTE_WACHT_SECONDEN = 21_600;

interface Lijn {
  readonly adres: string;
  readonly koppen: Readonly<Record<string, string>>;
  readonly agent: Agent;
  readonly onderbreker: Stroomonderbreker;
}

/**
 * Asks the BRP API Personen (version 2) about one person, under the authorisation of the gemeente. Asking changes
 * nothing, so what fails is asked again a few times within the time it may take.
 */
export class BrpHttpAdapter implements BrpPort {
  readonly #lijnen = new Map<string, Lijn>();

  /** Throws when the configuration cannot be right. */
  constructor(
    private readonly configuratie: BrpConfiguratie,
    private readonly nuMs: () => number = Date.now,
  ) {
    for (const [code, gemeente] of configuratie.gemeenten) {
      this.#lijnen.set(code, this.#maakLijn(code, gemeente));
    }
  }

  async raadpleeg({ gemeenteCode, bsn, signal }: BrpVraag): Promise<BrpUitkomst> {
    const lijn = this.#lijnen.get(gemeenteCode);
    if (lijn === undefined) return { soort: 'uit' };
    if (!/^\d{9}$/.test(bsn)) return { soort: 'ons-defect', details: 'bsn: verkeerde vorm' };
    const { pogingen, wachtMs, totaalMs } = this.configuratie.grenzen;
    const tijd = AbortSignal.timeout(totaalMs);
    const einde = signal === undefined ? tijd : AbortSignal.any([tijd, signal]);
    for (let poging = 1; ; poging += 1) {
      const uitkomst = await this.#poog(lijn, bsn, einde, signal);
      const opnieuw = uitkomst.soort === 'storing' && uitkomst.oorzaak !== 'onderbroken';
      // Who names a time to come back is not asked again within this question.
      if (!opnieuw || uitkomst.herhaalNaSeconden !== undefined || poging >= pogingen) {
        return uitkomst;
      }
      const pauze = wachtMs * 2 ** (poging - 1) * (0.5 + Math.random());
      const doorgaan = await wacht(pauze, true, { signal: einde }).catch(() => false);
      if (!doorgaan) return uitkomst;
    }
  }

  /** Lets running questions end and closes all connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#lijnen.values()].map(({ agent }) => agent.close()));
  }

  #maakLijn(code: string, gemeente: BrpGemeente): Lijn {
    const { grenzen } = this.configuratie;
    const { tls, koppen = {} } = gemeente;
    return {
      adres: brpAdres(code, gemeente),
      koppen: { ...koppen, accept: 'application/json', 'content-type': 'application/json' },
      onderbreker: new Stroomonderbreker(grenzen, this.nuMs),
      agent: new Agent({
        connections: 4,
        connect: {
          timeout: grenzen.verbindenMs,
          ...(tls === undefined
            ? {}
            : { cert: tls.certificaat, key: tls.sleutel, ca: [tls.ca].flat() }),
        },
      }),
    };
  }

  async #poog(
    lijn: Lijn,
    bsn: string,
    einde: AbortSignal,
    signal: AbortSignal | undefined,
  ): Promise<BrpUitkomst> {
    const rust = lijn.onderbreker.wacht();
    if (rust !== null) return { soort: 'storing', oorzaak: 'onderbroken', herhaalNaSeconden: rust };
    const verzoek = {
      methode: 'POST' as const,
      pad: '/personen',
      koppen: lijn.koppen,
      body: brpVraag(bsn),
    };
    const antwoord = await verstuur(
      lijn.agent,
      lijn.adres,
      verzoek,
      this.configuratie.grenzen,
      einde,
    );
    const uitkomst = duid(antwoord, bsn, einde, signal);
    lijn.onderbreker.meld(eindeVan(uitkomst));
    return uitkomst;
  }
}

/** What the end says of the BRP: a question that we broke off ourselves says nothing. */
function eindeVan(uitkomst: BrpUitkomst): 'antwoord' | 'storing' | 'niets' {
  if (uitkomst.soort !== 'storing' || uitkomst.status === 429) return 'antwoord';
  return uitkomst.oorzaak === 'afgebroken' ? 'niets' : 'storing';
}

/** Gives every answer its defined end. */
function duid(
  antwoord: RuwAntwoord | GeenAntwoord,
  bsn: string,
  einde: AbortSignal,
  signal: AbortSignal | undefined,
): BrpUitkomst {
  if (einde.aborted && (!('status' in antwoord) || antwoord.body === 'afgebroken')) {
    return { soort: 'storing', oorzaak: signal?.aborted === true ? 'afgebroken' : 'time-out' };
  }
  if (!('status' in antwoord)) {
    const { oorzaak } = antwoord;
    return oorzaak === 'niet-vertrouwd'
      ? { soort: 'niet-geautoriseerd' }
      : { soort: 'storing', oorzaak };
  }
  const { status, body } = antwoord;
  if (status === 401 || status === 403) return { soort: 'niet-geautoriseerd' };
  if (status === 408 || status === 429 || status >= 500) {
    return { soort: 'storing', oorzaak: 'http', status, ...herhaalNa(antwoord) };
  }
  if (status >= 400) return { soort: 'ons-defect', details: `de BRP antwoordt ${status}` };
  if (status !== 200) return { soort: 'onbegrijpelijk', reden: `antwoord: status ${status}` };
  if (body === 'afgebroken') return { soort: 'storing', oorzaak: 'verbinding', status };
  return leesBody(body, bsn);
}

function leesBody(body: Buffer | 'te-groot', bsn: string): BrpUitkomst {
  if (body === 'te-groot') return { soort: 'onbegrijpelijk', reden: 'antwoord: te groot' };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { soort: 'onbegrijpelijk', reden: 'antwoord: geen geldige JSON' };
  }
  const afwijkingen: string[] = [];
  try {
    const persoon = leesBrpAntwoord(json, bsn, afwijkingen);
    return persoon === null ? { soort: 'onbekend' } : { soort: 'gevonden', persoon, afwijkingen };
  } catch (fout) {
    if (!(fout instanceof Onleesbaar)) throw fout;
    return { soort: 'onbegrijpelijk', reden: fout.reden };
  }
}

function herhaalNa({ koppen }: RuwAntwoord): { herhaalNaSeconden?: number } {
  const [kop] = [koppen['retry-after']].flat();
  if (kop === undefined || !/^\d{1,9}$/.test(kop)) return {};
  return { herhaalNaSeconden: Math.min(Number(kop), LANGSTE_WACHT_SECONDEN) };
}
