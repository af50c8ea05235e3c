import { createServer as maakHttp, type Server } from 'node:http';
import { createServer as maakHttps } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { Simulator } from './simulator.js';

export interface LuisterOpties {
  /** 0 = a free port. */
  duoPoort: number;
  beheerPoort: number;
  tls: { cert: string; key: string; ca: string };
}

export interface Luisteraars {
  /** Base address of DUO's APIs, without the /v1. */
  duo: string;
  beheer: string;
  sluit: () => Promise<void>;
}

const HIER = '127.0.0.1';

const luister = (server: Server, poort: number): Promise<number> =>
  new Promise((klaar, mislukt) => {
    server.once('error', mislukt);
    server.listen(poort, HIER, () => {
      server.off('error', mislukt);
      klaar((server.address() as AddressInfo).port);
    });
  });

const sluit = (server: Server): Promise<void> =>
  new Promise((klaar) => {
    server.close(() => {
      klaar();
    });
    server.closeAllConnections();
  });

/** Opens both listeners on loopback: DUO over TLS with a client certificate, the control side plain. */
export const openLuisteraars = async (
  simulator: Simulator,
  { duoPoort, beheerPoort, tls }: LuisterOpties,
): Promise<Luisteraars> => {
  const duo = maakHttps(
    { ...tls, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    simulator.duoApp,
  );
  const beheer = maakHttp(simulator.beheerApp);
  try {
    const poorten = [await luister(duo, duoPoort), await luister(beheer, beheerPoort)] as const;
    return {
      duo: `https://${HIER}:${poorten[0]}`,
      beheer: `http://${HIER}:${poorten[1]}`,
      sluit: async () => {
        await Promise.all([sluit(duo), sluit(beheer)]);
      },
    };
  } catch (fout) {
    duo.close();
    beheer.close();
    throw fout;
  }
};
