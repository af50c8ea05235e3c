import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Gemeente } from '#database/gemeenten.js';
import { DUO_HOUDER, maakCertificaten } from './certificaten.js';
import { richtTemporalIn } from '../inrichten/temporal.js';
import { richtDatabaseIn, type DatabaseUrls } from './database-inrichten.js';
import { bewaardGeheim, legClientCertificatenKlaar } from './geheimen.js';
import { LOKALE_CLIENTS, LOKALE_GEMEENTEN } from './gemeenten.js';
import { AUDIENCE, startIdentiteit, type IdentiteitClient } from './identiteit.js';
import type { LokalePostgres } from './postgres.js';
import { vrijePoort } from './poorten.js';
import { startProces, type LokaalProces } from './processen.js';
import { startServers, type Server } from './servers.js';
import type { LokaleTemporal } from './temporal.js';

export type Onderdeel = 'api' | 'worker' | 'ketensimulator';

export interface OmgevingOpties {
  /** Where state and logs are kept. */
  readonly map: string;
  /** Nothing is kept: database and Temporal in memory or in a folder that goes. */
  readonly wegwerp?: boolean;
  readonly ui?: boolean;
  readonly meld: (regel: string) => void;
  /** Registers what was started, so that it is stopped whatever happens. */
  readonly voegToe: (naam: string, stop: () => Promise<void>) => void;
  /** Preferred ports; a free one is taken when it is in use. */
  readonly poorten?: Partial<Record<'api' | 'notificaties' | 'beheer' | 'identiteit', number>>;
  /** Which parts to start; left out: all. */
  readonly onderdelen?: readonly Onderdeel[];
  /** Left out: the two local ones. */
  readonly gemeenten?: readonly Gemeente[];
  /** Who can log in; left out: the local ones. */
  readonly clients?: readonly IdentiteitClient[];
  /** Extra environment of the parts. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Omgeving {
  readonly apiUrl: string;
  readonly notificatiesUrl: string;
  readonly simulatorUrl: string;
  readonly issuer: string;
  /** The one that runs now: another after a restart. */
  readonly temporal: LokaleTemporal;
  readonly postgres: LokalePostgres;
  readonly database: DatabaseUrls;
  readonly logmap: string;
  readonly processen: ReadonlyMap<Onderdeel, LokaalProces>;
  /** Starts a part again on the same ports and the same data, after it was stopped or killed. */
  herstart(onderdeel: Onderdeel | Server): Promise<void>;
}

const WORTEL = resolve(import.meta.dirname, '..', '..');
const VAN_BRON = import.meta.filename.endsWith('.ts');

const INGANG: Readonly<Record<Onderdeel, string>> = {
  api: 'apps/api/src/main',
  worker: 'apps/worker/src/main',
  ketensimulator: 'apps/ketensimulator/src/main',
};

const ALLE_ONDERDELEN: readonly Onderdeel[] = ['ketensimulator', 'api', 'worker'];

function opdrachtregel(onderdeel: Onderdeel): string[] {
  const ingang = join(WORTEL, `${INGANG[onderdeel]}${VAN_BRON ? '.ts' : '.js'}`);
  return VAN_BRON
    ? ['--import', pathToFileURL(join(WORTEL, 'tools', 'lokaal', 'bron.mjs')).href, ingang]
    : ['--enable-source-maps', ingang];
}

