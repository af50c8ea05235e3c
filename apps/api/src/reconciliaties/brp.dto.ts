import { ApiProperty } from '@nestjs/swagger';
import { BRP_STATUSSEN, type BrpRaadplegingRij } from '#database/read/brp.js';
import { BRP_UITLEG, BRP_VELDEN, BRP_VOORSTELLEN, type BrpVerschil } from '#domain/brp/verschil.js';

export class BrpVerschilDto {
  @ApiProperty({ enum: BRP_VELDEN, example: 'inschrijving' }) veld!: string;
  @ApiProperty({ type: String, nullable: true, example: '2026-09-14' }) ons!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-09-15' }) brp!: string | null;
  @ApiProperty({ enum: BRP_VOORSTELLEN, example: 'inschrijving-corrigeren' }) voorstel!: string;
  @ApiProperty({ example: BRP_UITLEG['inschrijving-corrigeren'] }) uitleg!: string;
}

export class BrpDto {
  @ApiProperty({ type: [BrpVerschilDto], description: 'Wat nu open staat.' })
  verschillen!: readonly BrpVerschilDto[];
  @ApiProperty({
    enum: [...BRP_STATUSSEN, 'uit'],
    example: 'gelukt',
    description: 'Van de laatste raadpleging; uit: uw gemeente raadpleegt de BRP hier niet.',
  })
  status!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  laatsteTijdstip!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Technisch.' })
  reden!: string | null;
}

/** What the BRP says of a journey, as the API shows it. */
export function naarBrp(
  rij: BrpRaadplegingRij | undefined,
  verschillen: readonly BrpVerschil[],
): BrpDto {
  return {
    verschillen: verschillen.map(({ veld, ons, brp, voorstel }) => ({
      veld,
      ons,
      brp,
      voorstel,
      uitleg: BRP_UITLEG[voorstel],
    })),
    status: rij?.status ?? 'uit',
    laatsteTijdstip: rij?.laatste_tijdstip?.toISOString() ?? null,
    reden: rij?.reden ?? null,
  };
}
