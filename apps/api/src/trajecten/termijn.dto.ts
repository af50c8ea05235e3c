import { ApiProperty } from '@nestjs/swagger';
import { DuoVergelijkingDto, OpschortingDto, VerlengingDto } from './ledger.dto.js';
import type { TermijnRij } from '#database/read/traject-onderdelen.js';

export class TermijnDto {
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) sleutel!: string;
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) code!: string;
  @ApiProperty({ enum: ['loopt', 'gehaald', 'ingetrokken'] }) status!: string;
  @ApiProperty({ format: 'date', example: '2026-11-23', description: 'Laatste dag.' })
  uiterlijkOp!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  gehaaldOp!: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 7,
    description: 'Dagen tot en met de laatste dag; onder nul als die voorbij is.',
  })
  dagenOver!: number | null;
  @ApiProperty({ example: false }) teLaat!: boolean;
  @ApiProperty({ example: false }) geescaleerd!: boolean;
}

export class BronDto {
  @ApiProperty({ example: 'Wet inburgering 2021' }) wet!: string;
  @ApiProperty({ example: '15 lid 1' }) artikel!: string;
  @ApiProperty({ format: 'uri', example: 'https://wetten.overheid.nl/BWBR0044770' }) url!: string;
}

export class UitlegstapDto {
  @ApiProperty({ required: false, format: 'date', example: '2026-11-23' }) op?: string;
  @ApiProperty({ example: 'Tien weken na 14 september 2026 is 23 november 2026.' }) tekst!: string;
  @ApiProperty({ required: false, type: () => BronDto }) bron?: BronDto;
}

export class TermijnMetUitleg extends TermijnDto {
  @ApiProperty({
    type: 'integer',
    example: 12,
    description: 'Regel van het journaal die de dag bepaalde.',
  })
  startNr!: number;
  @ApiProperty({ type: () => [UitlegstapDto] }) uitleg!: readonly UitlegstapDto[];
  @ApiProperty({ type: () => BronDto, nullable: true }) bron!: BronDto | null;
  @ApiProperty({ type: [String], example: [] }) voorbehouden!: readonly string[];
  @ApiProperty({ type: String, nullable: true, example: 'PIP_VASTSTELLEN@2022-01-01' })
  regelVersie!: string | null;
  @ApiProperty({
    type: [String],
    example: ['De dag van de kennisgeving was maandag 7 september 2026 en is …'],
    description: 'Waarom de dag voor het laatst verschoof.',
  })
  oorzaken!: readonly string[];
  @ApiProperty({ example: false, description: 'Staat stil: er is nu geen laatste dag.' })
  opgeschort!: boolean;
  @ApiProperty({ type: () => [OpschortingDto], description: 'Met de vervallen versies.' })
  opschortingen!: readonly OpschortingDto[];
  @ApiProperty({
    type: () => [VerlengingDto],
    description: 'Van de inburgeringstermijn, met de vervallen versies.',
  })
  verlengingen!: readonly VerlengingDto[];
  @ApiProperty({
    type: () => DuoVergelijkingDto,
    nullable: true,
    description: 'Van de inburgeringstermijn: de eigen berekening naast de dag van DUO, die telt.',
  })
  vergelijking!: DuoVergelijkingDto | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: null,
    description:
      'Van de inburgeringstermijn: de eigen laatste dag met ook de verlengingen die alleen verwacht zijn.',
  })
  prognoseOp!: string | null;
}

/** A term as it stands today on the journey's own clock (E3). */
export function naarTermijn(rij: TermijnRij): TermijnDto {
  const loopt = rij.status === 'loopt';
  return {
    sleutel: rij.sleutel,
    code: rij.code,
    status: rij.status,
    uiterlijkOp: rij.uiterlijk_op,
    gehaaldOp: rij.gehaald_op,
    dagenOver: loopt ? rij.dagen_over : null,
    teLaat: loopt && rij.dagen_over < 0,
    geescaleerd: rij.geescaleerd,
  };
}
