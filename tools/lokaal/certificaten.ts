import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/** Someone who calls over mTLS: DUO, or a test gemeente. */
export interface CertificaatHouder {
  /** Name of the files, for instance `GM0001`. */
  readonly naam: string;
  /** 20 digits, as text: it has leading zeros. */
  readonly oin: string;
  readonly organisatie: string;
}

export interface Certificaat {
  readonly certificaat: string;
  readonly sleutel: string;
}

export interface Certificaten {
  /** Path of the CA's certificate: what both sides trust. */
  readonly ca: string;
  /** Paths by name of the listener, all valid for localhost and 127.0.0.1. */
  readonly servers: Readonly<Record<'notificaties' | 'duo', Certificaat>>;
  /** Paths by `naam` of the holder; `duo` is always there. */
  readonly clienten: Readonly<Record<string, Certificaat>>;
}

/** DUO as the chain knows it. */
export const DUO_HOUDER: CertificaatHouder = {
  naam: 'duo',
  oin: '00000001003214345000',
  organisatie: 'Dienst Uitvoering Onderwijs',
};

const ALGORITME = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAG_MS = 86_400_000;
const GELDIG_DAGEN = { ca: 3650, blad: 365 } as const;
const MARGE_MS = 7 * DAG_MS;
const SERIENUMMER = '2.5.4.5';
const { serverAuth, clientAuth } = x509.ExtendedKeyUsage;

interface Uitgever {
  readonly certificaat: x509.X509Certificate;
  readonly sleutel: webcrypto.CryptoKey;
}

interface Soort {
  readonly naam: string;
  readonly subject: x509.Name;
  readonly gebruik: x509.ExtendedKeyUsage;
}

/** The OIN of a test gemeente: the published test prefix, then the digits of its code. */
export function testOin(gemeente: string): string {
  return `00000099${gemeente.replace(/\D/g, '').padStart(9, '0')}000`;
}

/**
 * Makes a CA for this machine and certificates signed by it, for development and tests only. What
 * the folder already holds and is valid for another week is kept, so that a restart does not
 * change who trusts whom. All files can be read by their owner only.
 */
export async function maakCertificaten(opties: {
  readonly map: string;
  readonly gemeenten?: readonly CertificaatHouder[];
}): Promise<Certificaten> {
  const { map } = opties;
  x509.cryptoProvider.set(webcrypto);
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const ca = (await bewaardeCa(map)) ?? (await nieuweCa(map));
  const server = (naam: string): Promise<Certificaat> =>
    blad(map, ca, { naam, subject: new x509.Name([{ CN: ['localhost'] }]), gebruik: serverAuth });
  const client = (houder: CertificaatHouder): Promise<Certificaat> =>
    blad(map, ca, { naam: `client-${houder.naam}`, subject: naamVan(houder), gebruik: clientAuth });

  const clienten: Record<string, Certificaat> = {};
  for (const houder of [DUO_HOUDER, ...(opties.gemeenten ?? [])]) {
    clienten[houder.naam] = await client(houder);
  }
  return {
    ca: paden(map, 'ca').certificaat,
    servers: { notificaties: await server('notificaties'), duo: await server('duo') },
    clienten,
  };
}

function naamVan({ oin, organisatie, naam }: CertificaatHouder): x509.Name {
  if (!/^\d{20}$/.test(oin)) throw new Error(`Een OIN heeft 20 cijfers: ${oin}`);
  return new x509.Name([
    { [SERIENUMMER]: [{ printableString: oin }] },
    { O: [organisatie] },
    { CN: [naam] },
  ]);
}

function paden(map: string, naam: string): Certificaat {
  return { certificaat: join(map, `${naam}.crt`), sleutel: join(map, `${naam}.key`) };
}

async function nieuweCa(map: string): Promise<Uitgever> {
  const keys = await webcrypto.subtle.generateKey(ALGORITME, true, ['sign', 'verify']);
  const certificaat = await x509.X509CertificateGenerator.createSelfSigned({
    ...geldigheid(GELDIG_DAGEN.ca),
    name: [{ O: ['Inburgeringsregie lokaal'] }, { CN: ['Lokale CA, alleen voor ontwikkeling'] }],
    signingAlgorithm: ALGORITME,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await schrijf(paden(map, 'ca'), certificaat, keys.privateKey);
  return { certificaat, sleutel: keys.privateKey };
}

async function bewaardeCa(map: string): Promise<Uitgever | undefined> {
  const certificaat = lees(paden(map, 'ca'));
  if (certificaat === undefined || !(await isGeldig(certificaat, certificaat))) return undefined;
  const pem = readFileSync(paden(map, 'ca').sleutel, 'utf8');
  const [der] = x509.PemConverter.decode(pem);
  if (der === undefined) return undefined;
  const sleutel = await webcrypto.subtle.importKey('pkcs8', der, ALGORITME, false, ['sign']);
  return { certificaat, sleutel };
}

async function blad(map: string, ca: Uitgever, soort: Soort): Promise<Certificaat> {
  const bestanden = paden(map, soort.naam);
  const bewaard = lees(bestanden);
  if (bewaard?.subject === soort.subject.toString() && (await isGeldig(bewaard, ca.certificaat)))
    return bestanden;

  const keys = await webcrypto.subtle.generateKey(ALGORITME, true, ['sign', 'verify']);
  const namen = new x509.SubjectAlternativeNameExtension([
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ]);
  const certificaat = await x509.X509CertificateGenerator.create({
    ...geldigheid(GELDIG_DAGEN.blad),
    subject: soort.subject,
    issuer: ca.certificaat.subjectName,
    publicKey: keys.publicKey,
    signingKey: ca.sleutel,
    signingAlgorithm: ALGORITME,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([soort.gebruik]),
      await x509.AuthorityKeyIdentifierExtension.create(ca.certificaat.publicKey),
      ...(soort.gebruik === serverAuth ? [namen] : []),
    ],
  });
  await schrijf(bestanden, certificaat, keys.privateKey);
  return bestanden;
}

function geldigheid(dagen: number): { serialNumber: string; notBefore: Date; notAfter: Date } {
  const willekeurig = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)));
  return {
    // The first bit is off: a serial number must be positive.
    serialNumber: `4${willekeurig.toString('hex').slice(1)}`,
    notBefore: new Date(Date.now() - DAG_MS),
    notAfter: new Date(Date.now() + dagen * DAG_MS),
  };
}

function lees({ certificaat, sleutel }: Certificaat): x509.X509Certificate | undefined {
  if (!existsSync(certificaat) || !existsSync(sleutel)) return undefined;
  try {
    return new x509.X509Certificate(readFileSync(certificaat, 'utf8'));
  } catch {
    return undefined;
  }
}

function isGeldig(certificaat: x509.X509Certificate, ca: x509.X509Certificate): Promise<boolean> {
  return certificaat.verify({ publicKey: ca, date: new Date(Date.now() + MARGE_MS) });
}

async function schrijf(
  bestanden: Certificaat,
  certificaat: x509.X509Certificate,
  sleutel: webcrypto.CryptoKey,
): Promise<void> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', sleutel);
  const inhoud = [
    [bestanden.sleutel, x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')],
    [bestanden.certificaat, certificaat.toString('pem')],
  ] as const;
  for (const [pad, pem] of inhoud) {
    writeFileSync(`${pad}.nieuw`, `${pem}\n`, { mode: 0o600 });
    renameSync(`${pad}.nieuw`, pad);
  }
}
