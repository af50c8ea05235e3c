import { createServer as maakHttp } from 'node:http';
import { createServer as maakHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { NotificatiesInstellingen } from '#config/instellingen.js';
import type { ApiOmgeving } from '../common/omgeving.js';
import { oinVanProxy, oinVanVerbinding } from './afzender.js';
import { maakNotificatiesApp } from './notificaties.app.js';

export interface Luisteraar {
  readonly poort: number;
  readonly stop: () => Promise<void>;
}

type Opties = Pick<NotificatiesInstellingen, 'poort' | 'tls' | 'proxyHeader'> & {
  readonly tussenpartijen?: readonly string[];
};

/** Opens the listener for DUO: mTLS ended here, or behind a proxy that did. */
export async function openNotificaties(
  omgeving: Pick<ApiOmgeving, 'dataSource' | 'dossier' | 'logger'>,
  { poort, tls, proxyHeader, tussenpartijen = [] }: Opties,
): Promise<Luisteraar> {
  const app = maakNotificatiesApp(omgeving, {
    afzender: proxyHeader === undefined ? oinVanVerbinding : (req) => oinVanProxy(req, proxyHeader),
    tussenpartijen,
  });
  const server =
    tls === undefined
      ? maakHttp(app)
      : maakHttps(
          {
            cert: tls.cert,
            key: tls.key,
            ca: tls.ca,
            requestCert: true,
            rejectUnauthorized: true,
            minVersion: 'TLSv1.2',
          },
          app,
        );
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
        server.close(() => {
          klaar();
        });
        server.closeIdleConnections();
      }),
  };
}
