import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { controlesLijst } from '#database/read/controles.js';
import { GemeenteKop } from '../common/koppen.js';
import { leesNieuwsteEerst } from '../common/nieuwste-eerst.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { PaginaQuery } from '../common/paginering.js';
import { DeBeller, Rollen, type Beller } from '../common/toegang.guard.js';
import { ControleDto, naarControle } from './controle.dto.js';

@ApiTags('Controles')
@Controller('controles')
export class ControlesController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Get()
  @Rollen('functioneel-beheerder', 'auditor')
  @GemeenteKop()
  @ApiOperation({
    summary: 'Nachtelijke controles: elk dossier naast zijn workflow',
    description:
      'Nieuwste eerst. Wat verschilde is hersteld: een traject zonder workflow kreeg een nieuwe, een workflow die achterliep is aangestoten, een proeftraject zonder workflow is beëindigd.',
  })
  @ApiOkResponse({ type: [ControleDto] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: PaginaQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<ControleDto[]> {
    const rijen = await leesNieuwsteEerst(
      this.omgeving,
      { beller, query, req, res },
      ({ klaar_tijdstip }) => klaar_tijdstip,
      controlesLijst,
    );
    return rijen.map((rij) => naarControle(beller, rij));
  }
}
