import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import { ApiOmgeving } from '../common/omgeving.js';
import { ApiFout } from '../common/problemen.js';
import type { BellersVerzoek } from '../common/toegang.guard.js';
import { isUuid } from '../common/velden.js';

const TRAJECT = /^\/v1\/trajecten\/([^/?]+)/;

/** Says of a journey that was received by mistake that it is gone, instead of not found, to whom its gemeente is. */
@Injectable()
export class GewistInterceptor implements NestInterceptor {
  constructor(private readonly omgeving: ApiOmgeving) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const req = context.switchToHttp().getRequest<BellersVerzoek>();
    return next.handle().pipe(
      catchError(async (fout: unknown) => {
        throw (await this.isGewist(req, fout))
          ? new ApiFout('GEWIST', 'Dit traject was ten onrechte ontvangen en is gewist.')
          : fout;
      }),
    );
  }

  private async isGewist({ originalUrl, beller }: BellersVerzoek, fout: unknown): Promise<boolean> {
    if (!(fout instanceof ApiFout) || fout.code !== 'NIET_GEVONDEN') return false;
    const trajectId = TRAJECT.exec(originalUrl)?.[1];
    const gemeente = beller?.gemeente;
    if (gemeente === undefined || !isUuid(trajectId)) return false;
    return this.omgeving.dossier.isGewist({ gemeenteId: gemeente.id, trajectId });
  }
}
