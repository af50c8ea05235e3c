import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { coaImportenLijst, type CoaImportInLijst } from '#database/coa-importen.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, IdempotencyKey, Opdrachtkoppen, PadId } from '../common/koppen.js';
import { leesNieuwsteEerst } from '../common/nieuwste-eerst.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { DeBeller, Rollen, type Beller } from '../common/toegang.guard.js';
import { magMedisch } from '../trajecten/trajecten.service.js';
import {
  CoaImportDto,
  CoaImportenQuery,
  CoaImportKort,
  naarImport,
  naarImportKort,
} from './coa-import.dto.js';
import { CoaImportenService, type Import } from './coa-importen.service.js';
import { GRENZEN } from './blad.js';
import { KOLOMNAMEN } from './kolommen.js';
import { VORMEN } from './lezen.js';

const IMPORT = { wat: 'Deze import' };

@ApiTags('COA-overdrachten')
@Controller('coa-importen')
export class CoaImportenController {
  constructor(
    private readonly importen: CoaImportenService,
    private readonly omgeving: ApiOmgeving,
  ) {}

  @Post()
  @Rollen('regievoerder', 'coordinator')
  @Opdrachtkoppen()
  @ApiConsumes(...Object.keys(VORMEN))
  @ApiBody({
    schema: {
      type: 'string',
      example: 'v-nummer;naam;koppelingsdatum\n1234567890;Voorbeeldpersoon;15-06-2026',
    },
  })
  @ApiOperation({
    summary: 'Bied een export van COA aan',
    description: `CSV (komma of puntkomma, UTF-8) of XLSX met één werkblad; hoogstens 1 MB en ${GRENZEN.rijen} rijen. Kolommen: ${KOLOMNAMEN.join(', ')}. Er gebeurt nog niets: u ziet per rij wat er zou gebeuren en wat er niet klopt. Regels van wet en dossier worden getoetst bij de uitvoering. Het bestand wordt verzegeld bewaard tot de uitvoering, hoogstens zeven dagen.`,
  })
  @ApiCreatedResponse({ type: CoaImportDto })
  async bied(
    @DeBeller() beller: Beller,
    @IdempotencyKey() sleutel: string,
    @Body() inhoud: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CoaImportDto> {
    const soort = req.is('text/csv') === 'text/csv' ? 'csv' : 'xlsx';
    const bestand = Buffer.isBuffer(inhoud) ? inhoud : Buffer.alloc(0);
    const gedaan = await this.importen.bied(beller, sleutel, soort, bestand);
    res.setHeader('Location', `/v1/coa-importen/${gedaan.rij.id}`);
    return antwoord(beller, gedaan);
  }

  @Get()
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiOperation({ summary: 'Lijst van aangeboden exports van COA', description: 'Nieuwste eerst.' })
  @ApiOkResponse({ type: [CoaImportKort] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: CoaImportenQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CoaImportKort[]> {
    const rijen = await leesNieuwsteEerst(
      this.omgeving,
      { beller, query, req, res },
      ({ aangeboden_tijdstip }: CoaImportInLijst) => aangeboden_tijdstip,
      (manager, limiet, na) => coaImportenLijst(manager, query, limiet, na),
    );
    return rijen.map((rij) => naarImportKort(beller, rij, rij.telling));
  }

  @Get(':id')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'de import')
  @ApiOperation({ summary: 'Een aangeboden export, met per rij wat ervan werd' })
  @ApiOkResponse({ type: CoaImportDto })
  async detail(@DeBeller() beller: Beller, @PadId(IMPORT) id: string): Promise<CoaImportDto> {
    return antwoord(beller, await this.importen.lees(beller, id));
  }

  @Post(':id/uitvoering')
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @GemeenteKop()
  @ApiParamId('id', 'de import')
  @ApiOperation({
    summary: 'Voer een aangeboden export uit',
    description:
      'Elke rij die klaarstaat wordt een overdracht, elk op zichzelf. Staan er daarna nog rijen klaar, vraag het dan nog eens: wat gedaan is gebeurt niet nog een keer. Als er geen rij meer klaarstaat wordt het bestand gewist.',
  })
  @ApiOkResponse({ type: CoaImportDto })
  async voerUit(@DeBeller() beller: Beller, @PadId(IMPORT) id: string): Promise<CoaImportDto> {
    return antwoord(beller, await this.importen.voerUit(beller, id));
  }

  @Post(':id/intrekking')
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @GemeenteKop()
  @ApiParamId('id', 'de import')
  @ApiOperation({
    summary: 'Trek een aangeboden export in',
    description:
      'Het bestand wordt meteen gewist en rijen die klaarstaan vervallen; wat al gedaan is blijft gedaan. Nog eens vragen geeft hetzelfde antwoord. Tijdens de uitvoering kan het niet.',
  })
  @ApiOkResponse({ type: CoaImportDto })
  async trekIn(@DeBeller() beller: Beller, @PadId(IMPORT) id: string): Promise<CoaImportDto> {
    return antwoord(beller, await this.importen.trekIn(beller, id));
  }
}

function antwoord(beller: Beller, { rij, regels, gelezen }: Import): CoaImportDto {
  return naarImport(beller, rij, regels, gelezen, magMedisch(beller));
}
