import { ApiProperty } from '@nestjs/swagger';
import { Getal, Waarheid } from '../common/velden.js';

export class VooruitspoelDto {
  @Getal({
    min: 1,
    max: 3_660,
    optioneel: true,
    voorbeeld: 30,
    uitleg: 'Zoveel dagen vooruit. Of kies totVolgendeTermijn.',
  })
  dagen?: number;
  @Waarheid({
    optioneel: true,
    uitleg: 'Tot een termijn de eerstvolgende keer van zich laat horen.',
  })
  totVolgendeTermijn?: boolean;
}

export class VooruitspoelStand {
  @ApiProperty({ format: 'uuid', example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10' })
  readonly trajectId!: string;
  @ApiProperty({ enum: ['bezig', 'klaar', 'mislukt'] })
  readonly status!: 'bezig' | 'klaar' | 'mislukt';
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-16T10:00:00.000Z',
  })
  readonly vanTijdstip!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-12-16T10:00:00.000Z',
  })
  readonly doelTijdstip!: string | null;
  @ApiProperty({
    format: 'date-time',
    example: '2026-12-01T23:00:00.000Z',
    description: 'Hoe laat het nu is voor dit traject.',
  })
  readonly nuTijdstip!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Waarom het niet lukte.',
  })
  readonly melding!: string | null;
}
