import { createTransport } from 'nodemailer';
import type { UitgaandeGrenzen, UitgaandeLijn } from './lijn.js';
import { mailTekst } from './mail-tekst.js';
import type { MailConfiguratie } from './uitgaand-configuratie.js';
import type { UitgaandBericht, UitgaandUitkomst } from './uitgaand.port.js';

const NIET_VERBONDEN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** Waits that end before anything of the message went out. */
const NIET_BEGONNEN = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
const NIET_GEMACHTIGD = new Set(['EAUTH', 'ENOAUTH']);
const TLS = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL|OSSL)|SELF_SIGNED|^EPROTO$/;

/**
 * Hands a mail to the SMTP server of one gemeente, over TLS or not at all. A server that took it may fail to say so:
 * the mail then goes once more, with the same Message-ID. At least once, so.
 */
export class Mailserver implements UitgaandeLijn {
  readonly #vervoer: ReturnType<typeof maakVervoer>;
  readonly #domein: string;

  constructor(
    private readonly configuratie: MailConfiguratie,
    grenzen: UitgaandeGrenzen,
    ca: string | undefined,
  ) {
    this.#vervoer = maakVervoer(configuratie, grenzen, ca);
    this.#domein = configuratie.van.slice(configuratie.van.indexOf('@') + 1);
  }

  async verstuur(bericht: UitgaandBericht, einde: AbortSignal): Promise<UitgaandUitkomst> {
    const { onderwerp, tekst } = mailTekst(bericht);
    try {
      await this.#vervoer.sendMail({
        from: this.configuratie.van,
        to: this.configuratie.aan,
        subject: onderwerp,
        text: tekst,
        messageId: `<${bericht.id}@${this.#domein}>`,
        // No out-of-office answers.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: einde,
      });
      return { soort: 'gelukt' };
    } catch (fout) {
      return duid(fout);
    }
  }

  close(): Promise<void> {
    this.#vervoer.close();
    return Promise.resolve();
  }
}

function maakVervoer(
  { host, poort, tls, aanmelding }: MailConfiguratie,
  grenzen: UitgaandeGrenzen,
  ca: string | undefined,
) {
  return createTransport({
    host,
    port: poort,
    secure: tls === 'direct',
    requireTLS: tls === 'starttls',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    ...(aanmelding === undefined
      ? {}
      : { auth: { user: aanmelding.gebruiker, pass: aanmelding.wachtwoord } }),
    connectionTimeout: grenzen.verbindenMs,
    greetingTimeout: grenzen.verbindenMs,
    socketTimeout: grenzen.koppenMs,
    maxResponseSize: grenzen.antwoordBytes,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

interface Smtpfout {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly timeoutType?: string;
}

/** Keeps codes only: the text of an error may hold an address. */
function duid(fout: unknown): UitgaandUitkomst {
  const { code = '', originalCode = '', responseCode, timeoutType = '' } = fout as Smtpfout;
  if (responseCode !== undefined) {
    // 503 says that the conversation went wrong, not the message.
    const blijvend = responseCode >= 500 && responseCode !== 503;
    if (blijvend && NIET_GEMACHTIGD.has(code)) return { soort: 'niet-geautoriseerd' };
    return blijvend
      ? { soort: 'geweigerd', oorzaak: `smtp-${responseCode}` }
      : { soort: 'storing', oorzaak: 'smtp', status: responseCode, ongewis: false };
  }
  if (NIET_GEMACHTIGD.has(code)) return { soort: 'niet-geautoriseerd' };
  if (code === 'ETLS' || TLS.test(originalCode)) {
    return { soort: 'storing', oorzaak: 'tls', ongewis: false };
  }
  const nietBegonnen =
    code === 'EDNS' || NIET_VERBONDEN.has(originalCode) || NIET_BEGONNEN.has(timeoutType);
  const oorzaak = code === 'ETIMEDOUT' ? 'time-out' : 'verbinding';
  return { soort: 'storing', oorzaak, ongewis: !nietBegonnen };
}
