import type { RequestHandler } from 'express';
import type { ApiOmgeving } from './omgeving.js';

const STATUSGROEPEN = ['2xx', '3xx', '4xx', '5xx'] as const;
const METHODEN = ['GET', 'HEAD', 'POST', 'PUT'] as const;

/** One line and one count per request: method, path without query, status and time. */
export function logVerzoeken({ logger, metrieken }: ApiOmgeving): RequestHandler {
  const duur = metrieken.duurmeter({
    naam: 'api_verzoek_seconden',
    uitleg: 'Hoe lang de api over een verzoek doet',
    labels: { methode: METHODEN, status: STATUSGROEPEN },
  });
  return (req, res, next) => {
    const begin = performance.now();
    res.once('close', () => {
      const seconden = (performance.now() - begin) / 1000;
      const groep = `${Math.floor(res.statusCode / 100)}xx` as (typeof STATUSGROEPEN)[number];
      duur.meet({ methode: req.method as (typeof METHODEN)[number], status: groep }, seconden);
      logger.debug({ req, res, seconden }, 'verzoek');
    });
    next();
  };
}
