import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { Express, Request, Response } from 'express';
import type { Logger } from 'pino';
import { DossierFout } from '#dossier/fout.js';
import { ToegangFout } from '#security/toegang.js';
import { SleutelFout } from '#security/sleutels/sleutel.port.js';
import { toegestaneMethoden } from './methoden.js';
import { isDatabaseStoring } from './database-fout.js';
import { ApiFout, nietBeschikbaar, nietGevonden } from './problemen.js';
import { LOGGER } from './omgeving.js';

/** Writes a problem; what the caller already received stays as it is. */
export function schrijfProbleem(res: Response, fout: ApiFout): void {
  if (res.headersSent) {
    res.end();
    return;
  }
  for (const [naam, waarde] of Object.entries(fout.koppen)) res.setHeader(naam, waarde);
  res.status(fout.probleem.status).type('application/problem+json');
  res.end(JSON.stringify(fout.probleem));
}

function vanDossier(fout: DossierFout): ApiFout {
  switch (fout.code) {
    case 'TRAJECT_ONBEKEND':
      return nietGevonden('Dit traject');
    case 'TRAJECT_BEZET':
      return nietBeschikbaar('Dit traject is even bezet. Probeer het opnieuw.');
    case 'GEMEENTE_ONBEKEND':
    case 'SLEUTEL_VERNIETIGD':
      return new ApiFout('NIET_GEVONDEN', 'Deze gegevens zijn er niet (meer).');
  }
}

function vanParser(type: string): ApiFout | undefined {
  switch (type) {
    case 'entity.too.large':
      return new ApiFout('TE_GROOT', 'Het bericht mag hoogstens 1 MB zijn.');
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new ApiFout('VORM_ONBEKEND', 'Stuur het bericht als UTF-8, zonder of met gzip.');
    case 'entity.parse.failed':
    case 'entity.verify.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return new ApiFout('INVOER_ONGELDIG', 'Het bericht is geen leesbare JSON.', {
        fouten: [{ veld: 'body', melding: 'Het bericht is geen leesbare JSON.' }],
      });
    default:
      return undefined;
  }
}

// What was announced as compressed and is not: the reader of the body names a status and no type.
function isOnleesbaar(fout: unknown): boolean {
  const { status, expose } = (fout ?? {}) as { status?: unknown; expose?: unknown };
  return status === 400 && expose === true;
}

/** Any error as the answer the caller gets. What we did not foresee says nothing about its cause. */
export function naarApiFout(fout: unknown): ApiFout {
  if (fout instanceof ApiFout) return fout;
  if (fout instanceof ToegangFout) {
    if (fout.reden === 'INLOGDIENST_ONBEREIKBAAR') return nietBeschikbaar(fout.message);
    return new ApiFout('NIET_INGELOGD', fout.message, { koppen: { 'WWW-Authenticate': 'Bearer' } });
  }
  if (fout instanceof ThrottlerException) {
    return new ApiFout('TE_VEEL_VERZOEKEN', 'U doet te veel verzoeken achter elkaar. Wacht even.');
  }
  if (fout instanceof DossierFout) return vanDossier(fout);
  if (fout instanceof SleutelFout || isDatabaseStoring(fout)) {
    return nietBeschikbaar('De gegevens zijn nu niet te bereiken. Probeer het zo weer.');
  }
  const { type } = (fout ?? {}) as { type?: unknown };
  const vanBody =
    typeof type === 'string'
      ? vanParser(type)
      : isOnleesbaar(fout)
        ? vanParser('entity.parse.failed')
        : undefined;
  if (vanBody !== undefined) return vanBody;
  if (fout instanceof URIError) {
    return new ApiFout('INVOER_ONGELDIG', 'Dit adres is niet te lezen.', {
      fouten: [{ veld: 'pad', melding: 'Dit adres is niet te lezen.' }],
    });
  }
  if (fout instanceof HttpException) {
    const status = fout.getStatus();
    if (status === 404) return new ApiFout('NIET_GEVONDEN', 'Dit adres bestaat niet.');
    if (status === 413) return new ApiFout('TE_GROOT', 'Het bericht mag hoogstens 1 MB zijn.');
    if (status < 500) return new ApiFout('INVOER_ONGELDIG', 'Het verzoek is niet te lezen.');
  }
  return new ApiFout('INTERNE_FOUT', 'Er ging iets mis bij ons. Het is vastgelegd.');
}

/** The one place where errors become HTTP answers. */
@Catch()
export class ProbleemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(fout: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const req = http.getRequest<Request>();
    const res = http.getResponse<Response>();
    if (fout instanceof HttpException && fout.getStatus() === 404) {
      // Under the prefix, `path` is only the rest.
      const [pad = ''] = req.originalUrl.split('?', 1);
      const methoden = toegestaneMethoden(req.app as Express, pad);
      if (methoden.length > 0) {
        const allow = methoden.join(', ');
        const detail = `Hier kan alleen: ${allow}.`;
        schrijfProbleem(
          res,
          new ApiFout('METHODE_NIET_TOEGESTAAN', detail, { koppen: { Allow: allow } }),
        );
        return;
      }
    }
    const antwoord = naarApiFout(fout);
    if (antwoord.probleem.status >= 500) {
      this.logger.error({ fout, code: antwoord.code }, 'verzoek mislukt');
    }
    schrijfProbleem(res, antwoord);
  }
}
