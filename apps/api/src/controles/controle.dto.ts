import { ApiProperty } from '@nestjs/swagger';
import { VERSCHILLEN_GENOEMD, type ControleRij } from '#database/read/controles.js';
import { VERSCHILSOORTEN } from '#dossier/controle.js';
import { gemeenteCode } from '../common/per-gemeente.js';
import type { Beller } from '../common/toegang.guard.js';

class ControleverschilDto {
  @ApiProperty({ format: 'uuid', example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10' })
  trajectId!: string;
  @ApiProperty({ enum: VERSCHILSOORTEN, example: 'zonder-workflow' }) soort!: string;
}

export class ControleDto {
  @ApiProperty({ format: 'uuid', example: '0197e0b0-5c1e-7c3a-9d1f-2b7f1a4c6e10' }) id!: string;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ format: 'date-time', example: '2026-10-20T02:15:00.000Z' })
  begonnenTijdstip!: string;
  @ApiProperty({ format: 'date-time', example: '2026-10-20T02:16:10.000Z' })
  klaarTijdstip!: string;
  @ApiProperty({ type: 'integer', example: 1240, description: 'Vergeleken open trajecten.' })
  openTrajecten!: number;
  @ApiProperty({
    type: 'integer',
    example: 26,
    description: 'Drijvers die in de steekproef zeiden hoe ze ervoor staan.',
  })
  bevraagd!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: { 'zonder-workflow': 1 },
    description: 'Hoeveel verschillen van elke soort; leeg is goed.',
  })
  aantallen!: Readonly<Record<string, number>>;
  @ApiProperty({
    type: [ControleverschilDto],
    maxItems: VERSCHILLEN_GENOEMD,
    description: `Bij welke trajecten; hoogstens ${VERSCHILLEN_GENOEMD}. Ze zijn al hersteld.`,
  })
  verschillen!: readonly ControleverschilDto[];
}

/** A comparison as the API shows it, field by field. */
export function naarControle(beller: Beller, rij: ControleRij): ControleDto {
  return {
    id: rij.id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    begonnenTijdstip: rij.begonnen_tijdstip.toISOString(),
    klaarTijdstip: rij.klaar_tijdstip.toISOString(),
    openTrajecten: rij.open_trajecten,
    bevraagd: rij.bevraagd,
    aantallen: rij.aantallen,
    verschillen: rij.verschillen,
  };
}
