import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { DOORREKEN_UITKOMSTEN } from '#domain/traject/doorrekening.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, PadId } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { invoerFout, nietGevonden, veldnaam, weigeringFout } from '../common/problemen.js';
import { actorVan, DeBeller, gemeenteVan, Rollen, type Beller } from '../common/toegang.guard.js';
import { eisRol } from '../common/uitkomst.js';
import { leesOpdracht, OPDRACHT_DTOS } from '../opdrachten/opdrachten.js';

const MEESTE = 10;

export class DoorgerekendeTermijn {
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) sleutel!: string;
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) code!: string;
  @ApiProperty({ enum: DOORREKEN_UITKOMSTEN, example: 'verplaatst' }) uitkomst!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-16' })
  oud!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-12-14' })
  nieuw!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 28, description: 'Onder nul: eerder.' })
  dagen!: number | null;
  @ApiProperty({
    type: [String],
    example: ['De dag van inschrijving in de BRP was dinsdag 1 september 2026 en is …'],
  })
  oorzaken!: readonly string[];
}

export class DoorrekeningAntwoord {
  @ApiProperty({ type: 'integer', example: 24, description: 'Versie waarop gerekend is.' })
  versie!: number;
  @ApiProperty({ type: () => [DoorgerekendeTermijn] })
  termijnen!: readonly DoorgerekendeTermijn[];
}

@ApiTags('Trajecten')
@Controller('trajecten/:id/doorrekeningen')
export class DoorrekeningenController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Post()
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Reken door welke datums opdrachten zouden verplaatsen',
    description:
      'Legt niets vast. Per termijn de oude en de nieuwe laatste dag en waarom. Zou een opdracht geweigerd worden, dan volgt dezelfde 409.',
  })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['opdrachten'],
      additionalProperties: false,
      properties: {
        opdrachten: {
          type: 'array',
          minItems: 1,
          maxItems: MEESTE,
          items: {
            oneOf: Object.values(OPDRACHT_DTOS).map((klasse) => ({ $ref: getSchemaPath(klasse) })),
          },
        },
      },
      example: {
        opdrachten: [
          {
            soort: 'corrigeerFeit',
            feit: 'brpInschrijving',
            reden: 'De BRP noemt een andere dag.',
            opdracht: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: '2026-09-12' },
          },
        ],
      },
    },
  })
  @ApiOkResponse({ type: DoorrekeningAntwoord })
  async doorreken(
    @DeBeller() beller: Beller,
    @PadId({ wat: 'Dit traject' }) trajectId: string,
    @Body() body: unknown,
  ): Promise<DoorrekeningAntwoord> {
    const opdrachten = [];
    for (const [i, een] of leesLijst(body).entries()) {
      const opdracht = await leesOpdracht(een, `opdrachten[${i}]`);
      eisRol(beller, opdracht);
      opdrachten.push(opdracht);
    }
    const uitkomst = await this.omgeving.dossier.doorreken({
      gemeenteId: gemeenteVan(beller).id,
      trajectId,
      opdrachten,
      actor: actorVan(beller),
    });
    if (uitkomst === null) throw nietGevonden('Dit traject');
    if (uitkomst.soort === 'geweigerd') throw weigeringFout(uitkomst.weigering);
    return {
      versie: uitkomst.versie,
      termijnen: uitkomst.termijnen.map((een) => ({
        sleutel: een.sleutel,
        code: een.code,
        uitkomst: een.uitkomst,
        oud: een.oud,
        nieuw: een.nieuw,
        dagen: een.dagen,
        oorzaken: een.oorzaken,
      })),
    };
  }
}

function leesLijst(body: unknown): readonly unknown[] {
  const { opdrachten, ...rest } = (body ?? {}) as { opdrachten?: unknown };
  const [extra] = Object.keys(rest);
  if (extra !== undefined) {
    const veld = veldnaam(extra);
    throw invoerFout([{ veld, melding: `${veld} hoort hier niet.` }]);
  }
  if (!Array.isArray(opdrachten) || opdrachten.length === 0 || opdrachten.length > MEESTE) {
    const melding = `opdrachten moet een lijst van 1 tot en met ${MEESTE} opdrachten zijn.`;
    throw invoerFout([{ veld: 'opdrachten', melding }]);
  }
  return opdrachten;
}
