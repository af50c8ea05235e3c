import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { trajectenLijst } from '#database/read/trajecten.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, PadId, zetEtag } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { leesCursor, limietVan, zetVolgende } from '../common/paginering.js';
import { leesLijst } from '../common/per-gemeente.js';
import { DeBeller, Rollen, type Beller } from '../common/toegang.guard.js';
import { isUuid } from '../common/velden.js';
import { BerichtDto } from './bericht.dto.js';
import { TermijnMetUitleg } from './termijn.dto.js';
import {
  JournaalQuery,
  JournaalregelDto,
  TrajectDto,
  TrajectenQuery,
  TrajectKort,
  WachtOpDto,
} from './traject.dto.js';
import { naarTrajectKort, TrajectenService } from './trajecten.service.js';

const TRAJECT = { wat: 'Dit traject' };
const isNr = (deel: unknown): boolean => typeof deel === 'string' && /^\d{1,9}$/.test(deel);

@ApiTags('Trajecten')
@Controller('trajecten')
export class TrajectenController {
  constructor(
    private readonly omgeving: ApiOmgeving,
    private readonly trajecten: TrajectenService,
  ) {}

  @Get()
  @Rollen('regievoerder', 'coordinator', 'functioneel-beheerder', 'auditor')
  @GemeenteKop()
  @ApiOperation({
    summary: 'Lijst van trajecten',
    description:
      'Nieuwste eerst, per bladzijde. Zonder gegevens waaraan een persoon te herkennen is.',
  })
  @ApiOkResponse({ type: [TrajectKort] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: TrajectenQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TrajectKort[]> {
    const limiet = limietVan(query);
    const na = leesCursor(query.cursor, [isUuid])?.[0];
    const { rijen, meer } = await leesLijst(
      this.omgeving,
      beller,
      limiet,
      (manager) => trajectenLijst(manager, query, limiet, na),
      (a, b) => (a.id < b.id ? 1 : -1),
    );
    const laatste = rijen.at(-1);
    zetVolgende(req, res, meer && laatste !== undefined ? [laatste.id] : undefined);
    return rijen.map((rij) => naarTrajectKort(beller, rij));
  }

  @Get(':id')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Een traject',
    description: 'Met persoonsgegevens, mijlpalen, open taken en termijnen. De ETag is de versie.',
  })
  @ApiOkResponse({ type: TrajectDto })
  async detail(
    @DeBeller() beller: Beller,
    @PadId(TRAJECT) id: string,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TrajectDto> {
    const traject = await this.trajecten.detail(beller, id);
    zetEtag(res, traject.versie);
    return traject;
  }

  @Get(':id/journaal')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Het journaal van een traject',
    description:
      'Alles wat er gebeurde, op volgorde. Medische gegevens ziet alleen de regievoerder of coördinator.',
  })
  @ApiOkResponse({ type: [JournaalregelDto] })
  async journaal(
    @DeBeller() beller: Beller,
    @PadId(TRAJECT) id: string,
    @Query() query: JournaalQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<JournaalregelDto[]> {
    const limiet = limietVan(query);
    const vanaf = Number(leesCursor(query.cursor, [isNr])?.[0] ?? '1');
    const posten = await this.trajecten.journaal(beller, id, vanaf, limiet + 1);
    const volgende = posten[limiet];
    zetVolgende(req, res, volgende === undefined ? undefined : [String(volgende.nr)]);
    return posten.slice(0, limiet).map((post) => ({
      nr: post.nr,
      soort: post.soort,
      tijdstip: post.tijdstip,
      dag: post.datum,
      actor: { soort: post.actor.soort, id: post.actor.id },
      opdracht: post.opdrachtSoort,
      artikel: post.artikel,
      gebeurtenis: post.gebeurtenis,
    }));
  }

  @Get(':id/termijnen')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'De termijnen van een traject, met uitleg',
    description: 'Per termijn de laatste dag, hoe die berekend is, en hoeveel dagen er over zijn.',
  })
  @ApiOkResponse({ type: [TermijnMetUitleg] })
  termijnen(@DeBeller() beller: Beller, @PadId(TRAJECT) id: string): Promise<TermijnMetUitleg[]> {
    return this.trajecten.termijnen(beller, id);
  }

  @Get(':id/wachtop')
  @Rollen('regievoerder', 'coordinator', 'functioneel-beheerder', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Waar een traject op wacht',
    description: 'Gevraagd aan de lopende workflow; 503 als die nu niet te bereiken is.',
  })
  @ApiOkResponse({ type: WachtOpDto })
  wachtOp(@DeBeller() beller: Beller, @PadId(TRAJECT) id: string): Promise<WachtOpDto> {
    return this.trajecten.wachtOp(beller, id);
  }

  @Get(':id/berichten')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'De berichten van een traject aan DUO en aan de gemeente zelf, en wat daarvan kwam',
  })
  @ApiOkResponse({ type: [BerichtDto] })
  berichten(@DeBeller() beller: Beller, @PadId(TRAJECT) id: string): Promise<BerichtDto[]> {
    return this.trajecten.berichten(beller, id);
  }
}
