import { ApiProperty } from '@nestjs/swagger';
import {
  RECONCILIATIE_AANLEIDINGEN,
  RECONCILIATIESTATUSSEN,
  type ReconciliatieRij,
} from '#database/read/reconciliaties.js';
import { VERGELEKEN_BRONNEN } from '#domain/reconciliatie/opdrachten.js';
import {
  ACTIE_UITLEG,
  NIET_VERGELIJKBAAR,
  VERSCHIL_ACTIES,
  type Verschil,
} from '#domain/reconciliatie/verschil.js';

import { BrpDto } from './brp.dto.js';

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class ReconciliatieDto {
  @ApiProperty({ format: 'uuid', example: '5b1a7c9e-3f5d-5e0a-8a6b-7d1f0c2e4b90' }) id!: string;
  @ApiProperty({
    enum: RECONCILIATIE_AANLEIDINGEN,
    example: 'verzoek',
    description: 'bevestiging-uit: DUO bevestigde het PIP niet op tijd.',
  })
  aanleiding!: string;
  @ApiProperty({ enum: RECONCILIATIESTATUSSEN, example: 'gevraagd' }) status!: string;
  @ApiProperty({ format: 'date-time', example: '2026-12-01T09:00:00.000Z' })
  gevraagdTijdstip!: string;
  @ApiProperty({ ...MOMENT, example: null }) klaarTijdstip!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: null,
    description: 'Hoeveel verschillen er daarna open stonden.',
  })
  verschillen!: number | null;
  @ApiProperty({
    type: [String],
    example: [],
    description: 'Bronnen die uw gemeente bij DUO niet mag opvragen.',
  })
  nietGevraagd!: readonly string[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Technisch.' })
  reden!: string | null;
}

export class VerschilDto {
  @ApiProperty({ enum: VERGELEKEN_BRONNEN, example: 'map' }) bron!: string;
  @ApiProperty({ example: 'datumEindgesprekMap' }) veld!: string;
  @ApiProperty({ type: String, nullable: true, example: '2027-09-15' }) ons!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) duo!: string | null;
  @ApiProperty({ enum: VERSCHIL_ACTIES, example: 'opnieuw-aanleveren' }) actie!: string;
  @ApiProperty({ example: ACTIE_UITLEG['opnieuw-aanleveren'] }) uitleg!: string;
}

export class ReconciliatiesDto {
  @ApiProperty({ type: [VerschilDto], description: 'Wat nu open staat.' })
  verschillen!: readonly VerschilDto[];
  @ApiProperty({
    type: [String],
    example: [...NIET_VERGELIJKBAAR],
    description: 'Wat bij DUO niet op te vragen is en dus nooit vergeleken wordt.',
  })
  nietVergelijkbaar!: readonly string[];
  @ApiProperty({ type: [ReconciliatieDto], description: 'De laatste, nieuwste eerst.' })
  reconciliaties!: readonly ReconciliatieDto[];
  @ApiProperty({ type: BrpDto, description: 'Wat de BRP anders zegt dan het dossier.' })
  brp!: BrpDto;
}

/** A comparison as the API shows it, field by field. */
export function naarReconciliatie(rij: ReconciliatieRij): ReconciliatieDto {
  return {
    id: rij.id,
    aanleiding: rij.aanleiding,
    status: rij.status,
    gevraagdTijdstip: rij.gevraagd_tijdstip.toISOString(),
    klaarTijdstip: rij.klaar_tijdstip?.toISOString() ?? null,
    verschillen: rij.verschillen,
    nietGevraagd: rij.niet_gevraagd,
    reden: rij.reden,
  };
}

export function naarVerschil({ bron, veld, ons, duo, actie }: Verschil): VerschilDto {
  return { bron, veld, ons, duo, actie, uitleg: ACTIE_UITLEG[actie] };
}
