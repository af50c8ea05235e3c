import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { maakApi } from '#apps/api/src/app.setup.js';
import type { ApiOmgeving, ApiOpties } from '#apps/api/src/common/omgeving.js';
import { maakAppDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente, type Gemeente } from '#database/gemeenten.js';
import { Dossier } from '#dossier/dossier.js';
import { maakLogger } from '#observability/logger.js';
import { Metrieken } from '#observability/metrieken.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { TokenControle } from '#security/toegang.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTestDatabase } from '#test/support/database.js';

export const GEMEENTE_A: Gemeente = {
  id: randomUUID(),
  code: '9001',
  naam: 'Eendorp',
  oin: '00000001900100000000',
};
export const GEMEENTE_B: Gemeente = {
  id: randomUUID(),
  code: '9002',
  naam: 'Tweestad',
  oin: '00000001900200000000',
};

const ISSUER = 'https://inloggen.example';
const AUDIENCE = 'inburgeringsregie-test';

/** Stands where Temporal would; a spec decides what it answers. */
export interface TemporalNep {
  /** What a query of a workflow gives; throws what it throws. */
  bijVraag: () => unknown;
  bereikbaar: boolean;
  /** With what every workflow failed, when a spec says so. */
  gestopt?: Error;
}

export interface Opstelling {
  readonly app: NestExpressApplication;
  readonly dataSource: DataSource;
  readonly dossier: Dossier;
  readonly temporal: TemporalNep;
  readonly logregels: string[];
  readonly sleutels: SleutelsInGeheugen;
  readonly zoeksleutels: Zoeksleutels;
  /** The url of the owner of the database. */
  readonly databaseUrl: string;
  token(wie?: {
    rollen?: readonly string[];
    gemeenten?: readonly string[];
    sub?: string;
    claims?: Record<string, unknown>;
  }): Promise<string>;
  http(): ReturnType<typeof supertest>;
  stop(): Promise<void>;
}

/** The API on a database of its own, with two gemeenten, locally signed tokens and no Temporal. */
export async function maakOpstelling(
  opties: Partial<ApiOpties> = {},
  { pool = 5 } = {},
): Promise<Opstelling> {
  const database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, GEMEENTE_A);
  await zaaiGemeente(database.url, GEMEENTE_B);
  const dataSource = await maakAppDataSource(urls.app, { pool }).initialize();
  const paar = await generateKeyPair('ES256', { extractable: true });
  const sleutelset = createLocalJWKSet({
    keys: [{ ...(await exportJWK(paar.publicKey)), kid: 'test', alg: 'ES256' }],
  });
  const sleutels = new SleutelsInGeheugen();
  const zoeksleutels = new Zoeksleutels(randomBytes(32));
  const dossier = new Dossier({ dataSource, sleutels, zoeksleutels });
  const logregels: string[] = [];
  const temporal: TemporalNep = {
    bereikbaar: true,
    bijVraag: () => {
      throw new Error('niet bereikbaar');
    },
  };
  const omgeving: ApiOmgeving = {
    dataSource,
    dossier,
    toegang: new TokenControle(
      { issuer: ISSUER, audience: AUDIENCE, rollenClaim: 'rollen', gemeentenClaim: 'gemeenten' },
      sleutelset,
    ),
    zoeksleutels,
    temporal: nepClient(temporal),
    testSleutels: () => Promise.resolve(),
    metrieken: new Metrieken('api'),
    logger: maakLogger({
      dienst: 'api',
      niveau: 'debug',
      bestemming: { write: (regel: string) => void logregels.push(regel) },
    }),
    opties: {
      proefdraaien: true,
      ketensimulatorUrl: undefined,
      toegestaneOrigins: ['https://scherm.example'],
      verzoekenPerMinuut: 100_000,
      zoekvragenPerMinuut: 100_000,
      ...opties,
    },
  };
  const app = await maakApi(omgeving);
  await app.init();
  const server = app.getHttpServer();
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    app,
    dataSource,
    dossier,
    temporal,
    logregels,
    sleutels,
    zoeksleutels,
    databaseUrl: database.url,
    token: ({
      rollen = ['regievoerder'],
      gemeenten = ['GM9001'],
      sub = 'a1b2',
      claims = {},
    } = {}) =>
      new SignJWT({ rollen, gemeenten, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .setSubject(sub)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setExpirationTime('10m')
        .sign(paar.privateKey),
    http: () => supertest(server),
    stop: async () => {
      await app.close();
      await dataSource.destroy();
      await database.stop();
    },
  };
}

