import { ApiProperty } from '@nestjs/swagger';
import type { Gedaan } from '#dossier/typen.js';

export class GebeurtenisMelding {
  @ApiProperty({ type: 'integer', example: 24 }) nr!: number;
  @ApiProperty({ example: 'pipVastgesteld' }) soort!: string;
}

export class TaakMeldingDto {
  @ApiProperty({ format: 'uuid', example: '8a4bdc4e-57a4-5d6b-8d8e-9c2b6b1f6c11' }) id!: string;
  @ApiProperty({ example: 'aanbod-doen' }) soort!: string;
}

/** What a command brought about. The same key gives the same answer. */
export class OpdrachtAntwoord {
  @ApiProperty({ format: 'uuid', example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10' })
  trajectId!: string;
  @ApiProperty({ type: 'integer', example: 26, description: 'Nieuwe versie van het traject.' })
  versie!: number;
  @ApiProperty({ type: () => [GebeurtenisMelding] }) gebeurtenissen!: readonly GebeurtenisMelding[];
  @ApiProperty({ type: () => [TaakMeldingDto] }) geopendeTaken!: readonly TaakMeldingDto[];
  @ApiProperty({ type: () => [TaakMeldingDto] }) geslotenTaken!: readonly TaakMeldingDto[];
}

/** The fields we show, one by one. Whether it was a repeat does not matter to the caller. */
export function naarAntwoord(trajectId: string, gedaan: Gedaan): OpdrachtAntwoord {
  const { versie, gebeurtenissen, geopendeTaken, geslotenTaken } = gedaan;
  return {
    trajectId,
    versie,
    gebeurtenissen: gebeurtenissen.map(({ nr, soort }) => ({ nr, soort })),
    geopendeTaken: geopendeTaken.map(({ id, soort }) => ({ id, soort })),
    geslotenTaken: geslotenTaken.map(({ id, soort }) => ({ id, soort })),
  };
}

export class ArtikelDto {
  @ApiProperty({ example: 'Wet inburgering 2021' }) wet!: string;
  @ApiProperty({ example: '15 lid 2' }) artikel!: string;
  @ApiProperty({
    required: false,
    format: 'uri',
    example: 'https://wetten.overheid.nl/BWBR0044770',
  })
  url?: string;
}

export class VeldfoutDto {
  @ApiProperty({ example: 'dagtekening' }) veld!: string;
  @ApiProperty({ example: 'dagtekening moet een bestaande dag zijn (JJJJ-MM-DD).' })
  melding!: string;
}

/** RFC 9457. */
export class ProbleemDto {
  @ApiProperty({ example: 'about:blank' }) type!: string;
  @ApiProperty({ example: 'Dit kan nu niet' }) title!: string;
  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, example: 409 }) status!: number;
  @ApiProperty({ example: 'Kies eerst een leerroute.' }) detail!: string;
  @ApiProperty({ example: 'LEERROUTE_ONTBREEKT', description: 'Vaste code, voor programma’s.' })
  code!: string;
  @ApiProperty({ required: false, example: 'dagtekening' }) veld?: string;
  @ApiProperty({ required: false, type: () => ArtikelDto }) artikel?: ArtikelDto;
  @ApiProperty({ required: false, type: () => [VeldfoutDto] }) fouten?: readonly VeldfoutDto[];
}
