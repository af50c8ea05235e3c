import { randomUUID } from 'node:crypto';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';

import { openLuisteraars, type Luisteraars } from '#apps/ketensimulator/src/luisteraars.js';
import {
  maakSimulator,
  type Simulator,
  type SimulatorOpties,
} from '#apps/ketensimulator/src/simulator.js';
import type { Notificatie } from '#apps/ketensimulator/src/toestand/persoon.js';
import { Agent, request } from 'undici';

import { maakUitgever, type Uitgever } from './certificaten.js';
import { afwijkingen, BESTANDEN_AANWEZIG, operatieBij } from './duo-bestanden.js';

export const DUO_OIN = '00000099000000000001';
export const GEMEENTE = '00000099000000000002';
export const ANDERE_GEMEENTE = '00000099000000000003';

/** Test BSNs: valid by the elfproef, in the range that is never issued. */
export const BSN = '999990019';
export const ANDER_BSN = '999990020';

export interface Ontvangen {
  bron: unknown;
  doel: unknown;
  berichtId: unknown;
  certificaatOin: string | undefined;
  body: { gebeurtenisId: string; bsn?: string; vNummer?: number; registratieDatumTijd: string };
}

export interface DuoAntwoord {
  status: number;
  body: unknown;
  koppen: Record<string, string | string[] | undefined>;
}

/** The gemeente's listener: keeps what arrives and answers what `antwoordMet` says. */
export interface Gemeente {
  url: string;
  ontvangen: Ontvangen[];
  antwoordMet: (ontvangen: Ontvangen) => number | Promise<number>;
  sluit: () => Promise<void>;
}

const uitgevers = new Map<string, Promise<Uitgever>>();

/** One authority per spec file: making keys is the slow part. */
export const uitgever = (): Promise<Uitgever> => {
  const bekend = uitgevers.get('test') ?? maakUitgever();
  uitgevers.set('test', bekend);
  return bekend;
};

export const startGemeente = async (): Promise<Gemeente> => {
  const { ca, geef } = await uitgever();
  const gemeente: Gemeente = {
    url: '',
    ontvangen: [],
    antwoordMet: () => 201,
    sluit: () => sluit(server),
  };
  const server = createServer(
    { ...(await geef(GEMEENTE)), ca, requestCert: true, rejectUnauthorized: true },
    (req, res) => {
      const stukken: Buffer[] = [];
      req.on('data', (stuk: Buffer) => stukken.push(stuk));
      req.on('end', () => {
        const subject = (req.socket as Partial<TLSSocket>).getPeerCertificate?.().subject as
          { serialNumber?: string } | undefined;
        const ontvangen: Ontvangen = {
          bron: req.headers.bron,
          doel: req.headers.doel,
          berichtId: req.headers.berichtid,
          certificaatOin: subject?.serialNumber,
          body: JSON.parse(Buffer.concat(stukken).toString()) as Ontvangen['body'],
        };
        gemeente.ontvangen.push(ontvangen);
        void Promise.resolve(gemeente.antwoordMet(ontvangen)).then((status) => {
          res.writeHead(status, { 'API-Version': '1.8.0' }).end();
        });
      });
    },
  );
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  gemeente.url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/notificaties`;
  return gemeente;
};

const sluit = (server: Server): Promise<void> =>
  new Promise((klaar) => {
    server.close(() => {
      klaar();
    });
    server.closeAllConnections();
  });

/** What the control side answers, as far as the tests read it. */
interface BeheerBody {
  id: string;
  klok: string;
  verzonden: Notificatie[];
  notificaties: Notificatie[];
  gepland: { gebeurtenisId: string; tijdstip: string }[];
  [naam: string]: unknown;
}

export interface Klant {
  /** A call to DUO's side; the answer is held against DUO's file when the files are there. */
  duo: (
    methode: string,
    pad: string,
    body?: unknown,
    anders?: { bron?: string; koppen?: Record<string, string> },
  ) => Promise<DuoAntwoord>;
  beheer: (
    methode: string,
    pad: string,
    body?: unknown,
  ) => Promise<{ status: number; body: BeheerBody }>;
  sluit: () => Promise<void>;
}

export interface Opstelling extends Klant {
  simulator: Simulator;
  luisteraars: Luisteraars;
  stop: () => Promise<void>;
}

const leesJson = (tekst: string): unknown =>
  tekst === '' ? undefined : (JSON.parse(tekst) as unknown);

/** Calls both sides of a running simulator, in this process or another. */
export const maakKlant = async (adres: { duo: string; beheer: string }): Promise<Klant> => {
  const { ca, geef } = await uitgever();
  const agenten = new Map<string, Agent>();
  const agentVoor = async (oin: string): Promise<Agent> => {
    const agent = agenten.get(oin) ?? new Agent({ connect: { ...(await geef(oin)), ca } });
    agenten.set(oin, agent);
    return agent;
  };
  return {
    duo: async (methode, pad, body, { bron = GEMEENTE, koppen = {} } = {}) => {
      const antwoord = await request(`${adres.duo}/v1${pad}`, {
        method: methode as 'GET',
        dispatcher: await agentVoor(bron),
        headers: {
          bron,
          doel: DUO_OIN,
          berichtId: randomUUID(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...koppen,
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const gelezen = leesJson(await antwoord.body.text());
      const { statusCode: status, headers } = antwoord;
      if (BESTANDEN_AANWEZIG) {
        const operatie = operatieBij(methode, pad);
        if (operatie !== undefined && status !== 401 && Object.keys(koppen).length === 0) {
          const apiVersie = headers['api-version'];
          expect(afwijkingen(operatie, { status, apiVersie, body: gelezen })).toEqual([]);
        }
      }
      return { status, body: gelezen, koppen: headers };
    },
    beheer: async (methode, pad, body) => {
      const antwoord = await request(`${adres.beheer}${pad}`, {
        method: methode as 'GET',
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      });
      return {
        status: antwoord.statusCode,
        body: leesJson(await antwoord.body.text()) as BeheerBody,
      };
    },
    sluit: async () => {
      await Promise.all([...agenten.values()].map((agent) => agent.destroy()));
    },
  };
};

export const startOpstelling = async (
  opties: Partial<SimulatorOpties> = {},
): Promise<Opstelling> => {
  const { ca, geef } = await uitgever();
  const simulator = maakSimulator({
    duoOin: DUO_OIN,
    clientTls: { ...(await geef(DUO_OIN)), ca },
    tikMs: 0,
    basisWachttijdMs: 10,
    maxWachttijdMs: 40,
    ...opties,
  });
  const luisteraars = await openLuisteraars(simulator, {
    duoPoort: 0,
    beheerPoort: 0,
    tls: { ...(await geef(DUO_OIN)), ca },
  });
  const klant = await maakKlant(luisteraars);
  return {
    ...klant,
    simulator,
    luisteraars,
    stop: async () => {
      await luisteraars.sluit();
      await simulator.stop();
      await klant.sluit();
    },
  };
};

/** Registers an asielstatushouder of the gemeente whose clock starts on Monday 4 May 2026. */
export const maakPersoon = async (
  klant: Klant,
  anders: Record<string, unknown> = {},
): Promise<string> => {
  const { status, body } = await klant.beheer('POST', '/personen', {
    bsn: BSN,
    vNummer: '0012345678',
    gemeenteOin: GEMEENTE,
    gemeentecode: '9999',
    begindatum: '2026-05-04',
    klok: '2026-05-04T08:00:00Z',
    ...anders,
  });
  expect(status).toBe(201);
  return body.id;
};
