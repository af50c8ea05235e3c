import { ApiProperty } from '@nestjs/swagger';
import type { WissingRij } from '#database/read/wissingen.js';
import { WISREDENEN } from '#domain/wissing/opdrachten.js';
import { gemeenteCode } from '../common/per-gemeente.js';
import type { Beller } from '../common/toegang.guard.js';

export class WissingDto {
  @ApiProperty({ format: 'uuid', example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10' })
  trajectId!: string;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ enum: WISREDENEN, example: 'correctie-van-duo' }) reden!: string;
  @ApiProperty({ example: 'a1b2c3', description: 'Pseudoniem van wie het vroeg.' })
  gevraagdDoor!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-16T09:30:00.000Z' })
  gevraagdTijdstip!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-16T09:30:04.000Z',
    description:
      'Wanneer ook de sleutels vernietigd waren; leeg zolang de worker daarmee bezig is.',
  })
  gewistTijdstip!: string | null;
}

/** An erasure as the API shows it, field by field. */
export function naarWissing(beller: Beller, rij: WissingRij): WissingDto {
  return {
    trajectId: rij.id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    reden: rij.reden,
    gevraagdDoor: rij.gevraagd_door,
    gevraagdTijdstip: rij.gevraagd_tijdstip.toISOString(),
    gewistTijdstip: rij.gewist_tijdstip?.toISOString() ?? null,
  };
}
