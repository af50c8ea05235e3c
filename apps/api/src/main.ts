import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { leesInstellingen, type ApiInstellingen } from '#config/instellingen.js';
import { maakAppDataSource } from '#database/data-source.js';
import { Dossier } from '#dossier/dossier.js';
import { maakLogger } from '#observability/logger.js';
import { Metrieken, startMetriekenServer } from '#observability/metrieken.js';
import { startTracing } from '#observability/tracing.js';
import { ALLE_GEMEENTEN } from '#security/sleutels/sleutel.port.js';
import { maakSleutels } from '#security/sleutels/maak-sleutels.js';
import { TokenControle } from '#security/toegang.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { maakApi } from './app.setup.js';
import type { ApiOmgeving } from './common/omgeving.js';
import { openNotificaties } from './notificaties/luisteraar.js';

const DIENST = 'api';
const ZOEKVRAGEN_PER_MINUUT = 30;
const OPNIEUW_NA_MS = 1_000;

interface Gestart {
  readonly omgeving: ApiOmgeving;
  readonly sluit: () => Promise<void>;
}

function maakOmgeving(instellingen: ApiInstellingen): Gestart {
  const dataSource = maakAppDataSource(instellingen.databaseUrl);
  const { sleutels, sluit } = maakSleutels(instellingen.sleutels);
  const zoeksleutels = new Zoeksleutels(instellingen.zoeksleutel);
  const { address, namespace, tls } = instellingen.temporal;
  const logger = maakLogger({ dienst: DIENST, niveau: instellingen.logNiveau });
  const temporal = maakTemporalClient({
    address,
    namespace,
    ...(tls === undefined ? {} : { tls }),
    dataConverter: maakDataConverter(sleutels),
  });
  const dossier = new Dossier({
    dataSource,
    sleutels,
    zoeksleutels,
    openenAlsProef: instellingen.proefdraaien,
    meld: (melding, velden) => {
      logger.warn({ ...velden, melding: melding }, 'dossier');
    },
  });
  const omgeving: ApiOmgeving = {
    dataSource,
    dossier,
    toegang: new TokenControle(instellingen.oidc),
    zoeksleutels,
    temporal,
    // An owner that cannot be in the cache: the store itself must answer.
    testSleutels: () => sleutels.haal(randomUUID(), ALLE_GEMEENTEN, 'drijver'),
    metrieken: new Metrieken(DIENST),
    logger,
    opties: {
      proefdraaien: instellingen.proefdraaien,
      ketensimulatorUrl: instellingen.ketensimulatorUrl,
      toegestaneOrigins: instellingen.toegestaneOrigins,
      verzoekenPerMinuut: instellingen.verzoekenPerMinuut,
      zoekvragenPerMinuut: ZOEKVRAGEN_PER_MINUUT,
    },
  };
  return {
    omgeving,
    sluit: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await sluit();
      await temporal.connection.close();
    },
  };
}

/** The API answers 503 until the database is there, and is then ready by itself. */
async function verbind(dataSource: DataSource, gestopt: () => boolean): Promise<void> {
  while (!dataSource.isInitialized && !gestopt()) {
    await dataSource.initialize().catch(() => wacht(OPNIEUW_NA_MS));
  }
}

async function start(): Promise<void> {
  const instellingen = leesInstellingen(process.env, 'api');
  const tracing = startTracing({ dienst: DIENST, endpoint: instellingen.otlpEndpoint });
  const { omgeving, sluit } = maakOmgeving(instellingen);
  const { logger } = omgeving;
  let stopt = false;
  void verbind(omgeving.dataSource, () => stopt);
  const api = await maakApi(omgeving);
  await api.listen(instellingen.apiPoort);
  const notificaties = await openNotificaties(omgeving, instellingen.notificaties);
  const metrieken = await startMetriekenServer(omgeving.metrieken, instellingen.metricsPoort);
  logger.info(
    { poort: instellingen.apiPoort, notificaties: notificaties.poort, metrieken: metrieken.poort },
    'api gestart',
  );
  const stop = async (): Promise<void> => {
    if (stopt) return;
    stopt = true;
    await Promise.allSettled([api.close(), notificaties.stop(), metrieken.stop()]);
    await Promise.allSettled([sluit(), tracing.stop()]);
    logger.info('api gestopt');
  };
  for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, () => void stop());
}

start().catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? fout.message : 'De api start niet.'}\n`);
  process.exitCode = 1;
});