function nepClient(nep: TemporalNep): Client {
  const doe = <T>(geef: () => T): Promise<T> =>
    nep.bereikbaar
      ? Promise.resolve().then(geef)
      : Promise.reject(new Error('14 UNAVAILABLE: no connection'));
  return {
    withDeadline: (_tot: number, vraag: () => Promise<unknown>) => vraag(),
    workflow: {
      getHandle: () => ({
        query: () => doe(nep.bijVraag),
        signal: () => doe(() => undefined),
        describe: () =>
          doe(() => ({ status: { name: nep.gestopt === undefined ? 'RUNNING' : 'FAILED' } })),
        result: () => (nep.gestopt === undefined ? doe(() => null) : Promise.reject(nep.gestopt)),
      }),
    },
    workflowService: { getSystemInfo: () => doe(() => ({})) },
  } as unknown as Client;
}

export type Antwoord = supertest.Response;

/** Address of the next page, if there is one. */
export function volgende(antwoord: Antwoord): string | undefined {
  const { link } = antwoord.headers as { link?: string };
  return /<([^>]+)>; rel="next"/.exec(link ?? '')?.[1];
}

/** Requests of one caller. */
export class Aanroeper {
  constructor(
    private readonly opstelling: Opstelling,
    readonly token: string,
  ) {}

  haal(pad: string): supertest.Test {
    return this.opstelling.http().get(`/v1${pad}`).set('Authorization', `Bearer ${this.token}`);
  }

  geef(pad: string, body: object, sleutel = nieuweSleutel()): supertest.Test {
    return this.opstelling
      .http()
      .post(`/v1${pad}`)
      .set('Authorization', `Bearer ${this.token}`)
      .set('Idempotency-Key', sleutel)
      .send(body);
  }

  zet(pad: string, body: object, koppen: Record<string, string> = {}): supertest.Test {
    return this.opstelling
      .http()
      .put(`/v1${pad}`)
      .set('Authorization', `Bearer ${this.token}`)
      .set(koppen)
      .send(body);
  }
}

let volgnummer = 0;

/** A key that was not used before. */
export function nieuweSleutel(): string {
  volgnummer += 1;
  return `sleutel-${String(volgnummer).padStart(6, '0')}`;
}

/** A test BSN that passes the elfproef, another at each call. */
export function nieuwBsn(): string {
  for (;;) {
    volgnummer += 1;
    const begin = `9999${String(volgnummer).padStart(4, '0')}`;
    const som = Array.from(begin).reduce((tot, cijfer, i) => tot + Number(cijfer) * (9 - i), 0);
    if (som % 11 < 10) return `${begin}${som % 11}`;
  }
}

export const PROFIEL = {
  schemaVersie: 1,
  koppelingOp: '2026-06-15',
  vergunningOp: '2026-06-01',
  gegevens: { taal: 'Tigrinya' },
  medisch: { woonbeperkingen: 'Geen trappen' },
  herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: '2026-06-15' },
};

/** Opens a journey by a hand-over of COA, as a caller would. */
export async function openTraject(
  opstelling: Opstelling,
  {
    token,
    persoon = { bsn: nieuwBsn(), naam: 'Testpersoon Een' },
    extra = {},
  }: {
    token?: string;
    persoon?: object;
    extra?: object;
  } = {},
): Promise<{ trajectId: string; versie: number; geopendeTaken: { id: string; soort: string }[] }> {
  const antwoord = await opstelling
    .http()
    .post('/v1/coa-overdrachten')
    .set('Authorization', `Bearer ${token ?? (await opstelling.token())}`)
    .set('Idempotency-Key', nieuweSleutel())
    .send({ ...PROFIEL, persoon, ...extra });
  if (antwoord.status !== 201) throw new Error(`Openen gaf ${antwoord.status}: ${antwoord.text}`);
  return antwoord.body as Awaited<ReturnType<typeof openTraject>>;
}
