import 'reflect-metadata';

import { webcrypto } from 'node:crypto';

import * as x509 from '@peculiar/x509';

const ALGORITME = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAG_MS = 86_400_000;

interface Sleutelpaar {
  cert: string;
  key: string;
}

/** A certificate authority for one test run: hands out certificates with an OIN in the subject. */
export interface Uitgever {
  ca: string;
  geef: (oin: string | undefined) => Promise<Sleutelpaar>;
  /** A revocation list (PEM) of these certificates (PEM), in force until `tot`. */
  trekIn: (certificaten: readonly string[], tot?: Date) => Promise<string>;
}

const alsPem = async (sleutel: webcrypto.CryptoKey): Promise<string> => {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', sleutel)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`;
};

export const maakUitgever = async (naam = 'Testuitgever'): Promise<Uitgever> => {
  x509.cryptoProvider.set(webcrypto);
  const paar = () => webcrypto.subtle.generateKey(ALGORITME, true, ['sign', 'verify']);
  const notBefore = new Date(Date.now() - DAG_MS);
  const notAfter = new Date(Date.now() + DAG_MS);
  const geldig = { notBefore, notAfter, signingAlgorithm: ALGORITME };
  const wortelSleutel = await paar();
  const wortel = await x509.X509CertificateGenerator.createSelfSigned({
    ...geldig,
    name: `CN=${naam}`,
    keys: wortelSleutel,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  return {
    ca: wortel.toString('pem'),
    geef: async (oin) => {
      const sleutel = await paar();
      const certificaat = await x509.X509CertificateGenerator.create({
        ...geldig,
        subject: [{ CN: ['127.0.0.1'] }, ...(oin === undefined ? [] : [{ '2.5.4.5': [oin] }])],
        issuer: wortel.subject,
        publicKey: sleutel.publicKey,
        signingKey: wortelSleutel.privateKey,
        extensions: [
          new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]),
        ],
      });
      return { cert: certificaat.toString('pem'), key: await alsPem(sleutel.privateKey) };
    },
    trekIn: async (certificaten, tot = notAfter) => {
      const lijst = await x509.X509CrlGenerator.create({
        issuer: wortel.subject,
        thisUpdate: notBefore,
        nextUpdate: tot,
        signingKey: wortelSleutel.privateKey,
        signingAlgorithm: ALGORITME,
        entries: certificaten.map((pem) => ({
          serialNumber: new x509.X509Certificate(pem).serialNumber,
          revocationDate: notBefore,
        })),
      });
      // The library calls it CRL; OpenSSL reads only this name.
      return lijst.toString('pem').replaceAll(/(BEGIN|END) CRL/g, '$1 X509 CRL');
    },
  };
};
