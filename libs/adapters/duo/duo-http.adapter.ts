import { createSecureContext, type SecureContext } from 'node:tls';
import { Agent } from 'undici';
import { Begrenzer } from './begrenzer.js';
import { classificeer } from './classificatie.js';
import { DUO_API_NAMEN, type DuoApi } from './duo-apis.js';
import { adresVan, OIN, type DuoConfiguratie, type DuoTls } from './duo-configuratie.js';
import type { DuoOperatieNaam, DuoPort } from './duo.port.js';
import { Onleesbaar } from './lezer.js';
import type { Operatie } from './operatie.js';
import { poortVan } from './operatienamen.js';
import { DUO_OPERATIES } from './operaties/operaties.js';
import { Stroomonderbreker } from './stroomonderbreker.js';
import type { DuoUitkomst, OnsDefect, Storing, Storingsoorzaak } from './uitkomst.js';
import { verstuur, type GeenAntwoord } from './vervoer.js';
import { stelVerzoekOp, type ElkeAanroep, type Verzoek } from './verzoek.js';

/** Hears how every call ended: nothing of the person or the answer is in it. */
export type DuoWaarnemer = (operatie: DuoOperatieNaam, uitkomst: DuoUitkomst<unknown>) => void;

const defect = (details: string): OnsDefect => ({ soort: 'ons-defect', details, afwijkingen: [] });

const GEEN_CERTIFICAAT = defect('gemeenteOin: geen certificaat voor deze gemeente');

const nietVerstuurd = (oorzaak: Storingsoorzaak, herhaalNaSeconden?: number): Storing => ({
  soort: 'storing',
  oorzaak,
  ongewis: false,
  ...(herhaalNaSeconden === undefined ? {} : { herhaalNaSeconden }),
  afwijkingen: [],
});

