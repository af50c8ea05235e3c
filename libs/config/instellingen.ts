import { leesIntrekkingslijsten } from '#security/intrekking.js';
import { leesDuo, type DuoInstellingen } from './duo-instellingen.js';
import { OmgevingLezer, POSTGRES, zwijgend } from './lezer.js';
import type { Omgevingsvariabelen } from './lezer.js';

export const LOG_NIVEAUS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogNiveau = (typeof LOG_NIVEAUS)[number];

/** PEM: the own certificate and key, and whom to trust. */
export interface TlsBestanden {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca: Buffer | undefined;
}

export interface TemporalInstellingen {
  readonly address: string;
  readonly namespace: string;
  readonly tls: TemporalTls | undefined;
}

interface GedeeldeInstellingen {
  readonly productie: boolean;
  /** Role of the application: sees one gemeente per transaction. */
  readonly databaseUrl: string;
  /** Role of the few jobs over all gemeenten (dispatcher, sweep): sees the routing table. */
  readonly databaseSysteemUrl: string;
  readonly sleutels: {
    readonly databaseUrl: string;
    readonly kopieMap: string;
    readonly hoofdsleutel: Buffer;
  };
  readonly zoeksleutel: Buffer;
  readonly temporal: TemporalInstellingen;
  /** Rehearsals may be opened and forwarded in this installation. */
  readonly proefdraaien: boolean;
  readonly ketensimulatorUrl: string | undefined;
  readonly logNiveau: LogNiveau;
  readonly metricsPoort: number;
  /** Traces go here; without it there are none. */
  readonly otlpEndpoint: string | undefined;
}

/** What recovery needs: the routing table and Temporal, no key. */
export type HerstelInstellingen = Pick<GedeeldeInstellingen, 'databaseSysteemUrl' | 'temporal'>;

/** As the Temporal SDK wants it. */
export interface TemporalTls {
  readonly serverNameOverride?: string;
  readonly serverRootCACertificate?: Buffer;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
}

export interface OidcInstellingen {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string | undefined;
  readonly rollenClaim: string;
  readonly gemeentenClaim: string;
}

export interface NotificatiesInstellingen {
  readonly poort: number;
  /** mTLS ended here; `ca` is set. */
  readonly tls: TlsBestanden | undefined;
  /** File with revocation lists, followed while we run; without it nobody's certificate is looked up. */
  readonly crlBestand: string | undefined;
  /** mTLS ended at a trusted proxy, which puts the client's certificate in this header. */
  readonly proxyHeader: string | undefined;
  /** Organisation numbers that may pass on notifications of another sender. */
  readonly tussenpartijen: readonly string[];
}

export interface ApiInstellingen extends GedeeldeInstellingen {
  readonly apiPoort: number;
  /** Web pages that may call the api from a browser. */
  readonly toegestaneOrigins: readonly string[];
  /** Requests a minute of one caller, above which the api says no. */
  readonly verzoekenPerMinuut: number;
  readonly oidc: OidcInstellingen;
  readonly notificaties: NotificatiesInstellingen;
}

export interface WorkerInstellingen extends GedeeldeInstellingen {
  readonly duo: DuoInstellingen;
  /** Folder with `<oin>.json` of each gemeente that has itself told of things by webhook or mail. */
  readonly uitgaandMap: string | undefined;
  /** Folder with `<code>.json` of each gemeente that switched the BRP on; without it nobody did. */
  readonly brpMap: string | undefined;
}

/**
 * The settings of the api or the worker: each asks only for what it needs, so that the worker's
 * certificate for DUO is not with the api.
 * @throws InstellingenFout with every wrong or missing variable, without values.
 */
export function leesInstellingen(env: Omgevingsvariabelen, voor: 'api'): ApiInstellingen;
export function leesInstellingen(env: Omgevingsvariabelen, voor: 'worker'): WorkerInstellingen;
export function leesInstellingen(
  env: Omgevingsvariabelen,
  voor: 'api' | 'worker',
): ApiInstellingen | WorkerInstellingen {
  const lezer = new OmgevingLezer(env);
  const gedeeld = leesGedeeld(lezer);
  const eigen =
    voor === 'api'
      ? leesApi(lezer, gedeeld.productie)
      : {
          duo: leesDuo(lezer, webSchemas(gedeeld.productie)),
          uitgaandMap: lezer.optioneel('UITGAAND_MAP'),
          brpMap: lezer.optioneel('BRP_MAP'),
        };
  lezer.klaar();
  return zwijgend({ ...gedeeld, ...eigen });
}

