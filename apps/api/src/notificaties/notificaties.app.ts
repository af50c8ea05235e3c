import express from 'express';
import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import { gemeenteOpOin } from '#database/gemeenten.js';
import type { ApiOmgeving } from '../common/omgeving.js';
import { isUuid } from '../common/velden.js';
import { nietTeDiep } from '../common/http-regels.js';
import { naarApiFout } from '../common/probleem.filter.js';
import { leesNotificatie } from './notificatie.js';

/** Version of DUO's description that this listener follows. */
const NOTIFICATIE_VERSIE = '1.8.0';

const OIN = /^\d{20}$/;
const ANTWOORDTIJD_MS = 9_000;

export interface NotificatieOpties {
  /** OIN of the sender's certificate; undefined when there is none. */
  readonly afzender: (req: Request) => string | undefined;
  /** Senders that may speak for another: intermediaries of DUO. */
  readonly tussenpartijen: readonly string[];
}

type Omgeving = Pick<ApiOmgeving, 'dataSource' | 'dossier' | 'logger'>;

/** DUO's `POST /notificaties`, with DUO's headers and DUO's way of answering. */
export function maakNotificatiesApp(omgeving: Omgeving, opties: NotificatieOpties): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_req, res, next) => {
    res.setHeader('API-Version', NOTIFICATIE_VERSIE);
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    const wekker = setTimeout(() => {
      if (!res.headersSent) weiger(res, 503, 'Het duurde te lang. Bied het bericht opnieuw aan.');
    }, ANTWOORDTIJD_MS);
    res.once('close', () => {
      clearTimeout(wekker);
      const { reden } = res.locals as { reden?: string };
      if (reden !== undefined) {
        omgeving.logger.warn({ status: res.statusCode, reden }, 'notificatie geweigerd');
      }
    });
    next();
  });
  app.post(
    ['/notificaties', '/v1/notificaties'],
    (req, res, next) => {
      const fout = controleerAfzender(req, opties);
      if (fout === undefined) next();
      else weiger(res, fout.status, fout.tekst);
    },
    (req, res, next) => {
      if (req.is('application/json') === 'application/json') next();
      else weiger(res, 400, 'Stuur het bericht als application/json.');
    },
    express.json({
      limit: '100kb',
      verify: (_req, _res, inhoud) => {
        if (!nietTeDiep(inhoud.toString('utf8'))) throw new Error('te diep');
      },
    }),
    (req, res, next) => {
      ontvang(omgeving, req, res).catch(next);
    },
  );
  app.all(/\/notificaties$/, (_req, res) => {
    res.setHeader('Allow', 'POST');
    weiger(res, 405, 'Alleen POST.');
  });
  app.use((_req, res) => {
    weiger(res, 404, 'Dit adres bestaat niet.');
  });
  const opFout: ErrorRequestHandler = (fout: unknown, _req, res, _next) => {
    const { probleem } = naarApiFout(fout);
    const { status } = probleem;
    if (status >= 500) omgeving.logger.error({ fout }, 'notificatie mislukt');
    weiger(res, status === 413 || status === 415 ? 400 : status, probleem.detail);
  };
  app.use(opFout);
  return app;
}

interface Weigering {
  readonly status: 400 | 401 | 403;
  readonly tekst: string;
}

function controleerAfzender(req: Request, opties: NotificatieOpties): Weigering | undefined {
  const oin = opties.afzender(req);
  if (oin === undefined) {
    return { status: 401, tekst: 'Het certificaat van de afzender ontbreekt of heeft geen OIN.' };
  }
  const { bron, doel } = req.headers;
  if (typeof bron !== 'string' || !OIN.test(bron)) {
    return { status: 400, tekst: 'De kop bron ontbreekt of is geen OIN.' };
  }
  if (typeof doel !== 'string' || !OIN.test(doel)) {
    return { status: 400, tekst: 'De kop doel ontbreekt of is geen OIN.' };
  }
  if (!isUuid(req.headers['berichtid'])) {
    return { status: 400, tekst: 'De kop berichtId ontbreekt of is geen uuid.' };
  }
  if (oin !== bron && !opties.tussenpartijen.includes(oin)) {
    return { status: 403, tekst: 'De kop bron hoort niet bij het certificaat.' };
  }
  return undefined;
}

async function ontvang(omgeving: Omgeving, req: Request, res: Response): Promise<void> {
  const { bron, doel, berichtid } = req.headers as Record<string, string>;
  const gelezen = leesNotificatie(req.body);
  if (typeof gelezen === 'string') {
    weiger(res, 400, gelezen);
    return;
  }
  const gemeente = await gemeenteOpOin(omgeving.dataSource, doel ?? '');
  if (gemeente === undefined) {
    weiger(res, 403, 'De kop doel is geen gemeente van deze installatie.');
    return;
  }
  const ontvangst = await omgeving.dossier.ontvangNotificatie({
    gemeenteId: gemeente.id,
    bron: bron ?? '',
    berichtId: (berichtid ?? '').toLowerCase(),
    ...gelezen,
  });
  if (ontvangst === 'incident') {
    omgeving.logger.warn({ bron, berichtId: berichtid }, 'zelfde berichtId, andere inhoud');
  }
  // Kept, whatever comes of it: DUO need not send it again.
  if (!res.headersSent) res.status(201).end();
}

/** DUO's own form of an error, where its description has a body; the others go without. */
function weiger(res: Response, status: number, fouttekst: string): void {
  if (res.headersSent) return;
  res.locals['reden'] = fouttekst;
  if (status === 503) {
    res.setHeader('Retry-After', '30');
    res.status(503).json({ fouttekst });
  } else {
    res.status(status).end();
  }
}
