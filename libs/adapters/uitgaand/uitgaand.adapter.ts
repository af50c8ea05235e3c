import type { Kanaal } from '#domain/uitgaand/attendering.js';
import { Begrenzer } from '../duo/begrenzer.js';
import { Stroomonderbreker } from '../duo/stroomonderbreker.js';
import { STANDAARD_UITGAAND_GRENZEN, type UitgaandeGrenzen, type UitgaandeLijn } from './lijn.js';
import { Mailserver } from './mailserver.js';
import type { GemeenteUitgaand, UitgaandConfiguratie } from './uitgaand-configuratie.js';
import type { UitgaandBericht, UitgaandPort, UitgaandUitkomst } from './uitgaand.port.js';
import { Webhook } from './webhook.js';

/** Hears how every attempt ended: nothing of the message or the receiver is in it. */
export type UitgaandWaarnemer = (kanaal: Kanaal, uitkomst: UitgaandUitkomst) => void;

interface Ontvanger {
  readonly lijn: UitgaandeLijn;
  readonly begrenzer: Begrenzer;
  readonly onderbreker: Stroomonderbreker;
}

const storing = (
  oorzaak: 'onderbroken' | 'wachtrij-vol' | 'time-out' | 'afgebroken',
  meer: { readonly herhaalNaSeconden?: number } = {},
): UitgaandUitkomst => ({ soort: 'storing', oorzaak, ongewis: false, ...meer });

/** Webhook and mail of each gemeente; a receiver that is down is left alone for a while, and only that one. */
export class UitgaandAdapter implements UitgaandPort {
  readonly #ontvangers = new Map<string, Ontvanger>();

  constructor(
    configuratie: UitgaandConfiguratie,
    private readonly waarnemer: UitgaandWaarnemer = () => undefined,
    private readonly grenzen: UitgaandeGrenzen = STANDAARD_UITGAAND_GRENZEN,
    private readonly nuMs: () => number = Date.now,
  ) {
    for (const [oin, gemeente] of configuratie.gemeenten) {
      this.#voegToe(oin, gemeente, configuratie.ca);
    }
  }

  async verstuur(bericht: UitgaandBericht): Promise<UitgaandUitkomst> {
    const { kanaal } = bericht.inhoud;
    const ontvanger = this.#ontvangers.get(`${kanaal} ${bericht.gemeenteOin}`);
    const uitkomst: UitgaandUitkomst =
      ontvanger === undefined
        ? { soort: 'niet-ingericht' }
        : await this.#opZijnBeurt(ontvanger, bericht);
    this.waarnemer(kanaal, uitkomst);
    return uitkomst;
  }

  /** Lets running attempts end and closes all connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#ontvangers.values()].map(({ lijn }) => lijn.close()));
  }

  #voegToe(oin: string, { webhook, mail }: GemeenteUitgaand, ca: string | undefined): void {
    const { grenzen, nuMs } = this;
    const lijnen: readonly (readonly [Kanaal, UitgaandeLijn])[] = [
      ...(webhook ? [['webhook', new Webhook(webhook, grenzen, ca, nuMs)] as const] : []),
      ...(mail ? [['mail', new Mailserver(mail, grenzen, ca)] as const] : []),
    ];
    for (const [kanaal, lijn] of lijnen) {
      this.#ontvangers.set(`${kanaal} ${oin}`, {
        lijn,
        begrenzer: new Begrenzer(grenzen.gelijktijdig, grenzen.wachtend),
        onderbreker: new Stroomonderbreker(grenzen, nuMs),
      });
    }
  }

  async #opZijnBeurt(ontvanger: Ontvanger, bericht: UitgaandBericht): Promise<UitgaandUitkomst> {
    const { signal } = bericht;
    const tijd = AbortSignal.timeout(this.grenzen.totaalMs);
    const einde = signal === undefined ? tijd : AbortSignal.any([tijd, signal]);
    const plek = await ontvanger.begrenzer.neem(einde);
    if (plek === 'vol') return storing('wachtrij-vol');
    if (plek === 'afgebroken') return storing(redenVan(signal));
    try {
      return await poog(ontvanger, bericht, einde);
    } finally {
      plek();
    }
  }
}

async function poog(
  { lijn, onderbreker }: Ontvanger,
  bericht: UitgaandBericht,
  einde: AbortSignal,
): Promise<UitgaandUitkomst> {
  const rust = onderbreker.wacht();
  if (rust !== null) return storing('onderbroken', { herhaalNaSeconden: rust });
  let gehoord: 'antwoord' | 'storing' | 'niets' = 'niets';
  try {
    const ruw = await lijn.verstuur(bericht, einde);
    // What broke off because the time was over, or because the caller stopped, is not the receiver's doing.
    const uitkomst: UitgaandUitkomst =
      ruw.soort === 'storing' && ruw.status === undefined && einde.aborted
        ? { ...ruw, oorzaak: redenVan(bericht.signal) }
        : ruw;
    if (uitkomst.soort !== 'storing' || uitkomst.status === 429) gehoord = 'antwoord';
    else if (uitkomst.oorzaak !== 'afgebroken') gehoord = 'storing';
    return uitkomst;
  } finally {
    onderbreker.meld(gehoord);
  }
}

function redenVan(signal: AbortSignal | undefined): 'afgebroken' | 'time-out' {
  return signal?.aborted === true ? 'afgebroken' : 'time-out';
}
