import { ApiProperty } from '@nestjs/swagger';
import { WIS_MAATREGEL } from '#database/postvakafhandeling.js';
import { POSTSTATUSSEN, type Poststatus, type PostvakRij } from '#database/read/postvak.js';
import { duoGebeurtenis } from '#domain/keten/gebeurtenissen.js';
import { PaginaQuery } from '../common/paginering.js';
import { gemeenteCode } from '../common/per-gemeente.js';
import type { Beller } from '../common/toegang.guard.js';
import { Keuze } from '../common/velden.js';

// A closed set: free text would invite names.
export const MAATREGELEN = [
  'traject-geopend',
  'traject-bijgewerkt',
  'nagevraagd-bij-duo',
  'niet-van-ons',
  'geen-actie-nodig',
  WIS_MAATREGEL,
] as const;

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class PostvakQuery extends PaginaQuery {
  @Keuze(POSTSTATUSSEN, {
    optioneel: true,
    voorbeeld: 'onbekend',
    uitleg:
      'Op een mens wachten onbekend (hoort bij geen traject) en incident. Alle als u niets kiest.',
  })
  status?: Poststatus;
}

export class PostvakDto {
  @ApiProperty({ format: 'uuid', example: '5b1a7c9e-3f5d-5e0a-8a6b-7d1f0c2e4b90' }) id!: string;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ example: 'SS131' }) gebeurtenisId!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'De uitslag van de leerbaarheidstoets is er',
    description: 'Wat de melding betekent; leeg als de gebeurtenis niet bekend is.',
  })
  omschrijving!: string | null;
  @ApiProperty({ enum: POSTSTATUSSEN, example: 'onbekend' }) status!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Deze persoon heeft hier geen traject.',
    description: 'Waarom de melding is blijven liggen.',
  })
  reden!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  trajectId!: string | null;
  @ApiProperty({
    format: 'date-time',
    example: '2026-10-20T08:00:00.000Z',
    description: 'Wanneer DUO de gebeurtenis vastlegde.',
  })
  registratieTijdstip!: string;
  @ApiProperty({ format: 'date-time', example: '2026-10-20T08:00:02.000Z' })
  ontvangenTijdstip!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Wat iemand ermee deed; de keuzes staan bij de afhandeling.',
  })
  maatregel!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Pseudoniem.' })
  afgehandeldDoor!: string | null;
  @ApiProperty({ ...MOMENT, example: null }) afgehandeldTijdstip!: string | null;
}

export class PostvakAfhandelingDto {
  @Keuze(MAATREGELEN, {
    voorbeeld: 'nagevraagd-bij-duo',
    uitleg:
      'Wat u met de melding deed. Bij ten-onrechte-ontvangen wordt de inhoud gewist; dat is niet terug te draaien.',
  })
  maatregel!: (typeof MAATREGELEN)[number];
}

/** A notification as the API shows it, field by field. */
export function naarPost(beller: Beller, rij: PostvakRij): PostvakDto {
  return {
    id: rij.id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    gebeurtenisId: rij.gebeurtenis_id,
    omschrijving: duoGebeurtenis(rij.gebeurtenis_id)?.omschrijving ?? null,
    status: rij.status,
    reden: rij.reden,
    trajectId: rij.traject_id,
    registratieTijdstip: rij.registratie_tijdstip.toISOString(),
    ontvangenTijdstip: rij.ontvangen_tijdstip.toISOString(),
    maatregel: rij.maatregel,
    afgehandeldDoor: rij.afgehandeld_door,
    afgehandeldTijdstip: rij.afgehandeld_tijdstip?.toISOString() ?? null,
  };
}
