import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Request } from 'express';
import { trajectenMetHash, type TrajectRij } from '#database/read/trajecten.js';
import { inGemeente } from '#database/transactie.js';
import { logHandeling } from '#observability/logger.js';
import { GemeenteKop } from '../common/koppen.js';
import { zoeklimiet } from '../common/limiet.guard.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { invoerFout } from '../common/problemen.js';
import { DeBeller, gemeentenVan, Rollen, type Beller } from '../common/toegang.guard.js';
import { TrajectKort, ZoekDto } from './traject.dto.js';
import { naarTrajectKort } from './trajecten.service.js';

@ApiTags('Trajecten')
@Controller('trajecten/_zoek')
export class ZoekController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Post()
  @HttpCode(200)
  @Throttle({ default: { limit: zoeklimiet, ttl: 60_000 } })
  @Rollen('regievoerder', 'coordinator')
  @GemeenteKop()
  @ApiOperation({
    summary: 'Zoek de trajecten van een persoon',
    description:
      'Op bsn of V-nummer, in de inhoud en nooit in het adres. Elke zoekvraag wordt vastgelegd.',
  })
  @ApiOkResponse({ type: [TrajectKort] })
  async zoek(
    @DeBeller() beller: Beller,
    @Body() { bsn, vNummer }: ZoekDto,
    @Req() req: Request,
  ): Promise<TrajectKort[]> {
    if ((bsn === undefined) === (vNummer === undefined)) {
      throw invoerFout([{ veld: 'bsn', melding: 'Geef een bsn of een vNummer, niet allebei.' }]);
    }
    const rijen: TrajectRij[] = [];
    for (const { id } of gemeentenVan(beller)) {
      const hash = this.omgeving.zoeksleutels.van(
        id,
        bsn === undefined ? 'vnummer' : 'bsn',
        bsn ?? vNummer ?? '',
      );
      const kolom = bsn === undefined ? 'vnummer_hash' : 'bsn_hash';
      rijen.push(
        ...(await inGemeente(
          this.omgeving.dataSource,
          id,
          (manager) => trajectenMetHash(manager, kolom, hash),
          { alleenLezen: true },
        )),
      );
    }
    logHandeling(this.omgeving.logger, {
      actie: 'persoon.gezocht',
      object:
        rijen.length === 0 ? 'traject:geen' : rijen.map(({ id }) => `traject:${id}`).join(' '),
      resultaat: 'gelukt',
      oorsprong: req.ip ?? 'onbekend',
      actor: beller.toegang.onderwerp,
    });
    return rijen.map((rij) => naarTrajectKort(beller, rij));
  }
}