/** @throws InstellingenFout with every wrong or missing variable, without values. */
export function leesHerstelInstellingen(env: Omgevingsvariabelen): HerstelInstellingen {
  const lezer = new OmgevingLezer(env);
  const instellingen = {
    databaseSysteemUrl: lezer.url('DATABASE_SYSTEEM_URL', POSTGRES),
    temporal: leesTemporal(lezer),
  };
  lezer.klaar();
  return zwijgend(instellingen);
}

/** @throws InstellingenFout with every wrong or missing variable, without values. */
export function leesTemporalInstellingen(env: Omgevingsvariabelen): TemporalInstellingen {
  const lezer = new OmgevingLezer(env);
  const instellingen = leesTemporal(lezer);
  lezer.klaar();
  return zwijgend(instellingen);
}

const webSchemas = (productie: boolean): string[] => (productie ? ['https:'] : ['https:', 'http:']);

function leesGedeeld(lezer: OmgevingLezer): GedeeldeInstellingen {
  // Nothing said is production: the strict side.
  const omgeving = lezer.keuze('NODE_ENV', ['production', 'development', 'test'], 'production');
  const productie = omgeving === 'production';
  const databaseUrl = lezer.url('DATABASE_URL', POSTGRES);
  const sleutelUrl = lezer.url('SLEUTEL_DATABASE_URL', POSTGRES);
  if (databaseUrl !== '' && databaseUrl === sleutelUrl) {
    lezer.klaag('SLEUTEL_DATABASE_URL', 'moet een andere database zijn dan DATABASE_URL');
  }
  const proefdraaien = lezer.keuze('PROEFDRAAIEN', ['aan', 'uit'], 'uit') === 'aan';
  if (productie && proefdraaien) lezer.klaag('PROEFDRAAIEN', 'mag in productie niet aan staan');
  const ketensimulatorUrl = lezer.optioneleUrl('KETENSIMULATOR_URL', ['https:', 'http:']);
  if (productie && ketensimulatorUrl !== undefined) {
    lezer.klaag('KETENSIMULATOR_URL', 'hoort niet in productie');
  }
  return {
    productie,
    databaseUrl,
    databaseSysteemUrl: lezer.url('DATABASE_SYSTEEM_URL', POSTGRES),
    sleutels: {
      databaseUrl: sleutelUrl,
      kopieMap: lezer.tekst('SLEUTEL_KOPIE_MAP'),
      hoofdsleutel: lezer.geheim('HOOFDSLEUTEL', (bytes) => bytes === 32, 'precies 32 bytes'),
    },
    zoeksleutel: lezer.geheim('ZOEKSLEUTEL', (bytes) => bytes >= 32, 'minstens 32 bytes'),
    temporal: leesTemporal(lezer),
    proefdraaien,
    ketensimulatorUrl,
    logNiveau: lezer.keuze('LOG_NIVEAU', LOG_NIVEAUS, 'info'),
    metricsPoort: lezer.poort('METRICS_POORT', 9464),
    otlpEndpoint: lezer.optioneleUrl('OTEL_EXPORTER_OTLP_ENDPOINT', ['https:', 'http:']),
  };
}

function leesTemporal(lezer: OmgevingLezer): TemporalInstellingen {
  return {
    address: leesAdres(lezer, 'TEMPORAL_ADDRESS'),
    namespace: lezer.tekst('TEMPORAL_NAMESPACE', 'default'),
    tls: leesTemporalTls(lezer),
  };
}

