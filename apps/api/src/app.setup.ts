import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';
import type { ErrorRequestHandler, Request } from 'express';
import { volgSporen } from '#observability/http-tracing.js';
import { AppModule } from './app.module.js';
import { begrensTijd, controleerVorm, leesBody, vasteKoppen } from './common/http-regels.js';
import { logVerzoeken } from './common/logboek.js';
import type { ApiOmgeving } from './common/omgeving.js';
import { naarApiFout, schrijfProbleem } from './common/probleem.filter.js';
import { toonDocumentatie } from './documentatie/documentatie.js';

const VOORVOEGSEL = 'v1';
const VERZOEKTIJD_MS = 9_500;

/** The API as it runs and as it is tested; `listen` or `init` is up to the caller. */
export async function maakApi(omgeving: ApiOmgeving): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.op(omgeving), {
    bodyParser: false,
    logger: false,
  });
  app.setGlobalPrefix(VOORVOEGSEL);
  app.disable('x-powered-by');
  app.set('etag', false);
  // Text values only: no objects or lists out of a query.
  app.set('query parser', 'simple');
  app.set('zoekvragenPerMinuut', omgeving.opties.zoekvragenPerMinuut);
  app.use(...vasteKoppen());
  app.use(volgSporen());
  app.use(logVerzoeken(omgeving));
  app.use(begrensTijd());
  app.enableCors(corsVoor(omgeving.opties.toegestaneOrigins));
  app.use(controleerVorm);
  app.use(...leesBody());
  const bodyFout: ErrorRequestHandler = (fout, _req, res, _next) => {
    schrijfProbleem(res, naarApiFout(fout));
  };
  app.use(bodyFout);
  toonDocumentatie(app);
  const server = app.getHttpServer();
  server.requestTimeout = VERZOEKTIJD_MS;
  server.headersTimeout = VERZOEKTIJD_MS;
  return app;
}

type CorsKeuze = (req: Request, antwoord: (fout: null, opties: CorsOptions) => void) => void;

/** Pages of the allow-list may call us; the description of the API is for everyone. */
function corsVoor(origins: readonly string[]): CorsKeuze {
  return (req, antwoord) => {
    antwoord(null, {
      origin: req.path === `/${VOORVOEGSEL}/openapi.json` ? '*' : [...origins],
      methods: ['GET', 'POST', 'PUT'],
      allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'Gemeente'],
      exposedHeaders: ['API-Version', 'ETag', 'Link', 'Location', 'Retry-After'],
    });
  };
}
