import { ApiProperty } from '@nestjs/swagger';
import { PaginaQuery } from '../common/paginering.js';
import { Bsn, Keuze, Tekst, UitQuery, VNummer, Waarheid } from '../common/velden.js';
import { PersoonDto } from '../opdrachten/voorbereiden.dto.js';
import { ActorDto } from './actor.dto.js';
import { DuoVergelijkingDto } from './ledger.dto.js';
import { TaakKort } from '../taken/taak.dto.js';
import { TermijnDto } from './termijn.dto.js';

const SCHAKELS = ['voorbereiden', 'intake-en-pip', 'inburgeren', 'afronden', 'gesloten'];
const INDELINGEN = ['Asielstatushouder', 'Gezinsmigrant en overige migrant'];
const TRAJECT_ID = '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10';

export class TrajectenQuery extends PaginaQuery {
  @Keuze(['open', 'gesloten'], { optioneel: true }) status?: 'open' | 'gesloten';
  @Keuze(SCHAKELS, { optioneel: true, voorbeeld: 'intake-en-pip' }) schakel?: string;
  @Keuze(['B', 'O', 'Z'], { optioneel: true }) leerroute?: string;
  @Keuze(INDELINGEN, { optioneel: true }) indeling?: string;
  @Tekst({
    optioneel: true,
    hoogstens: 200,
    voorbeeld: 'a1b2c3',
    uitleg: 'Heeft een open taak van dit traject.',
  })
  behandelaar?: string;
  @UitQuery('waarheid') @Waarheid({ optioneel: true, voorbeeld: false }) proef?: boolean;
  @UitQuery('waarheid')
  @Waarheid({ optioneel: true, voorbeeld: true, uitleg: 'Of er een termijn voorbij is.' })
  teLaat?: boolean;
}

/** A journey in a list: nothing that tells who it is about. */
export class TrajectKort {
  @ApiProperty({ format: 'uuid', example: TRAJECT_ID }) id!: string;
  @ApiProperty({ example: 'GM0001' }) gemeente!: string;
  @ApiProperty({ enum: ['open', 'gesloten'] }) status!: string;
  @ApiProperty({ example: false }) proef!: boolean;
  @ApiProperty({ type: [String], enum: SCHAKELS, example: ['intake-en-pip'] })
  schakels!: readonly string[];
  @ApiProperty({ type: String, nullable: true, enum: ['B', 'O', 'Z', null], example: 'B' })
  leerroute!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Asielstatushouder' })
  indeling!: string | null;
  @ApiProperty({ type: 'integer', example: 24 }) versie!: number;
  @ApiProperty({ format: 'date', example: '2026-06-15' }) geopendOp!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  geslotenOp!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: null,
    description: 'Laatste dag waarop het dossier bewaard wordt.',
  })
  bewarenTot!: string | null;
  @ApiProperty({
    format: 'date',
    example: '2026-11-16',
    description: 'Vandaag op de klok van dit traject.',
  })
  vandaag!: string;
  @ApiProperty({ type: 'integer', example: 2 }) openTaken!: number;
  @ApiProperty({ type: 'integer', example: 0 }) termijnenTeLaat!: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-11-23',
    description: 'Laatste dag van de eerste lopende termijn.',
  })
  eerstvolgendeTermijnOp!: string | null;
}

export class MijlpaalDto {
  @ApiProperty({ example: 'pipVastgesteld' }) naam!: string;
  @ApiProperty({ type: 'integer', example: 24, description: 'Regel van het journaal.' })
  nr!: number;
  @ApiProperty({ format: 'date', example: '2026-11-16' }) bereiktOp!: string;
}

export class LeerrouteDto {
  @ApiProperty({ enum: ['B', 'O', 'Z'] }) route!: string;
  @ApiProperty({ type: String, nullable: true, example: 'B1' }) niveau!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 900 }) intensiteitUren!: number | null;
  @ApiProperty({ format: 'date', example: '2026-10-20' }) gekozenOp!: string;
}

