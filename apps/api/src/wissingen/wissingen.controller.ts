import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { wissingenLijst } from '#database/read/wissingen.js';
import { GemeenteKop } from '../common/koppen.js';
import { leesNieuwsteEerst } from '../common/nieuwste-eerst.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { PaginaQuery } from '../common/paginering.js';
import { DeBeller, Rollen, type Beller } from '../common/toegang.guard.js';
import { naarWissing, WissingDto } from './wissing.dto.js';

@ApiTags('Wissingen')
@Controller('wissingen')
export class WissingenController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Get()
  @Rollen('coordinator', 'functioneel-beheerder', 'auditor')
  @GemeenteKop()
  @ApiOperation({
    summary: 'Trajecten die ten onrechte ontvangen waren en gewist zijn',
    description: 'Nieuwste eerst: wie het vroeg, wanneer en waarom. Van de persoon staat er niets.',
  })
  @ApiOkResponse({ type: [WissingDto] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: PaginaQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<WissingDto[]> {
    const rijen = await leesNieuwsteEerst(
      this.omgeving,
      { beller, query, req, res },
      ({ gevraagd_tijdstip }) => gevraagd_tijdstip,
      wissingenLijst,
    );
    return rijen.map((rij) => naarWissing(beller, rij));
  }
}
