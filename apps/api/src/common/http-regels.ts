import type { IncomingMessage } from 'node:http';
import express from 'express';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { VORMEN } from '../coa-importen/lezen.js';
import { API_VERSIE } from './versie.js';
import { toegestaneMethoden } from './methoden.js';
import { schrijfProbleem } from './probleem.filter.js';
import { ApiFout, nietBeschikbaar } from './problemen.js';

const HOOGSTE_DIEPTE = 32;
const ANTWOORDTIJD_MS = 9_500;
/** Operations that say all in their address. */
const ZONDER_INHOUD =
  /\/(termijnherzieningen\/[^/]+\/(toepassing|pauze|hervatting|afbreking)|trajecten\/[^/]+\/reconciliaties|coa-importen\/[^/]+\/(uitvoering|intrekking))$/;
const METHODEN_MET_BODY = new Set(['POST', 'PUT', 'PATCH']);
const COA_IMPORT = '/v1/coa-importen';
const JSON_VORM = ['application/json'];
/** Paths that take a file instead of JSON, with the kinds they take. */
const BESTANDEN: Readonly<Record<string, readonly string[]>> = {
  '/v1/cursusurenimporten': ['text/csv'],
  [COA_IMPORT]: Object.keys(VORMEN),
};
const ZONDER_BODY = /^\/v1\/(docs|openapi\.json)/;

/** On every answer, whatever comes of the request. */
export function vasteKoppen(): RequestHandler[] {
  const beveiliging = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // The documentation page brings its own scripts, styles and pictures.
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  }) as RequestHandler;
  return [
    beveiliging,
    (_req, res, next) => {
      res.setHeader('API-Version', API_VERSIE);
      res.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** No request hangs: whoever waits this long hears that it did not work out. */
export function begrensTijd(ms = ANTWOORDTIJD_MS): RequestHandler {
  return (_req, res, next) => {
    const wekker = setTimeout(() => {
      if (!res.headersSent) {
        schrijfProbleem(res, nietBeschikbaar('Het duurde te lang. Probeer het zo weer.'));
      }
    }, ms);
    res.once('close', () => {
      clearTimeout(wekker);
    });
    next();
  };
}

/** Refuses what the standard says must be refused before anyone looks at the content. */
export function controleerVorm(req: Request, res: Response, next: NextFunction): void {
  if (req.path.length > 1 && req.path.endsWith('/')) {
    schrijfProbleem(res, new ApiFout('NIET_GEVONDEN', 'Dit adres bestaat niet; laat de / weg.'));
    return;
  }
  const leverbaar = ZONDER_BODY.test(req.path)
    ? true
    : req.accepts(['application/json', 'application/problem+json', 'application/schema+json']);
  if (leverbaar === false) {
    const detail = 'De dienst antwoordt met application/json of application/problem+json.';
    schrijfProbleem(res, new ApiFout('NIET_LEVERBAAR', detail));
    return;
  }
  if (
    METHODEN_MET_BODY.has(req.method) &&
    toegestaneMethoden(req.app as Express, req.path).includes(req.method)
  ) {
    const verwacht = BESTANDEN[req.path] ?? JSON_VORM;
    // false: another type; null: no body at all.
    const vorm = req.is([...verwacht]);
    const leeg = vorm === null || req.headers['content-length'] === '0';
    if (!verwacht.includes(String(vorm)) && !(leeg && ZONDER_INHOUD.test(req.path))) {
      const detail = `Stuur de inhoud als ${verwacht.join(' of ')}.`;
      schrijfProbleem(res, new ApiFout('VORM_ONBEKEND', detail));
      return;
    }
  }
  next();
}

/** Nesting is counted before the text is parsed: parsing and copying deep input costs too much. */
export function nietTeDiep(tekst: string): boolean {
  let diepte = 0;
  let inTekst = false;
  for (let i = 0; i < tekst.length; i += 1) {
    const teken = tekst.charCodeAt(i);
    if (inTekst) {
      if (teken === 92) i += 1;
      else if (teken === 34) inTekst = false;
    } else if (teken === 34) inTekst = true;
    else if (teken === 123 || teken === 91) {
      diepte += 1;
      if (diepte > HOOGSTE_DIEPTE) return false;
    } else if (teken === 125 || teken === 93) diepte -= 1;
  }
  return true;
}

const isExport = (req: IncomingMessage): boolean =>
  (req as Request).path === COA_IMPORT && (req as Request).is(Object.keys(VORMEN)) !== false;

/** Reads JSON, or a file on the paths that take one: an export of COA as bytes, for its alphabet is checked. */
export function leesBody(): RequestHandler[] {
  return [
    express.json({
      limit: '1mb',
      type: 'application/json',
      strict: true,
      verify: (_req, _res, inhoud) => {
        if (!nietTeDiep(inhoud.toString('utf8'))) throw new Error('te diep');
      },
    }),
    express.raw({ limit: '1mb', type: isExport }),
    express.text({ limit: '1mb', type: 'text/csv', defaultCharset: 'utf-8' }),
  ];
}