/** An abort signal that also rings when the time of a call is over, and says which it was. */
class Wekker {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #afgebroken = (): void => {
    this.#controller.abort();
  };
  tijdOm = false;

  constructor(
    ms: number,
    private readonly buiten?: AbortSignal,
  ) {
    this.#timer = setTimeout(() => {
      this.tijdOm = true;
      this.#controller.abort();
    }, ms);
    if (buiten?.aborted === true) this.#controller.abort();
    buiten?.addEventListener('abort', this.#afgebroken, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the call ended before its answer, or `null` when nobody rang. */
  get reden(): Storingsoorzaak | null {
    if (!this.signal.aborted) return null;
    return this.tijdOm ? 'time-out' : 'afgebroken';
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.buiten?.removeEventListener('abort', this.#afgebroken);
  }
}

/**
 * The client of DUO's eleven APIs over HTTP with the certificate of the gemeente. It sends once:
 * trying again is for whoever calls, who knows whether that is safe.
 */
export class DuoHttpAdapter {
  readonly poort: DuoPort = poortVan(async (naam, aanroep) => {
    const uitkomst = await this.#voer(naam, aanroep);
    this.waarnemer(naam, uitkomst);
    return uitkomst;
  });
  #agents: ReadonlyMap<string, Agent> = new Map();
  readonly #adressen = new Map<DuoApi, string>();
  readonly #begrenzers = new Map<DuoApi, Begrenzer>();
  // Per gemeente too: one whose certificate expired must not close the door for the others.
  readonly #onderbrekers = new Map<string, Stroomonderbreker>();

  /** Throws when the configuration cannot be right. */
  constructor(
    private readonly configuratie: DuoConfiguratie,
    private readonly nuMs: () => number = Date.now,
    private readonly waarnemer: DuoWaarnemer = () => undefined,
  ) {
    if (!OIN.test(configuratie.duoOin)) throw new Error('DUO-configuratie: duoOin is geen OIN');
    for (const api of DUO_API_NAMEN) {
      const { gelijktijdig, wachtend } = configuratie.apis[api];
      this.#adressen.set(api, adresVan(api, configuratie.apis[api]));
      this.#begrenzers.set(api, new Begrenzer(gelijktijdig, wachtend));
    }
    this.neemCertificaten(configuratie.gemeenten);
  }

  /**
   * From the next call on in force; calls under way end on the connection they have. Throws, and changes nothing,
   * when one cannot be used.
   */
  neemCertificaten(gemeenten: ReadonlyMap<string, DuoTls>): void {
    const agents = [...gemeenten].map(([oin, tls]) => {
      if (!OIN.test(oin)) throw new Error('DUO-configuratie: een gemeente heeft geen OIN');
      return [oin, this.#maakAgent(oin, tls)] as const;
    });
    const eerder = this.#agents;
    this.#agents = new Map(agents);
    for (const agent of eerder.values()) agent.close().catch(() => undefined);
  }

  /** Lets running calls end and closes all connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.close()));
  }

  #maakAgent(oin: string, tls: DuoTls): Agent {
    return new Agent({
      connections: 16,
      pipelining: 1,
      connect: {
        timeout: this.configuratie.grenzen.verbindenMs,
        secureContext: tlsContext(oin, tls),
        rejectUnauthorized: true,
      },
    });
  }

  #onderbreker(api: DuoApi, oin: string): Stroomonderbreker {
    const sleutel = `${api} ${oin}`;
    const bestaand = this.#onderbrekers.get(sleutel);
    if (bestaand !== undefined) return bestaand;
    const nieuw = new Stroomonderbreker(this.configuratie.grenzen, this.nuMs);
    this.#onderbrekers.set(sleutel, nieuw);
    return nieuw;
  }

  async #voer(naam: DuoOperatieNaam, aanroep: ElkeAanroep): Promise<DuoUitkomst<unknown>> {
    const operatie: Operatie = DUO_OPERATIES[naam];
    let verzoek: Verzoek;
    try {
      verzoek = stelVerzoekOp(operatie, aanroep, this.configuratie.duoOin);
    } catch (fout) {
      if (fout instanceof Onleesbaar) return defect(fout.reden);
      throw fout;
    }
    if (!this.#agents.has(aanroep.gemeenteOin)) return GEEN_CERTIFICAAT;

    const wekker = new Wekker(this.configuratie.grenzen.totaalMs, aanroep.signal);
    const plek = await this.#begrenzers.get(operatie.api)?.neem(wekker.signal);
    try {
      if (typeof plek !== 'function') {
        return nietVerstuurd(plek === 'vol' ? 'wachtrij-vol' : (wekker.reden ?? 'afgebroken'));
      }
      return await this.#doorDeOnderbreker(operatie, verzoek, aanroep, wekker);
    } finally {
      if (typeof plek === 'function') plek();
      wekker.stop();
    }
  }

  async #doorDeOnderbreker(
    operatie: Operatie,
    verzoek: Verzoek,
    aanroep: ElkeAanroep,
    wekker: Wekker,
  ): Promise<DuoUitkomst<unknown>> {
    const onderbreker = this.#onderbreker(operatie.api, aanroep.gemeenteOin);
    const wacht = onderbreker.wacht();
    if (wacht !== null) return nietVerstuurd('onderbroken', wacht);
    let einde: 'antwoord' | 'storing' | 'niets' = 'niets';
    try {
      const uitkomst = await this.#verstuur(operatie, verzoek, aanroep, wekker);
      if (uitkomst.soort !== 'storing' || uitkomst.status === 429) einde = 'antwoord';
      else if (uitkomst.oorzaak !== 'afgebroken') einde = 'storing';
      return uitkomst;
    } finally {
      onderbreker.meld(einde);
    }
  }

  async #verstuur(
    operatie: Operatie,
    verzoek: Verzoek,
    aanroep: ElkeAanroep,
    wekker: Wekker,
  ): Promise<DuoUitkomst<unknown>> {
    const { grenzen, apis } = this.configuratie;
    const adres = this.#adressen.get(operatie.api) ?? '';
    const agent = this.#agents.get(aanroep.gemeenteOin);
    if (agent === undefined) return GEEN_CERTIFICAAT;
    const antwoord = await verstuur(agent, adres, verzoek, grenzen, wekker.signal);
    if ('status' in antwoord) {
      const uitkomst = classificeer(operatie, antwoord, {
        versie: apis[operatie.api].versie,
        berichtId: aanroep.berichtId,
        nuMs: this.nuMs(),
      });
      // A body that stopped half-way because we rang is our own doing, not a broken line.
      return uitkomst.soort === 'storing' && uitkomst.oorzaak === 'verbinding'
        ? { ...uitkomst, oorzaak: wekker.reden ?? uitkomst.oorzaak }
        : uitkomst;
    }
    return zonderAntwoord(antwoord, operatie, wekker);
  }
}

/** Checks key and certificate at start, not at the first message of the gemeente. */
function tlsContext(oin: string, { sleutel, certificaat, ca, crl }: DuoTls): SecureContext {
  try {
    return createSecureContext({
      key: sleutel,
      cert: certificaat,
      ca: typeof ca === 'string' ? ca : [...ca],
      ...(crl === undefined ? {} : { crl: [...crl] }),
      minVersion: 'TLSv1.2',
    });
  } catch {
    throw new Error(
      `DUO-configuratie: sleutel, certificaat, ca of crl van ${oin} is niet bruikbaar`,
    );
  }
}

function zonderAntwoord(
  { oorzaak, verzonden }: GeenAntwoord,
  operatie: Operatie,
  wekker: Wekker,
): DuoUitkomst<never> {
  if (oorzaak === 'niet-vertrouwd') return { soort: 'niet-geautoriseerd', afwijkingen: [] };
  return {
    soort: 'storing',
    oorzaak: wekker.reden ?? oorzaak,
    ongewis: verzonden && operatie.methode !== 'GET',
    afwijkingen: [],
  };
}
