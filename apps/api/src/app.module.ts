import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { CoaImportenController } from './coa-importen/coa-importen.controller.js';
import { CoaImportenService } from './coa-importen/coa-importen.service.js';
import { CoaOverdrachtenController } from './coa-overdrachten/coa-overdrachten.controller.js';
import { Gemeenten } from './common/gemeenten.service.js';
import { LimietGuard } from './common/limiet.guard.js';
import { ApiOmgeving, LOGGER } from './common/omgeving.js';
import { ProbleemFilter } from './common/probleem.filter.js';
import { ToegangGuard } from './common/toegang.guard.js';
import { InvoerPipe } from './common/valideer.js';
import { ControlesController } from './controles/controles.controller.js';
import { CursusurenController } from './cursusuren/cursusuren.controller.js';
import { GezondheidController } from './gezondheid/gezondheid.controller.js';
import { PostvakController } from './postvak/postvak.controller.js';
import { ProefdraaienController } from './proefdraaien/proefdraaien.controller.js';
import { ProefdraaienService } from './proefdraaien/proefdraaien.service.js';
import { ReconciliatiesController } from './reconciliaties/reconciliaties.controller.js';
import { TakenController } from './taken/taken.controller.js';
import { TermijnberekeningenController } from './termijnberekeningen/termijnberekeningen.controller.js';
import { TermijnherzieningenController } from './termijnherzieningen/termijnherzieningen.controller.js';
import { DoorrekeningenController } from './trajecten/doorrekeningen.controller.js';
import { OpdrachtenController } from './trajecten/opdrachten.controller.js';
import { TrajectenController } from './trajecten/trajecten.controller.js';
import { TrajectenService } from './trajecten/trajecten.service.js';
import { ZoekController } from './trajecten/zoek.controller.js';
import { GewistInterceptor } from './wissingen/gewist.interceptor.js';
import { WissingenController } from './wissingen/wissingen.controller.js';

@Module({})
export class AppModule {
  /** The API on these databases, services and settings. */
  static op(omgeving: ApiOmgeving): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: omgeving.opties.verzoekenPerMinuut }]),
      ],
      controllers: [
        GezondheidController,
        ZoekController,
        TrajectenController,
        OpdrachtenController,
        DoorrekeningenController,
        ReconciliatiesController,
        TakenController,
        CoaOverdrachtenController,
        CoaImportenController,
        CursusurenController,
        PostvakController,
        ControlesController,
        WissingenController,
        TermijnberekeningenController,
        TermijnherzieningenController,
        ProefdraaienController,
      ],
      providers: [
        { provide: ApiOmgeving, useValue: omgeving },
        { provide: LOGGER, useValue: omgeving.logger },
        Gemeenten,
        TrajectenService,
        CoaImportenService,
        ProefdraaienService,
        // In this order: who asks is known when it is counted.
        { provide: APP_GUARD, useClass: ToegangGuard },
        { provide: APP_GUARD, useClass: LimietGuard },
        { provide: APP_PIPE, useClass: InvoerPipe },
        { provide: APP_INTERCEPTOR, useClass: GewistInterceptor },
        { provide: APP_FILTER, useClass: ProbleemFilter },
      ],
    };
  }
}
