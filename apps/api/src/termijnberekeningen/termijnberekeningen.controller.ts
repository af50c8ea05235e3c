import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Kalenderlade } from '#database/read/kalender.js';
import type { TermijnAntwoord, TermijnVerzoek } from '#domain/termijnen/bereken.js';
import { berekenLos } from '#domain/termijnen/los.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { ApiFout } from '../common/problemen.js';
import { Rollen } from '../common/toegang.guard.js';

@ApiTags('Termijnen')
@Controller('termijnberekeningen')
export class TermijnberekeningenController {
  readonly #kalender: Kalenderlade;

  constructor(omgeving: ApiOmgeving) {
    this.#kalender = new Kalenderlade(omgeving.dataSource);
  }

  @Post()
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator', 'functioneel-beheerder', 'auditor')
  @ApiOperation({
    summary: 'Reken een wettelijke termijn uit',
    description:
      'De laatste dag met de hele uitleg. Legt niets vast en gaat over niemand. Waar de wet de telling openlaat geldt de standaardkeuze; maakt een andere keuze verschil, dan staat dat bij de voorbehouden.',
  })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['termijn', 'feiten'],
      additionalProperties: false,
      properties: {
        termijn: {
          type: 'string',
          description: 'Code van de termijn.',
          example: 'PIP_VASTSTELLEN',
        },
        feiten: {
          type: 'object',
          additionalProperties: true,
          description: 'Wat de termijn nodig heeft; verschilt per code.',
        },
        schorsingen: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              van: { type: 'string', format: 'date' },
              tot: { type: 'string', format: 'date' },
              grond: { type: 'string' },
            },
          },
        },
        peildatum: { type: 'string', format: 'date' },
      },
      example: {
        termijn: 'PIP_VASTSTELLEN',
        feiten: { kennisgevingOp: '2026-09-07', gehuisvestViaHvw28: false },
      },
    },
  })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['termijn', 'uiterlijkOp', 'uitleg', 'bron', 'voorbehouden'],
      additionalProperties: true,
      properties: {
        termijn: { type: 'string' },
        uiterlijkOp: { type: 'string', format: 'date', nullable: true },
        uitleg: { type: 'array', items: { type: 'object', additionalProperties: true } },
        bron: { type: 'object', additionalProperties: true },
        voorbehouden: { type: 'array', items: { type: 'string' } },
      },
      example: {
        termijn: 'PIP_VASTSTELLEN',
        uiterlijkOp: '2026-11-16',
        uitleg: [{ tekst: 'Tien weken later is 16 november 2026.' }],
        bron: { wet: 'Wet inburgering 2021', artikel: '15' },
        voorbehouden: [],
      },
    },
  })
  async bereken(@Body() body: unknown): Promise<TermijnAntwoord> {
    const kalender = await this.#kalender.haal();
    const uitkomst = berekenLos(body as TermijnVerzoek, kalender);
    if (uitkomst.ok) return uitkomst.antwoord;
    const { code, veld, melding } = uitkomst.fout;
    throw new ApiFout('INVOER_ONGELDIG', melding, {
      regel: code,
      veld,
      fouten: [{ veld, melding }],
    });
  }
}
