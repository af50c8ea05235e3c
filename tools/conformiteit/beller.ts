import 'reflect-metadata';
import { randomUUID, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { Agent, request } from 'undici';
import type { Certificaatkeuze, Zending } from './geval.js';

const ANTWOORD_BYTES = 1_000_000;
const DAG_MS = 86_400_000;

/** Certificate and key of the caller and the issuer it trusts, as PEM. */
export interface BellerTls {
  readonly sleutel: string;
  readonly certificaat: string;
  readonly ca: string;
}

export interface BellerOpties {
  /** The only address anything is sent to. */
  readonly url: string;
  readonly bron: string;
  readonly doel: string;
  readonly tls: BellerTls;
  /** For one whole call. */
  readonly tijdMs: number;
}

export interface Antwoord {
  readonly soort: 'antwoord';
  readonly status: number;
  readonly koppen: Readonly<Record<string, string | string[] | undefined>>;
  readonly tekst: string;
  readonly berichtId: string | undefined;
}

/** No answer, and why, in words that hold nothing of what was sent. */
export interface GeenAntwoord {
  readonly soort: 'verbroken' | 'te laat';
}

const CODE_TE_LAAT = /TIMEOUT|AbortError|TimeoutError/;

/** A certificate with the right OIN of an issuer made here, whom nobody can trust. */
async function vreemdCertificaat(oin: string): Promise<{ cert: string; key: string }> {
  x509.cryptoProvider.set(webcrypto);
  const algoritme = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algoritme, true, ['sign', 'verify']);
  const certificaat = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    notBefore: new Date(Date.now() - DAG_MS),
    notAfter: new Date(Date.now() + DAG_MS),
    name: `2.5.4.5=${oin}, CN=conformiteit`,
    keys,
    signingAlgorithm: algoritme,
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: certificaat.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}

/** Makes the calls of the cases: to one address, each within its time, never following a redirect. */
export class Beller {
  private constructor(
    private readonly opties: BellerOpties,
    private readonly agenten: Readonly<Record<Certificaatkeuze, Agent>>,
  ) {}

  static async maak(opties: BellerOpties): Promise<Beller> {
    const { ca, certificaat: cert, sleutel: key } = opties.tls;
    const agent = (paar: { cert?: string; key?: string }): Agent =>
      new Agent({
        connect: { ca, timeout: opties.tijdMs, ...paar },
        headersTimeout: opties.tijdMs,
        bodyTimeout: opties.tijdMs,
        maxResponseSize: ANTWOORD_BYTES,
      });
    return new Beller(opties, {
      eigen: agent({ cert, key }),
      geen: agent({}),
      vreemd: agent(await vreemdCertificaat(opties.bron)),
    });
  }

  /** `pad` is filled in already and comes after the given address. */
  async bel(zending: Zending, pad: string): Promise<Antwoord | GeenAntwoord> {
    const { bron, doel, tijdMs, url } = this.opties;
    const inhoud =
      zending.ruw ?? (zending.body === undefined ? null : JSON.stringify(zending.body));
    const alle: Record<string, string | null> = {
      bron,
      doel,
      berichtId: randomUUID(),
      accept: 'application/json',
      ...(inhoud === null ? {} : { 'content-type': 'application/json' }),
      ...zending.koppen,
    };
    const koppen = Object.entries(alle).filter((kop): kop is [string, string] => kop[1] !== null);
    try {
      const antwoord = await request(`${url}${pad}`, {
        method: zending.methode,
        dispatcher: this.agenten[zending.certificaat ?? 'eigen'],
        headers: Object.fromEntries(koppen),
        body: inhoud,
        signal: AbortSignal.timeout(tijdMs),
      });
      return {
        soort: 'antwoord',
        status: antwoord.statusCode,
        koppen: antwoord.headers,
        tekst: await antwoord.body.text(),
        berichtId: alle['berichtId'] ?? undefined,
      };
    } catch (fout) {
      const { code = '', name = '' } = fout as { code?: string; name?: string };
      return { soort: CODE_TE_LAAT.test(`${code} ${name}`) ? 'te laat' : 'verbroken' };
    }
  }

  async sluit(): Promise<void> {
    await Promise.all(Object.values(this.agenten).map((agent) => agent.destroy()));
  }
}
