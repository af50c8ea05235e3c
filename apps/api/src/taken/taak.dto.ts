import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { TAAKSOORTEN, type TaakSoortNaam } from '#domain/traject/taaksoorten.js';
import { taakUitkomsten } from '#domain/traject/overzicht.js';
import { POSTTAAK, type Lijsttaak } from '#database/read/posttaken.js';
import { PaginaQuery } from '../common/paginering.js';
import { Getal, Keuze, Tekst, UitQuery, Uuid, Waarheid } from '../common/velden.js';
import { gemeenteCode } from '../common/per-gemeente.js';
import type { Beller } from '../common/toegang.guard.js';
import { IsDefined, ValidateIf } from 'class-validator';
import { OPDRACHT_DTOS } from '../opdrachten/opdrachten.js';

const MEESTE_TEKENS = 2_000;
const SOORTEN = [...TAAKSOORTEN, POSTTAAK] as const;

export class TakenQuery extends PaginaQuery {
  @Keuze(['open', 'afgerond', 'vervallen'], { optioneel: true, uitleg: 'Open als u niets kiest.' })
  status?: 'open' | 'afgerond' | 'vervallen';
  @Keuze(['regievoerder', 'coordinator'], { optioneel: true }) rol?: string;
  @Keuze(SOORTEN, {
    optioneel: true,
    voorbeeld: 'pip-vaststellen',
    uitleg: 'postvak-beoordelen: meldingen van DUO die bij geen traject passen; alleen de open.',
  })
  soort?: string;
  @Tekst({ optioneel: true, hoogstens: 200, voorbeeld: 'a1b2c3' }) behandelaar?: string;
  @Uuid({ optioneel: true }) trajectId?: string;
  @UitQuery('waarheid') @Waarheid({ optioneel: true }) teLaat?: boolean;
}

export class TaakKort {
  @ApiProperty({ format: 'uuid', example: '8a4bdc4e-57a4-5d6b-8d8e-9c2b6b1f6c11' }) id!: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10',
    description: 'Leeg bij een melding van DUO die bij geen traject past.',
  })
  trajectId!: string | null;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ enum: SOORTEN, example: 'pip-vaststellen' }) soort!: string;
  @ApiProperty({ example: 'PIP vaststellen' }) titel!: string;
  @ApiProperty({ enum: ['regievoerder', 'coordinator'] }) rol!: string;
  @ApiProperty({ enum: ['open', 'afgerond', 'vervallen'] }) status!: string;
  @ApiProperty({
    type: [String],
    example: ['stelPipVast'],
    description:
      'Soorten opdracht die deze taak afronden; bij een melding de maatregelen van haar afhandeling.',
  })
  uitkomsten!: readonly string[];
  @ApiProperty({
    example: '/v1/taken/8a4bdc4e-57a4-5d6b-8d8e-9c2b6b1f6c11/afronding',
    description: 'Waarheen de uitkomst gaat.',
  })
  afrondenBij!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'PIP_VASTSTELLEN',
    description: 'Sleutel van de termijn waar de taak bij hoort.',
  })
  termijn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description:
      'Welke van meer gelijke taken: een bericht, een termijn of een gebeurtenis van DUO.',
  })
  onderwerp!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-23' })
  uiterlijkOp!: string | null;
  @ApiProperty({ example: false }) teLaat!: boolean;
  @ApiProperty({ example: false, description: 'Hoort bij een proeftraject.' }) proef!: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'a1b2c3' }) behandelaar!: string | null;
  @ApiProperty({ type: 'integer', example: 0 }) prioriteit!: number;
  @ApiProperty({ format: 'date-time', example: '2026-10-20T09:15:00.000Z' })
  geopendTijdstip!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  geslotenTijdstip!: string | null;
}

export class TaaknotitieDto {
  @ApiProperty({ example: 'Belt terug na de vakantie.' }) tekst!: string;
  @ApiProperty({ example: 'a1b2c3', description: 'Pseudoniem van wie het schreef.' }) door!: string;
  @ApiProperty({ format: 'date-time', example: '2026-10-20T09:20:00.000Z' }) tijdstip!: string;
}