/** The whole system on this machine: real PostgreSQL, real Temporal, worker, api, simulator, identity provider. */
export async function startOmgeving(opties: OmgevingOpties): Promise<Omgeving> {
  const { map, meld, voegToe, poorten = {} } = opties;
  const { gemeenten = LOKALE_GEMEENTEN, clients = LOKALE_CLIENTS } = opties;
  const logmap = join(map, 'logboek');
  mkdirSync(logmap, { recursive: true, mode: 0o700 });
  const servers = await startServers(opties);
  const { postgres, temporal } = servers;
  meld('Database inrichten ...');
  const geheimen = join(map, 'geheimen');
  const database = await richtDatabaseIn(postgres.url, geheimen, gemeenten);
  await richtTemporalIn({ ...temporal, tls: undefined });
  const certificaten = await maakCertificaten({
    map: join(map, 'certificaten'),
    gemeenten: gemeenten.map(({ code, oin, naam }) => ({
      naam: code,
      oin,
      organisatie: naam,
    })),
  });
  const clientMap = legClientCertificatenKlaar(
    geheimen,
    certificaten.ca,
    Object.fromEntries(
      gemeenten.flatMap(({ code, oin }) => {
        const certificaat = certificaten.clienten[code];
        return certificaat === undefined ? [] : [[oin, certificaat]];
      }),
    ),
  );
  const identiteit = await startIdentiteit({
    map: geheimen,
    clients,
    ...(poorten.identiteit === undefined ? {} : { poort: poorten.identiteit }),
  });
  voegToe('identiteitsprovider', () => identiteit.stop());

  const poort = {
    api: await vrijePoort(poorten.api),
    notificaties: await vrijePoort(poorten.notificaties),
    duo: await vrijePoort(),
    beheer: await vrijePoort(poorten.beheer),
    metrics: await vrijePoort(),
    workerMetrics: await vrijePoort(),
  };
  const apiUrl = `http://127.0.0.1:${poort.api}`;
  const notificatiesUrl = `https://localhost:${poort.notificaties}/notificaties`;
  const simulatorUrl = `http://127.0.0.1:${poort.beheer}`;
  const gedeeld = {
    NODE_ENV: 'development',
    DATABASE_URL: database.app,
    DATABASE_SYSTEEM_URL: database.systeem,
    SLEUTEL_DATABASE_URL: database.sleutels,
    SLEUTEL_KOPIE_MAP: join(map, 'sleutelkopie'),
    HOOFDSLEUTEL: bewaardGeheim(geheimen, 'hoofdsleutel', 'base64'),
    ZOEKSLEUTEL: bewaardGeheim(geheimen, 'zoeksleutel', 'base64'),
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    PROEFDRAAIEN: 'aan',
    KETENSIMULATOR_URL: simulatorUrl,
    DUO_OIN: DUO_HOUDER.oin,
    ...opties.env,
  };
  const omgevingen: Readonly<Record<Onderdeel, Record<string, string>>> = {
    api: {
      ...gedeeld,
      API_POORT: String(poort.api),
      NOTIFICATIES_POORT: String(poort.notificaties),
      NOTIFICATIES_TLS_CERT: certificaten.servers.notificaties.certificaat,
      NOTIFICATIES_TLS_KEY: certificaten.servers.notificaties.sleutel,
      NOTIFICATIES_TLS_CA: certificaten.ca,
      OIDC_ISSUER: identiteit.issuer,
      OIDC_JWKS_URI: `${identiteit.issuer}/jwks`,
      OIDC_AUDIENCE: AUDIENCE,
      METRICS_POORT: String(poort.metrics),
    },
    worker: {
      ...gedeeld,
      DUO_BASIS_URL: `https://localhost:${poort.duo}`,
      DUO_CLIENT_MAP: clientMap,
      METRICS_POORT: String(poort.workerMetrics),
    },
    ketensimulator: {
      NODE_ENV: 'development',
      SIMULATOR_DUO_OIN: DUO_HOUDER.oin,
      SIMULATOR_DUO_POORT: String(poort.duo),
      SIMULATOR_BEHEER_POORT: String(poort.beheer),
      SIMULATOR_TLS_CERT: certificaten.servers.duo.certificaat,
      SIMULATOR_TLS_KEY: certificaten.servers.duo.sleutel,
      SIMULATOR_TLS_CA: certificaten.ca,
      SIMULATOR_CLIENT_CERT: certificaten.clienten['duo']?.certificaat ?? '',
      SIMULATOR_CLIENT_KEY: certificaten.clienten['duo']?.sleutel ?? '',
      SIMULATOR_CLIENT_CA: certificaten.ca,
      SIMULATOR_NOTIFICATIE_URL: notificatiesUrl,
      SIMULATOR_BESTAND: join(map, 'ketensimulator.json'),
      ...opties.env,
    },
  };
  const gereed: Readonly<Record<Onderdeel, Parameters<typeof startProces>[4]['gereed']>> = {
    api: { proef: { url: `${apiUrl}/v1/gezondheid/live` } },
    worker: (regel) => regel.includes('worker-gereed'),
    ketensimulator: (regel) => regel.includes('"gereed":true'),
  };
  const processen = new Map<Onderdeel, LokaalProces>();
  const start = async (onderdeel: Onderdeel): Promise<void> => {
    const proces = await startProces(
      onderdeel,
      process.execPath,
      opdrachtregel(onderdeel),
      omgevingen[onderdeel],
      {
        gereed: gereed[onderdeel],
        logbestand: join(logmap, `${onderdeel}.log`),
        map: WORTEL,
        meld,
      },
    );
    processen.set(onderdeel, proces);
  };
  meld('Ketensimulator, api en worker starten ...');
  for (const naam of ALLE_ONDERDELEN) {
    voegToe(naam, async () => processen.get(naam)?.stop());
  }
  await Promise.all((opties.onderdelen ?? ALLE_ONDERDELEN).map(start));
  return {
    apiUrl,
    notificatiesUrl,
    simulatorUrl,
    issuer: identiteit.issuer,
    get temporal() {
      return servers.temporal;
    },
    get postgres() {
      return servers.postgres;
    },
    database,
    logmap,
    processen,
    herstart: async (onderdeel) => {
      if (onderdeel === 'postgres' || onderdeel === 'temporal') {
        await servers.herstart(onderdeel);
        return;
      }
      await processen.get(onderdeel)?.stop();
      await start(onderdeel);
    },
  };
}
