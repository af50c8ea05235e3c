import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { redigeer, redigeerFout, redigeerTekst, redigeerUrl } from './redactie.js';

export interface LoggerOpties {
  /** Which program writes: 'api', 'worker'. */
  readonly dienst: string;
  readonly niveau: string;
  /** Standard output when absent. */
  readonly bestemming?: DestinationStream;
}

export interface HttpLogOpties {
  readonly logger: Logger;
  readonly serializers: typeof serializers;
  readonly wrapSerializers: false;
}

/** An act that must be accountable: who did what to which object, from where, and how it ended. */
export interface Handeling {
  /** Verb of a closed set: 'traject.geopend'. */
  readonly actie: string;
  /** Kind and id, never a person's number: 'traject:<uuid>'. */
  readonly object: string;
  readonly resultaat: 'gelukt' | 'geweigerd' | 'mislukt';
  /** Address or system the request came from. */
  readonly oorsprong: string;
  /** Opaque id of the user or of our own part that acts. */
  readonly actor: string;
}

const serializers = { req: verzoek, res: antwoord, fout: foutVeld, err: foutVeld };

function pinoOpties(opties: LoggerOpties): LoggerOptions {
  return {
    level: opties.niveau,
    base: { dienst: opties.dienst },
    messageKey: 'melding',
    errorKey: 'fout',
    timestamp: () => `,"tijdstempel":"${new Date().toISOString()}"`,
    formatters: {
      level: (naam) => ({ niveau: naam }),
      bindings: (velden) => redigeerVelden(velden),
      log: (velden) => redigeerVelden(velden),
    },
    serializers,
    // A second net under our own.
    redact: {
      paths: ['bsn', 'vNummer', 'naam', 'geboortedatum', 'authorization', 'adres', '*.bsn'],
      remove: true,
    },
    hooks: {
      logMethod(argumenten, methode) {
        const [eerste, ...rest] = argumenten as unknown[];
        const schoon = [
          typeof eerste === 'string' ? redigeerTekst(eerste) : eerste,
          ...rest.map((een) => redigeer(een)),
        ];
        // Given no text, pino would take the message of the error as it is.
        const fout = eerste instanceof Error ? eerste : (eerste as { fout?: unknown } | null)?.fout;
        if (rest.length === 0 && fout instanceof Error) schoon.push(redigeerTekst(fout.message));
        methode.apply(this, schoon as typeof argumenten);
      },
    },
  };
}

/**
 * JSON lines with `tijdstempel`, out of which personal data and secrets are kept in three ways:
 * fields by name, numbers in texts, and errors and requests reduced to what is known to be harmless.
 */
export function maakLogger(opties: LoggerOpties): Logger {
  const velden = pinoOpties(opties);
  const logger = opties.bestemming === undefined ? pino(velden) : pino(velden, opties.bestemming);
  const { child } = Object.getPrototypeOf(logger) as Pick<Logger, 'child'>;
  // pino writes the fields of a child as they are. Children of children inherit this.
  logger.child = function kind(this: Logger, bindings, opties) {
    return child.call(this, redigeerVelden(bindings), opties);
  } as Logger['child'];
  return logger;
}

/** For pino-http and nestjs-pino: our logger and, of a request, the method, path and status only. */
export function httpLogOpties(logger: Logger): HttpLogOpties {
  return { logger, serializers, wrapSerializers: false };
}

/** One line for one act, with the fields that an audit asks for. */
export function logHandeling(logger: Logger, handeling: Handeling): void {
  const { actie, object, resultaat, oorsprong, actor } = handeling;
  const velden = { actie, object, resultaat, oorsprong, actor };
  if (resultaat === 'gelukt') logger.info(velden, 'handeling');
  else logger.warn(velden, 'handeling');
}

// `req` and `res` are live objects; their serializers take what is wanted.
function redigeerVelden(velden: object): Record<string, unknown> {
  const { req, res, ...rest } = velden as Record<string, unknown>;
  return {
    ...(redigeer(rest) as Record<string, unknown>),
    ...(req === undefined ? {} : { req }),
    ...(res === undefined ? {} : { res }),
  };
}

interface Verzoek {
  readonly id?: unknown;
  readonly method?: string;
  readonly url?: string;
  readonly originalUrl?: string;
  /** Of Express; with it comes the route, once one was found. */
  readonly app?: unknown;
  readonly baseUrl?: string;
  readonly route?: { readonly path?: unknown };
  readonly params?: Readonly<Record<string, unknown>>;
}

function verzoek(waarde: Verzoek): object {
  const { id, method, app, url = '', originalUrl = url } = waarde;
  const pad = app === undefined ? redigeerUrl(originalUrl) : padVan(waarde);
  return { id, methode: method, pad };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The route that was taken, with ids filled in: what people type in an address may be anything. */
function padVan({ baseUrl = '', route, params = {} }: Verzoek): string {
  if (typeof route?.path !== 'string') return '[onbekend]';
  return `${baseUrl}${route.path}`.replaceAll(/:(\w+)/g, (_, naam: string) => {
    const waarde = params[naam];
    return typeof waarde === 'string' && UUID.test(waarde) ? waarde : '[weg]';
  });
}

function antwoord(waarde: { statusCode?: number }): object {
  return { status: waarde.statusCode };
}

function foutVeld(waarde: unknown): unknown {
  return waarde instanceof Error ? redigeerFout(waarde) : waarde;
}