export class TaakDto extends TaakKort {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'De leerroute is gekozen.',
    description: 'Waarom deze taak er is.',
  })
  reden!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 24 }) trajectVersie!: number | null;
  @ApiProperty({
    type: () => TaaknotitieDto,
    nullable: true,
    description: 'Wat iemand bij de taak schreef; verzegeld bewaard.',
  })
  notitie!: TaaknotitieDto | null;
}

export class NotitieDto {
  @ApiProperty({
    type: String,
    nullable: true,
    maxLength: MEESTE_TEKENS,
    example: 'Belt terug na de vakantie.',
    description:
      'Voor wie de taak hierna oppakt; null haalt de notitie weg. Geen medische gegevens.',
  })
  @ValidateIf((_dto, waarde: unknown) => waarde !== null)
  @Tekst({ hoogstens: MEESTE_TEKENS, voorbeeld: 'Belt terug na de vakantie.' })
  tekst!: string | null;
}

export class NotitieAntwoord {
  @ApiProperty({ format: 'uuid', example: '8a4bdc4e-57a4-5d6b-8d8e-9c2b6b1f6c11' }) taakId!: string;
  @ApiProperty({ type: () => TaaknotitieDto, nullable: true }) notitie!: TaaknotitieDto | null;
  @ApiProperty({ type: 'integer', example: 1 }) versie!: number;
}

export class AfrondingDto {
  @ApiProperty({
    oneOf: Object.values(OPDRACHT_DTOS).map((klasse) => ({ $ref: getSchemaPath(klasse) })),
    discriminator: { propertyName: 'soort' },
    example: { soort: 'stelPipVast', dagtekening: '2026-11-16' },
    description:
      'De opdracht die de taak afrondt; soort moet een van de uitkomsten van de taak zijn.',
  })
  @IsDefined({ message: 'uitkomst ontbreekt.' })
  uitkomst!: unknown;
}

export class ToewijzingDto {
  @ApiProperty({
    type: String,
    nullable: true,
    maxLength: 200,
    example: 'a1b2c3',
    description: 'Onderwerp uit het token van de behandelaar; null geeft de taak terug.',
  })
  @ValidateIf((_dto, waarde: unknown) => waarde !== null)
  @Tekst({ hoogstens: 200, voorbeeld: 'a1b2c3' })
  behandelaar!: string | null;

  @Getal({ min: 0, max: 3, optioneel: true, voorbeeld: 1, uitleg: 'Hoger is eerder.' })
  prioriteit?: number;
}

export class ToewijzingAntwoord {
  @ApiProperty({ format: 'uuid', example: '8a4bdc4e-57a4-5d6b-8d8e-9c2b6b1f6c11' }) taakId!: string;
  @ApiProperty({ type: String, nullable: true, example: 'a1b2c3' }) behandelaar!: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) prioriteit!: number;
  @ApiProperty({ type: 'integer', example: 1 }) versie!: number;
}

/** A task as the API shows it, field by field. */
export function naarTaak(beller: Beller, rij: Lijsttaak): TaakKort {
  const { titel, uitkomsten } = taakUitkomsten(rij.soort as TaakSoortNaam);
  // The key is kind, opening entry, and which one of several.
  const onderwerp = rij.sleutel.split('/').slice(2).join('/');
  return {
    id: rij.id,
    trajectId: rij.traject_id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    soort: rij.soort,
    titel,
    rol: rij.rol,
    status: rij.status,
    uitkomsten,
    afrondenBij: `/v1/taken/${rij.id}/afronding`,
    termijn: rij.termijn,
    onderwerp: onderwerp === '' ? null : onderwerp,
    uiterlijkOp: rij.uiterlijk_op,
    teLaat: rij.te_laat,
    proef: rij.proef,
    behandelaar: rij.behandelaar,
    prioriteit: rij.prioriteit,
    geopendTijdstip: rij.geopend_tijdstip.toISOString(),
    geslotenTijdstip: rij.gesloten_tijdstip?.toISOString() ?? null,
  };
}
