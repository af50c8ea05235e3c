import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Res,
  type CanActivate,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, IdempotencyKey, Opdrachtkoppen, PadId } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { invoerFout, nietGevonden } from '../common/problemen.js';
import { DeBeller, gemeenteVan, Rollen, type Beller } from '../common/toegang.guard.js';
import { ProefdraaienService } from './proefdraaien.service.js';
import { VooruitspoelDto, VooruitspoelStand } from './vooruitspoelen.dto.js';

/** Where rehearsals are off, nothing of this exists. */
@Injectable()
class ProefdraaienAan implements CanActivate {
  constructor(private readonly omgeving: ApiOmgeving) {}

  canActivate(): boolean {
    if (!this.omgeving.opties.proefdraaien) throw nietGevonden('Dit adres');
    return true;
  }
}

const TRAJECT = { naam: 'trajectId', wat: 'Dit traject' };

@ApiTags('Proefdraaien')
@Controller('proefdraaien/:trajectId')
@UseGuards(ProefdraaienAan)
export class ProefdraaienController {
  constructor(private readonly proefdraaien: ProefdraaienService) {}

  @Post('vooruitspoelen')
  @HttpCode(202)
  @Rollen('functioneel-beheerder')
  @Opdrachtkoppen()
  @ApiParamId('trajectId', 'het proeftraject')
  @ApiOperation({
    summary: 'Spoel een proeftraject vooruit',
    description:
      'Begint ermee en antwoordt meteen; volg het met GET op het proeftraject. Alleen waar proefdraaien aan staat, en alleen voor een proeftraject.',
  })
  @ApiAcceptedResponse({ type: VooruitspoelStand })
  spoel(
    @DeBeller() beller: Beller,
    @PadId(TRAJECT) trajectId: string,
    @IdempotencyKey() sleutel: string,
    @Body() dto: VooruitspoelDto,
    @Res({ passthrough: true }) res: Response,
  ): Promise<VooruitspoelStand> {
    if ((dto.dagen === undefined) === (dto.totVolgendeTermijn !== true)) {
      const melding = 'Geef dagen, of totVolgendeTermijn: true, niet allebei.';
      throw invoerFout([{ veld: 'dagen', melding }]);
    }
    res.setHeader('Location', `/v1/proefdraaien/${trajectId}`);
    const gemeenteId = gemeenteVan(beller).id;
    return this.proefdraaien.begin({ gemeenteId, trajectId }, dto, sleutel);
  }

  @Get()
  @Rollen('functioneel-beheerder')
  @GemeenteKop()
  @ApiParamId('trajectId', 'het proeftraject')
  @ApiOperation({ summary: 'Hoe ver het vooruitspoelen is' })
  @ApiOkResponse({ type: VooruitspoelStand })
  stand(@DeBeller() beller: Beller, @PadId(TRAJECT) trajectId: string): Promise<VooruitspoelStand> {
    return this.proefdraaien.stand({ gemeenteId: gemeenteVan(beller).id, trajectId });
  }
}
