import { createServer as maakHttp, type RequestListener, type Server } from 'node:http';
import { createServer as maakHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import type { NotificatiesInstellingen, TlsBestanden } from '#config/instellingen.js';
import { leesIntrekkingslijsten, volgIntrekkingslijsten } from '#security/intrekking.js';
import type { ApiOmgeving } from '../common/omgeving.js';
import { oinVanProxy, oinVanVerbinding } from './afzender.js';
import { maakNotificatiesApp } from './notificaties.app.js';

export interface Luisteraar {
  readonly poort: number;
  readonly stop: () => Promise<void>;
}

type Opties = Pick<NotificatiesInstellingen, 'poort' | 'tls' | 'proxyHeader'> & {
  readonly tussenpartijen?: readonly string[];
  readonly crlBestand?: string | undefined;
  readonly crlElkeMs?: number;
};

type Omgeving = Pick<ApiOmgeving, 'dataSource' | 'dossier' | 'logger'>;

/** Opens the listener for DUO: mTLS ended here, or behind a proxy that did. */
export async function openNotificaties(omgeving: Omgeving, opties: Opties): Promise<Luisteraar> {
  const { poort, tls, proxyHeader, tussenpartijen = [] } = opties;
  const app = maakNotificatiesApp(omgeving, {
    afzender: proxyHeader === undefined ? oinVanVerbinding : (req) => oinVanProxy(req, proxyHeader),
    tussenpartijen,
  });
  const { server, stopVolgen } =
    tls === undefined
      ? { server: maakHttp(app), stopVolgen: () => undefined }
      : maakMetTls(app, tls, omgeving, opties);
  server.requestTimeout = 9_500;
  server.headersTimeout = 9_500;
  await new Promise<void>((klaar, mislukt) => {
    server.once('error', mislukt);
    server.listen(poort, klaar);
  });
  return {
    poort: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((klaar) => {
        stopVolgen();
        server.close(() => {
          klaar();
        });
        server.closeIdleConnections();
      }),
  };
}

/** With the revocation lists of a file, when there is one; a new one is in force from the next connection. */
function maakMetTls(
  app: RequestListener,
  { cert, key, ca }: TlsBestanden,
  { logger }: Omgeving,
  { crlBestand, crlElkeMs }: Opties,
): { server: Server; stopVolgen: () => void } {
  const geheel = (crl?: string[]): SecureContextOptions => ({
    cert,
    key,
    ca,
    ...(crl === undefined ? {} : { crl }),
    minVersion: 'TLSv1.2',
  });
  const crl = crlBestand === undefined ? undefined : leesIntrekkingslijsten(crlBestand);
  const server = maakHttps({ ...geheel(crl), requestCert: true, rejectUnauthorized: true }, app);
  // Nobody hears of it otherwise: who is refused here never reaches the app.
  server.on('tlsClientError', (_fout, socket: object) => {
    // Node gives the code, whatever its types say.
    const reden = (socket as { authorizationError?: unknown }).authorizationError;
    if (typeof reden === 'string') logger.warn({ reden }, 'certificaat van de afzender geweigerd');
  });
  if (crlBestand === undefined) return { server, stopVolgen: () => undefined };
  const stopVolgen = volgIntrekkingslijsten(
    crlBestand,
    {
      neem: (lijsten) => {
        server.setSecureContext(geheel(lijsten));
        server.closeIdleConnections();
        logger.info('intrekkingslijst vernieuwd');
      },
      klaag: () => {
        logger.error('intrekkingslijst onbruikbaar, de vorige blijft gelden');
      },
    },
    crlElkeMs,
  );
  return { server, stopVolgen };
}