export class InburgeringstermijnDto {
  @ApiProperty({ format: 'date', example: '2026-11-17' }) startOp!: string;
  @ApiProperty({ format: 'date', example: '2029-11-16', description: 'Laatste dag.' })
  eindeOp!: string;
  @ApiProperty({
    type: () => DuoVergelijkingDto,
    nullable: true,
    description: 'Onze eigen berekening ernaast. De dag van DUO telt.',
  })
  vergelijking!: DuoVergelijkingDto | null;
}

export class ContactpersoonDto {
  @ApiProperty({ example: 'Contact Voorbeeld' }) naam!: string;
  @ApiProperty({ example: 'inburgering@gemeente.example' }) email!: string;
  @ApiProperty({ example: '+31 20 123 4567' }) telefoonnummer!: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 123,
    description: 'Nummer bij DUO; null zolang DUO haar niet kent.',
  })
  contactpersoonId!: number | null;
}

/** Without where it stands in the journal. */
export function naarContactpersoon(stand: ContactpersoonDto | undefined): ContactpersoonDto | null {
  if (stand === undefined) return null;
  const { naam, email, telefoonnummer, contactpersoonId } = stand;
  return { naam, email, telefoonnummer, contactpersoonId };
}

export class TrajectDto extends TrajectKort {
  @ApiProperty({ type: () => PersoonDto }) persoon!: PersoonDto;
  @ApiProperty({ enum: ['COA', 'DUO'] }) bron!: string;
  @ApiProperty({ type: String, nullable: true, example: 'Asielstatushouder' })
  gedetailleerd!: string | null;
  @ApiProperty({ type: () => LeerrouteDto, nullable: true }) leerrouteKeuze!: LeerrouteDto | null;
  @ApiProperty({
    type: () => InburgeringstermijnDto,
    nullable: true,
    description: 'Zoals DUO haar vaststelde.',
  })
  inburgeringstermijn!: InburgeringstermijnDto | null;
  @ApiProperty({
    type: () => ContactpersoonDto,
    nullable: true,
    description: 'Aan wie de keten vragen over deze persoon kan stellen.',
  })
  contactpersoon!: ContactpersoonDto | null;
  @ApiProperty({ type: () => [MijlpaalDto] }) mijlpalen!: readonly MijlpaalDto[];
  @ApiProperty({ type: () => [TaakKort] }) taken!: readonly TaakKort[];
  @ApiProperty({ type: () => [TermijnDto] }) termijnen!: readonly TermijnDto[];
}

export class ZoekDto {
  @Bsn({ optioneel: true, uitleg: 'Geef een bsn of een vNummer.' }) bsn?: string;
  @VNummer({ optioneel: true }) vNummer?: string;
}

export class WekkerDto {
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) sleutel!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-09T23:00:00.000Z' }) tijdstip!: string;
}

/** What the running workflow tells of itself. */
export class WachtOpDto {
  @ApiProperty({ type: 'integer', example: 12 }) versie!: number;
  @ApiProperty({ type: [String], example: ['pipVastgesteld'] }) wachtOp!: readonly string[];
  @ApiProperty({ type: () => [WekkerDto] }) wekkers!: readonly WekkerDto[];
  @ApiProperty({
    type: [String],
    example: [],
    description: 'Wat nu bij DUO gehaald of gebracht wordt.',
  })
  onderweg!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  deurDichtSindsTijdstip!: string | null;
}

export class JournaalregelDto {
  @ApiProperty({ type: 'integer', example: 24 }) nr!: number;
  @ApiProperty({ example: 'pipVastgesteld' }) soort!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-16T10:02:03.000Z' }) tijdstip!: string;
  @ApiProperty({ format: 'date', example: '2026-11-16', description: 'Dag in Nederland.' })
  dag!: string;
  @ApiProperty({ type: () => ActorDto }) actor!: ActorDto;
  @ApiProperty({ type: String, nullable: true, example: 'stelPipVast' }) opdracht!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Wet inburgering 2021 art. 15' })
  artikel!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { soort: 'pipVastgesteld', dagtekening: '2026-11-16' },
    description: 'Wat er gebeurde. Medische gegevens staan er alleen in voor wie ze mag zien.',
  })
  gebeurtenis!: object;
}

export class JournaalQuery extends PaginaQuery {}
