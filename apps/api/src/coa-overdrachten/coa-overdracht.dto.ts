import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { CoaOverdrachtRij } from '#database/read/coa-overdrachten.js';
import { STUURVELDEN, type CoaProfiel } from '#domain/overdracht/opdrachten.js';
import { PaginaQuery } from '../common/paginering.js';
import { gemeenteCode } from '../common/per-gemeente.js';
import type { Beller } from '../common/toegang.guard.js';
import { Datum, Deel, Getal, Tekst, Uuid, VrijObject, Waarheid } from '../common/velden.js';
import { PersoonDto } from '../opdrachten/voorbereiden.dto.js';

export class HerkomstDto {
  @Tekst({ hoogstens: 200, voorbeeld: 'TVS klantprofiel' }) bron!: string;
  @Datum({ voorbeeld: '2026-06-15' }) geraadpleegdOp!: IsoDatum;
}

export class CoaOverdrachtDto {
  @Getal({ min: 1, max: 1, voorbeeld: 1, uitleg: 'Versie van het schema.' }) schemaVersie!: number;
  @Datum({ voorbeeld: '2026-06-15', uitleg: 'Dag waarop COA de persoon aan de gemeente koppelde.' })
  koppelingOp!: IsoDatum;
  @Datum({ optioneel: true, voorbeeld: '2026-06-01' }) vergunningOp?: IsoDatum;
  @Deel(() => PersoonDto, { uitleg: 'Met een bsn of een V-nummer.' }) persoon!: PersoonDto;
  @VrijObject({
    optioneel: true,
    uitleg:
      'Wat het klantprofiel zegt: taal, land, gezin, opleiding, werkervaring, voorinburgering, …',
    voorbeeld: { taal: 'Tigrinya', opleiding: { niveau: 'Middelbaar', jaren: 11 } },
  })
  gegevens?: Record<string, unknown>;
  @VrijObject({
    optioneel: true,
    uitleg:
      'Medische gegevens en beperkingen bij het wonen. Apart verzegeld; alleen voor wie ze nodig heeft.',
    voorbeeld: { woonbeperkingen: 'Geen trappen' },
  })
  medisch?: Record<string, unknown>;
  @Deel(() => HerkomstDto, { optioneel: true, uitleg: 'Waar het profiel vandaan komt.' })
  herkomst?: HerkomstDto;
  @Waarheid({
    optioneel: true,
    voorbeeld: false,
    uitleg: 'Een proeftraject; alleen waar proefdraaien aan staat.',
  })
  proef?: boolean;
  @Datum({
    optioneel: true,
    voorbeeld: '2026-06-15',
    uitleg: 'De dag waarop de klok van een proeftraject begint; vandaag als u niets kiest.',
  })
  proefVanafOp?: IsoDatum;
}

export class CoaOverdrachtenQuery extends PaginaQuery {
  @Uuid({ optioneel: true }) trajectId?: string;
}

export class CoaOverdrachtKort {
  @ApiProperty({ format: 'uuid', example: '0b0f6c6e-6b1d-5a54-9a4e-0b0c3d1f2a33' }) id!: string;
  @ApiProperty({ format: 'uuid', example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10' })
  trajectId!: string;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ type: 'integer', example: 1 }) schemaVersie!: number;
  @ApiProperty({ format: 'date-time', example: '2026-06-15T09:00:00.000Z' })
  ontvangenTijdstip!: string;
}

/** What a profile says, as we show it: of a hand-over, and of a row of a file before it is one. */
export class GelezenProfiel {
  @ApiProperty({ format: 'date', example: '2026-06-15' }) koppelingOp!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-06-01' })
  vergunningOp!: string | null;
  @ApiProperty({ type: () => PersoonDto }) persoon!: PersoonDto;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { taal: 'Tigrinya' } })
  gegevens!: object;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { woonbeperkingen: 'Geen trappen' },
    description: 'Leeg voor wie dit niet mag zien.',
  })
  medisch!: object | null;
}

export class ProfielwijzigingDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '0b0f6c6e-6b1d-5a54-9a4e-0b0c3d1f2a33',
    description: 'De overdracht ervoor, met de oude waarden.',
  })
  vorigeId!: string | null;
  @ApiProperty({ type: [String], example: ['vergunningOp', 'gegevens.taal'] })
  velden!: readonly string[];
  @ApiProperty({
    type: [String],
    example: [],
    description: 'Hiervan niet overgenomen, omdat het dossier iets anders zegt.',
  })
  nietOvergenomen!: readonly string[];
}

export class StrijdigDto {
  @ApiProperty({ enum: STUURVELDEN, example: 'geboortedatum' }) veld!: string;
  @ApiProperty({ type: String, nullable: true, example: '1994-02-04' }) coa!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '1994-02-03' }) dossier!: string | null;
}

export class CoaOverdrachtVolledig extends IntersectionType(CoaOverdrachtKort, GelezenProfiel) {
  @ApiProperty({ type: () => HerkomstDto }) herkomst!: HerkomstDto;
  @ApiProperty({
    type: () => ProfielwijzigingDto,
    nullable: true,
    description: 'Leeg bij het eerste profiel, en bij een profiel dat niet vergeleken is.',
  })
  wijziging!: ProfielwijzigingDto | null;
  @ApiProperty({ example: false, description: 'De overdracht is later ingetrokken.' })
  ingetrokken!: boolean;
}

export class CoaProfielDto extends CoaOverdrachtVolledig {
  @ApiProperty({
    type: () => [StrijdigDto],
    description: 'Wat COA zegt en het dossier tegenspreekt; het wacht op een beoordeling.',
  })
  strijdig!: readonly StrijdigDto[];
}

export function naarCoaKort(beller: Beller, rij: CoaOverdrachtRij): CoaOverdrachtKort {
  return {
    id: rij.id,
    trajectId: rij.traject_id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    schemaVersie: rij.schema_versie,
    ontvangenTijdstip: rij.ontvangen_tijdstip.toISOString(),
  };
}

/** The profile as the journal keeps it. */
export function naarProfiel(dto: CoaOverdrachtDto): CoaProfiel {
  return {
    schemaVersie: dto.schemaVersie,
    koppelingOp: dto.koppelingOp,
    vergunningOp: dto.vergunningOp ?? null,
    herkomst: {
      bron: dto.herkomst?.bron ?? 'Niet opgegeven',
      geraadpleegdOp: dto.herkomst?.geraadpleegdOp ?? dto.koppelingOp,
    },
    gegevens: dto.gegevens ?? {},
  };
}
