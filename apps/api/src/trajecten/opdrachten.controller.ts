import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { naarAntwoord, OpdrachtAntwoord } from '../common/antwoorden.dto.js';
import { ApiParamId } from '../common/documentatie.js';
import { IdempotencyKey, IfMatch, Opdrachtkoppen, PadId, zetEtag } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import {
  actorVan,
  bellerNaam,
  DeBeller,
  gemeenteVan,
  Rollen,
  type Beller,
} from '../common/toegang.guard.js';
import { eisRol, gedaanOf } from '../common/uitkomst.js';
import { leesOpdracht, OPDRACHT_DTOS } from '../opdrachten/opdrachten.js';

const KLASSEN = Object.values(OPDRACHT_DTOS);

@ApiTags('Trajecten')
@ApiExtraModels(...KLASSEN)
@Controller('trajecten/:id/opdrachten')
export class OpdrachtenController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Post()
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @Opdrachtkoppen()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Geef een opdracht aan een traject',
    description:
      'Legt een feit of besluit vast. Het antwoord zegt wat er gebeurde en welke taken open of dicht gingen; een lijst die u daarna leest laat dat al zien. Weigert een regel of de wet het, dan volgt 409 met de code en het artikel.',
  })
  @ApiBody({
    schema: {
      oneOf: KLASSEN.map((klasse) => ({ $ref: getSchemaPath(klasse) })),
      discriminator: {
        propertyName: 'soort',
        mapping: Object.fromEntries(
          Object.entries(OPDRACHT_DTOS).map(([soort, klasse]) => [soort, getSchemaPath(klasse)]),
        ),
      },
      example: { soort: 'stelPipVast', dagtekening: '2026-11-16' },
    },
  })
  @ApiOkResponse({ type: OpdrachtAntwoord })
  async geef(
    @DeBeller() beller: Beller,
    @PadId({ wat: 'Dit traject' }) trajectId: string,
    @IdempotencyKey() opdrachtId: string,
    @IfMatch() verwachteVersie: number | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) res: Response,
  ): Promise<OpdrachtAntwoord> {
    const opdracht = await leesOpdracht(body);
    eisRol(beller, opdracht);
    const gedaan = gedaanOf(
      await this.omgeving.dossier.verwerk({
        gemeenteId: gemeenteVan(beller).id,
        trajectId,
        opdracht,
        opdrachtId,
        beller: bellerNaam(beller),
        actor: actorVan(beller),
        ...(verwachteVersie === undefined ? {} : { verwachteVersie }),
      }),
    );
    zetEtag(res, gedaan.versie);
    return naarAntwoord(trajectId, gedaan);
  }
}
