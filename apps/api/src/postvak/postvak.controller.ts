import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { handelPostAf } from '#database/postvakafhandeling.js';
import { postvakLijst, type PostvakRij } from '#database/read/postvak.js';
import { inGemeente } from '#database/transactie.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, IdempotencyKey, PadId } from '../common/koppen.js';
import { leesNieuwsteEerst } from '../common/nieuwste-eerst.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { ApiFout, nietGevonden } from '../common/problemen.js';
import { bellerNaam, DeBeller, gemeenteVan, Rollen, type Beller } from '../common/toegang.guard.js';
import { naarPost, PostvakAfhandelingDto, PostvakDto, PostvakQuery } from './postvak.dto.js';

const WAT = 'Deze melding';

@ApiTags('Postvak')
@Controller('postvak')
export class PostvakController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Get()
  @Rollen('regievoerder', 'coordinator', 'functioneel-beheerder', 'auditor')
  @GemeenteKop()
  @ApiOperation({
    summary: 'Meldingen van DUO',
    description:
      'Nieuwste eerst, zonder persoonsgegevens. Wat onbekend of een incident is, wacht op een mens.',
  })
  @ApiOkResponse({ type: [PostvakDto] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: PostvakQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<PostvakDto[]> {
    const rijen = await leesNieuwsteEerst(
      this.omgeving,
      { beller, query, req, res },
      ({ ontvangen_tijdstip }: PostvakRij) => ontvangen_tijdstip,
      (manager, limiet, na) => postvakLijst(manager, query, limiet, na),
    );
    return rijen.map((rij) => naarPost(beller, rij));
  }

  @Post(':id/afhandeling')
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Dezelfde sleutel met dezelfde inhoud geeft hetzelfde antwoord.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{8,100}$' },
    example: 'melding-afgehandeld-0001',
  })
  @GemeenteKop()
  @ApiParamId('id', 'de melding')
  @ApiOperation({
    summary: 'Handel een melding af die bij geen traject kwam',
    description: 'Alleen een melding die onbekend of een incident is. Verandert geen traject.',
  })
  @ApiOkResponse({ type: PostvakDto })
  async handelAf(
    @DeBeller() beller: Beller,
    @PadId({ wat: WAT }) id: string,
    @IdempotencyKey() sleutel: string,
    @Body() { maatregel }: PostvakAfhandelingDto,
  ): Promise<PostvakDto> {
    const uitkomst = await inGemeente(this.omgeving.dataSource, gemeenteVan(beller).id, (manager) =>
      handelPostAf(manager, {
        id,
        maatregel,
        door: beller.toegang.onderwerp,
        sleutel: `${bellerNaam(beller)} ${sleutel}`,
      }),
    );
    switch (uitkomst) {
      case 'onbekend':
        throw nietGevonden(WAT);
      case 'niet-open':
        throw new ApiFout('GEWEIGERD', 'Deze melding wacht niet (meer) op een mens.', {
          regel: 'MELDING_NIET_OPEN',
        });
      case 'bij-traject':
        throw new ApiFout(
          'GEWEIGERD',
          'Deze melding hoort bij een traject. Meld dat traject als ten onrechte ontvangen.',
          { regel: 'MELDING_HOORT_BIJ_TRAJECT' },
        );
      case 'andere-inhoud':
        throw new ApiFout(
          'SLEUTEL_HERGEBRUIKT',
          'Onder deze Idempotency-Key is al iets anders gevraagd. Gebruik een nieuwe sleutel.',
        );
      default:
        return naarPost(beller, uitkomst);
    }
  }
}
