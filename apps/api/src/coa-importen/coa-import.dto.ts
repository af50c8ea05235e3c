import { ApiProperty } from '@nestjs/swagger';
import {
  IMPORTSTATUSSEN,
  type CoaImportRegel,
  type CoaImportRij,
  type ImportStatus,
} from '#database/coa-importen.js';
import { GelezenProfiel, type CoaOverdrachtDto } from '../coa-overdrachten/coa-overdracht.dto.js';
import { PaginaQuery } from '../common/paginering.js';
import { gemeenteCode } from '../common/per-gemeente.js';
import type { Beller } from '../common/toegang.guard.js';
import { Keuze } from '../common/velden.js';
import type { Rijfout } from './rijen.js';

const RIJSTATUSSEN = ['onjuist', 'klaarstaand', 'gedaan', 'geweigerd', 'vervallen'] as const;
const TRAJECT_ID = '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10';

class RijfoutDto implements Rijfout {
  @ApiProperty({ example: 'geboortedatum' }) kolom!: string;
  @ApiProperty({ example: 'D3', description: 'De cel, of alleen de rij.' }) plek!: string;
  @ApiProperty({ example: 'DATUM_ONGELDIG' }) regel!: string;
  @ApiProperty({ example: 'geboortedatum moet een bestaande dag zijn.' }) melding!: string;
}

export class ImportRijDto {
  @ApiProperty({ type: 'integer', example: 3, description: 'Rij in het bestand.' }) rij!: number;
  @ApiProperty({
    enum: RIJSTATUSSEN,
    description:
      'klaarstaand: wordt uitgevoerd. onjuist: wordt nooit uitgevoerd. gedaan, geweigerd en vervallen zijn het einde.',
  })
  status!: string;
  @ApiProperty({
    type: String,
    enum: ['opent', 'vult-aan', 'ongewijzigd'],
    nullable: true,
    description:
      'Opent een traject, of vult het open traject van deze persoon aan; na de uitvoering ook: zei niets nieuws.',
  })
  effect!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: TRAJECT_ID })
  trajectId!: string | null;
  @ApiProperty({ type: () => [RijfoutDto] }) fouten!: readonly Rijfout[];
  @ApiProperty({ type: String, nullable: true, example: 'ANDERE_PERSOON' }) code!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Het nummer wijkt af.' })
  melding!: string | null;
  @ApiProperty({
    required: false,
    type: () => GelezenProfiel,
    description: 'Wat er in de rij gelezen is, zolang het bestand er nog is.',
  })
  gelezen?: GelezenProfiel;
}

export class TellingDto {
  @ApiProperty({ type: 'integer', example: 0 }) onjuist!: number;
  @ApiProperty({ type: 'integer', example: 12 }) klaarstaand!: number;
  @ApiProperty({ type: 'integer', example: 0 }) gedaan!: number;
  @ApiProperty({ type: 'integer', example: 0 }) geweigerd!: number;
  @ApiProperty({ type: 'integer', example: 0 }) vervallen!: number;
}

export class CoaImportenQuery extends PaginaQuery {
  @Keuze(IMPORTSTATUSSEN, { optioneel: true }) status?: ImportStatus;
}

export class CoaImportKort {
  @ApiProperty({ format: 'uuid', example: '0b0f6c6e-6b1d-5a54-9a4e-0b0c3d1f2a33' }) id!: string;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ enum: ['csv', 'xlsx'] }) soort!: string;
  @ApiProperty({
    enum: IMPORTSTATUSSEN,
    description: 'wacht: er staan nog rijen klaar. In elke andere stand is het bestand gewist.',
  })
  status!: string;
  @ApiProperty({ format: 'date-time', example: '2026-06-15T09:00:00.000Z' })
  aangebodenTijdstip!: string;
  @ApiProperty({ format: 'date-time', example: '2026-06-22T09:00:00.000Z' })
  verlooptTijdstip!: string;
  @ApiProperty({
    type: [String],
    example: ['F'],
    description: 'Kolommen die niet worden overgenomen, met hun letter.',
  })
  nietOvergenomen!: readonly string[];
  @ApiProperty({ type: () => TellingDto }) telling!: TellingDto;
}

export class CoaImportDto extends CoaImportKort {
  @ApiProperty({ type: () => [ImportRijDto] }) rijen!: readonly ImportRijDto[];
}

function naarGelezen(overdracht: CoaOverdrachtDto, metMedisch: boolean): GelezenProfiel {
  const { koppelingOp, vergunningOp, persoon, gegevens, medisch } = overdracht;
  return {
    koppelingOp,
    vergunningOp: vergunningOp ?? null,
    persoon,
    gegevens: gegevens ?? {},
    medisch: metMedisch ? (medisch ?? null) : null,
  };
}

const GEEN_RIJEN: TellingDto = {
  onjuist: 0,
  klaarstaand: 0,
  gedaan: 0,
  geweigerd: 0,
  vervallen: 0,
};

/** `telling`: rows by status; what is absent is none. */
export function naarImportKort(
  beller: Beller,
  rij: CoaImportRij,
  telling: Readonly<Partial<TellingDto>>,
): CoaImportKort {
  return {
    id: rij.id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    soort: rij.soort,
    status: rij.status,
    aangebodenTijdstip: rij.aangeboden_tijdstip.toISOString(),
    verlooptTijdstip: rij.verloopt_tijdstip.toISOString(),
    nietOvergenomen: rij.niet_overgenomen,
    telling: { ...GEEN_RIJEN, ...telling },
  };
}

/** `gelezen`: what stands in the file, by row; empty once it is erased. */
export function naarImport(
  beller: Beller,
  rij: CoaImportRij,
  regels: readonly CoaImportRegel[],
  gelezen: ReadonlyMap<number, CoaOverdrachtDto>,
  metMedisch: boolean,
): CoaImportDto {
  const telling = { ...GEEN_RIJEN };
  for (const { status } of regels) telling[status] += 1;
  return {
    ...naarImportKort(beller, rij, telling),
    rijen: regels.map(({ rij: nr, status, effect, traject_id, fouten, code, melding }) => {
      const overdracht = gelezen.get(nr);
      return {
        rij: nr,
        status,
        effect,
        trajectId: traject_id,
        fouten: fouten as readonly Rijfout[],
        code,
        melding,
        ...(overdracht === undefined ? {} : { gelezen: naarGelezen(overdracht, metMedisch) }),
      };
    }),
  };
}
