import { OIN } from '../duo/duo-configuratie.js';

export interface WebhookConfiguratie {
  /** The one address that is called. */
  readonly url: string;
  /** Key of the signature, which the receiver has too. */
  readonly geheim: Buffer;
}

export interface MailConfiguratie {
  readonly host: string;
  readonly poort: number;
  /** `direct`: TLS from the first byte (465); `starttls`: asked for, and without it nothing is sent (587). */
  readonly tls: 'direct' | 'starttls';
  readonly aanmelding?: { readonly gebruiker: string; readonly wachtwoord: string };
  readonly van: string;
  /** A mailbox of the coordinatoren. */
  readonly aan: string;
}

/** Where one gemeente is told; a channel that is absent is off. */
export interface GemeenteUitgaand {
  readonly webhook?: WebhookConfiguratie;
  readonly mail?: MailConfiguratie;
}

export interface UitgaandConfiguratie {
  /** By OIN. Who is not in it is told nothing. */
  readonly gemeenten: ReadonlyMap<string, GemeenteUitgaand>;
  /** Whom we trust (PEM); absent: the public authorities. */
  readonly ca?: string;
}

const GEHEIM_BYTES = 32;
const MAILADRES = /^[^\s@<>",;:]{1,64}@[A-Za-z0-9.-]{1,255}$/;
const HOST = /^[A-Za-z0-9.:-]{1,255}$/;

/** Complains by name of the field; never with a value. */
class Lezer {
  constructor(
    private readonly waarde: Readonly<Record<string, unknown>>,
    private readonly waar: string,
  ) {}

  static van(waarde: unknown, waar: string, velden: readonly string[]): Lezer {
    if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) {
      throw new Error(`Uitgaand-configuratie: ${waar} is geen object`);
    }
    const vreemd = Object.keys(waarde).find((veld) => !velden.includes(veld));
    if (vreemd !== undefined) throw new Error(`Uitgaand-configuratie: ${waar} kent ${vreemd} niet`);
    return new Lezer(waarde as Record<string, unknown>, waar);
  }

  heeft(veld: string): boolean {
    return this.waarde[veld] !== undefined;
  }

  tekst(veld: string, klopt: (waarde: string) => boolean = (waarde) => waarde !== ''): string {
    const waarde = this.waarde[veld];
    if (typeof waarde === 'string' && klopt(waarde)) return waarde;
    throw new Error(`Uitgaand-configuratie: ${this.waar}.${veld} ontbreekt of klopt niet`);
  }

  poort(): number {
    const { poort } = this.waarde;
    if (Number.isInteger(poort) && Number(poort) > 0 && Number(poort) < 65_536) {
      return Number(poort);
    }
    throw new Error(`Uitgaand-configuratie: ${this.waar}.poort klopt niet`);
  }

  deel(veld: string, velden: readonly string[]): Lezer {
    return Lezer.van(this.waarde[veld], `${this.waar}.${veld}`, velden);
  }
}

/** https without user, password or fragment: what stands in a log elsewhere must not be a secret. */
function isWebhookUrl(tekst: string): boolean {
  if (!URL.canParse(tekst)) return false;
  const { protocol, username, password, hash } = new URL(tekst);
  return protocol === 'https:' && username === '' && password === '' && hash === '';
}

function isGeheim(tekst: string): boolean {
  return (
    /^[A-Za-z0-9+/]+={0,2}$/.test(tekst) && Buffer.from(tekst, 'base64').length >= GEHEIM_BYTES
  );
}

function webhookUit(lezer: Lezer): WebhookConfiguratie {
  return {
    url: lezer.tekst('url', isWebhookUrl),
    geheim: Buffer.from(lezer.tekst('geheim', isGeheim), 'base64'),
  };
}

function mailUit(lezer: Lezer): MailConfiguratie {
  const isAdres = (tekst: string): boolean => MAILADRES.test(tekst);
  const metAanmelding = lezer.heeft('gebruiker') || lezer.heeft('wachtwoord');
  return {
    host: lezer.tekst('host', (tekst) => HOST.test(tekst)),
    poort: lezer.poort(),
    tls: lezer.tekst('tls', (tekst) => tekst === 'direct' || tekst === 'starttls') as
      'direct' | 'starttls',
    ...(metAanmelding
      ? {
          aanmelding: {
            gebruiker: lezer.tekst('gebruiker'),
            wachtwoord: lezer.tekst('wachtwoord'),
          },
        }
      : {}),
    van: lezer.tekst('van', isAdres),
    aan: lezer.tekst('aan', isAdres),
  };
}

/** What stands in the file of one gemeente. Throws when it cannot be right, without a value in the message. */
export function leesGemeenteUitgaand(oin: string, json: unknown): GemeenteUitgaand {
  if (!OIN.test(oin)) throw new Error('Uitgaand-configuratie: een gemeente heeft geen OIN');
  const lezer = Lezer.van(json, oin, ['webhook', 'mail']);
  return {
    ...(lezer.heeft('webhook')
      ? { webhook: webhookUit(lezer.deel('webhook', ['url', 'geheim'])) }
      : {}),
    ...(lezer.heeft('mail')
      ? {
          mail: mailUit(
            lezer.deel('mail', ['host', 'poort', 'tls', 'gebruiker', 'wachtwoord', 'van', 'aan']),
          ),
        }
      : {}),
  };
}