function leesApi(
  lezer: OmgevingLezer,
  productie: boolean,
): Omit<ApiInstellingen, keyof GedeeldeInstellingen> {
  const notificaties = {
    poort: lezer.poort('NOTIFICATIES_POORT', 3001),
    tls: leesTls(lezer, 'NOTIFICATIES_TLS'),
    crlBestand: leesCrlBestand(lezer, 'NOTIFICATIES_TLS_CRL'),
    proxyHeader: lezer.optioneel('NOTIFICATIES_PROXY_HEADER')?.toLowerCase(),
    tussenpartijen: lijst(lezer, 'NOTIFICATIES_TUSSENPARTIJEN'),
  };
  if (notificaties.tls !== undefined && notificaties.tls.ca === undefined) {
    lezer.klaag('NOTIFICATIES_TLS_CA', 'ontbreekt: zonder is niet te controleren wie er meldt');
  }
  if (notificaties.tls === undefined && notificaties.crlBestand !== undefined) {
    lezer.klaag('NOTIFICATIES_TLS_CRL', 'hoort bij NOTIFICATIES_TLS_CERT: een proxy kijkt zelf');
  }
  if (notificaties.tls !== undefined && notificaties.proxyHeader !== undefined) {
    lezer.klaag('NOTIFICATIES_PROXY_HEADER', 'gaat niet samen met NOTIFICATIES_TLS_CERT');
  }
  if (productie && notificaties.tls === undefined && notificaties.proxyHeader === undefined) {
    lezer.klaag('NOTIFICATIES_TLS_CERT', 'ontbreekt (of zet NOTIFICATIES_PROXY_HEADER)');
  }
  return {
    apiPoort: lezer.poort('API_POORT', 3000),
    toegestaneOrigins: lijst(lezer, 'API_TOEGESTANE_ORIGINS'),
    verzoekenPerMinuut: leesGrens(lezer),
    oidc: {
      issuer: lezer.url('OIDC_ISSUER', webSchemas(productie)),
      audience: lezer.tekst('OIDC_AUDIENCE'),
      jwksUri: lezer.optioneleUrl('OIDC_JWKS_URI', webSchemas(productie)),
      rollenClaim: lezer.tekst('OIDC_ROLLEN_CLAIM', 'rollen'),
      gemeentenClaim: lezer.tekst('OIDC_GEMEENTEN_CLAIM', 'gemeenten'),
    },
    notificaties,
  };
}

/** Separated by commas. */
function lijst(lezer: OmgevingLezer, naam: string): string[] {
  const delen = (lezer.optioneel(naam) ?? '').split(',').map((deel) => deel.trim());
  return delen.filter((deel) => deel !== '');
}

function leesGrens(lezer: OmgevingLezer): number {
  const grens = Number(lezer.tekst('API_VERZOEKEN_PER_MINUUT', '1200'));
  if (Number.isInteger(grens) && grens > 0) return grens;
  lezer.klaag('API_VERZOEKEN_PER_MINUUT', 'moet een heel getal boven nul zijn');
  return 1;
}

function leesTls(lezer: OmgevingLezer, begin: string): TlsBestanden | undefined {
  const cert = lezer.optioneelPem(`${begin}_CERT`);
  const key = lezer.optioneelPem(`${begin}_KEY`);
  const ca = lezer.optioneelPem(`${begin}_CA`);
  if (cert !== undefined && key !== undefined) return { cert, key, ca };
  const gezet = (naam: string): boolean => lezer.optioneel(`${begin}_${naam}`) !== undefined;
  if (gezet('CERT') !== gezet('KEY')) {
    lezer.klaag(
      `${begin}_${gezet('CERT') ? 'KEY' : 'CERT'}`,
      'ontbreekt: de twee horen bij elkaar',
    );
  }
  return undefined;
}

function leesCrlBestand(lezer: OmgevingLezer, naam: string): string | undefined {
  const pad = lezer.optioneel(naam);
  if (pad === undefined) return undefined;
  try {
    leesIntrekkingslijsten(pad);
  } catch {
    lezer.klaag(naam, 'wijst naar een bestand zonder bruikbare intrekkingslijst (PEM)');
  }
  return pad;
}

function leesTemporalTls(lezer: OmgevingLezer): TemporalTls | undefined {
  const paar = leesTls(lezer, 'TEMPORAL_TLS');
  const ca = lezer.optioneelPem('TEMPORAL_TLS_CA');
  const servernaam = lezer.optioneel('TEMPORAL_TLS_SERVERNAAM');
  if (paar === undefined && ca === undefined && servernaam === undefined) return undefined;
  return {
    ...(servernaam !== undefined && { serverNameOverride: servernaam }),
    ...(ca !== undefined && { serverRootCACertificate: ca }),
    ...(paar !== undefined && { clientCertPair: { crt: paar.cert, key: paar.key } }),
  };
}

function leesAdres(lezer: OmgevingLezer, naam: string): string {
  const adres = lezer.tekst(naam);
  if (adres !== '' && !/^[^\s/]+:\d{1,5}$/.test(adres)) lezer.klaag(naam, 'moet host:poort zijn');
  return adres;
}
