import { setTimeout as wacht } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';

import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';

import { alsIso } from '../datum.js';
import type { Kern } from '../kern.js';
import { neemStoring, type Gelegenheid, type Storing } from '../storingen.js';
import type { Persoon } from '../toestand/persoon.js';
import { aanbodRoutes } from './aanbod.js';
import { contactpersoonRoutes } from './contactpersonen.js';
import { mapPvtZrouteRoutes } from './map-pvt-zroute.js';
import { pipRoutes } from './pip.js';
import { raadpleegRoutes } from './raadplegen.js';
import { isRelevantVoor } from './relevantie.js';
import {
  foutVerzoek,
  nietGeautoriseerd,
  nietGevonden,
  VERSIES,
  type Antwoord,
  type DuoRoute,
  type Verzoek,
} from './route.js';
import { urenRoutes } from './uren.js';
import { BEDERF, verzend } from './verzending.js';

const ROUTES: readonly DuoRoute[] = [
  ...pipRoutes,
  ...aanbodRoutes,
  ...mapPvtZrouteRoutes,
  ...urenRoutes,
  ...contactpersoonRoutes,
  ...raadpleegRoutes,
];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const kop = (req: Request, naam: string): string => req.header(naam) ?? '';

/** The OIN in the serialNumber of the client certificate's subject. */
const certificaatOin = (req: Request): string | undefined => {
  const socket = req.socket as Partial<TLSSocket>;
  const subject = socket.getPeerCertificate?.().subject as unknown;
  return (subject as { serialNumber?: string } | undefined)?.serialNumber;
};

/** What is wrong with the envelope of a call, or undefined when it may be read. */
const envelopFout = (req: Request, duoOin: string): Antwoord | undefined => {
  const oin = certificaatOin(req);
  if (oin === undefined || !/^\d{20}$/.test(oin)) return { status: 401 };
  const [bron, doel] = [kop(req, 'bron'), kop(req, 'doel')];
  if (bron.length !== 20 || doel.length !== 20 || !UUID.test(kop(req, 'berichtId'))) {
    return foutVerzoek;
  }
  return bron === oin && doel === duoOin ? undefined : nietGeautoriseerd;
};

const behandel = (route: DuoRoute, verzoek: Verzoek, persoon: Persoon | undefined): Antwoord => {
  if (route.over === 'gemeente') return route.verwerk(verzoek);
  if (!/^\d{9}$/.test(verzoek.params.bsn ?? '')) return foutVerzoek;
  if (persoon?.onderWi2021 !== true) return nietGevonden;
  const vandaag = verzoek.kern.klok.vandaag(persoon);
  if (!isRelevantVoor(persoon, verzoek.bron, vandaag)) return nietGeautoriseerd;
  return route.verwerk({ ...verzoek, persoon, vandaag });
};

/** The answer a fault gives instead of processing the call. */
const antwoordVanStoring = (storing: Storing): Antwoord =>
  storing.soort === 'weiger'
    ? {
        status: 403,
        body: [{ fouttekst: storing.tekst ?? 'Geweigerd door een ingestelde storing.' }],
      }
    : { status: storing.soort === '503' ? 503 : (storing.status ?? 500) };

const metVersie =
  (versie: string): RequestHandler =>
  (_req, res, next) => {
    res.setHeader('API-Version', versie);
    next();
  };

const afhandelaar = (kern: Kern, route: DuoRoute) => async (req: Request, res: Response) => {
  const berichtId = kop(req, 'berichtId');
  if (UUID.test(berichtId)) res.setHeader('berichtId', berichtId);
  const envelop = envelopFout(req, kern.duoOin);
  if (envelop !== undefined) {
    verzend(res, envelop);
    return;
  }
  const bron = kop(req, 'bron');
  const params = req.params as Record<string, string>;
  const persoon = kern.staat.persoonMetBsn(params.bsn ?? '');
  const { storingen } = kern.staat.gegevens;
  const bij: Gelegenheid = {
    api: route.api,
    methode: route.methode,
    persoon: persoon?.id ?? null,
    nu: persoon === undefined ? kern.klok.echt() : kern.klok.nu(persoon),
  };
  const vertraging = neemStoring(storingen, ['vertraag'], bij);
  if (vertraging !== undefined) await wacht(vertraging.vertragingMs ?? 1000);
  const storing = neemStoring(storingen, ['weiger', '503', 'status'], bij);
  const antwoord =
    storing === undefined
      ? behandel(route, { kern, bron, params, body: req.body as unknown }, persoon)
      : antwoordVanStoring(storing);
  kern.staat.gegevens.berichten.push({
    berichtId,
    bron,
    api: route.api,
    methode: route.methode.toUpperCase(),
    pad: `/v1${route.pad}`,
    persoonId: persoon?.id ?? null,
    ontvangenOp: alsIso(bij.nu),
    body: req.body as unknown,
    status: antwoord.status,
    antwoord: antwoord.status === 403 ? antwoord.body : undefined,
  });
  await kern.staat.bewaar();
  if (storing?.retryAfterS !== undefined) res.setHeader('Retry-After', storing.retryAfterS);
  const later = neemStoring(storingen, ['antwoord-later'], bij);
  // What DUO learns from here on is not in it.
  const gegeven = later === undefined ? antwoord : structuredClone(antwoord);
  if (later !== undefined) await wacht(later.vertragingMs ?? 1000);
  verzend(res, gegeven, neemStoring(storingen, BEDERF, bij));
};

/** DUO's side: the eleven APIs under /v1, in DUO's own irregular casing. */
export const maakDuoApp = (kern: Kern): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  const lezer = express.json({ limit: '100kb' });
  for (const route of ROUTES) {
    app[route.methode](
      `/v1${route.pad}`,
      metVersie(VERSIES[route.api]),
      lezer,
      afhandelaar(kern, route),
    );
  }
  app.use(metVersie('1.0.0'), (_req, res) => {
    res.status(404).end();
  });
  const opFout: ErrorRequestHandler = (fout: { status?: number }, _req, res, next) => {
    if (res.headersSent) next(fout);
    else res.status(fout.status !== undefined && fout.status < 500 ? 400 : 500).end();
  };
  app.use(opFout);
  return app;
};
