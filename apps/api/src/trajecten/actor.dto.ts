import { ApiProperty } from '@nestjs/swagger';

export class ActorDto {
  @ApiProperty({ enum: ['medewerker', 'keten', 'tijd', 'beheer'] }) soort!: string;
  @ApiProperty({ example: 'a1b2c3' }) id!: string;
}
