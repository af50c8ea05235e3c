import { ApiProperty } from '@nestjs/swagger';
import type { Journaalpost } from '#dossier/inzage.js';
import { geldendEnVervallen, type Versie } from '#domain/termijnen/ledger.js';
import { DUO_OORZAKEN, type DuoVergelijking } from '#domain/termijnen/vergelijk-met-duo.js';
import type { OpschortingRegel, Toestand, VerlengingRegel } from '#domain/traject/toestand.js';
import type { Verlengingsfeiten } from '#domain/verlenging/opdrachten.js';
import { ActorDto } from './actor.dto.js';

/** One version of what was recorded about a term: the one that counts, or one that lapsed. */
class VersieDto {
  @ApiProperty({ example: '24-opschorting' }) id!: string;
  @ApiProperty({ type: 'integer', example: 1 }) versie!: number;
  @ApiProperty({ example: true, description: 'Onwaar: gecorrigeerd of ingetrokken.' })
  geldt!: boolean;
  @ApiProperty({ example: false, description: 'Deze versie is de intrekking.' })
  ingetrokken!: boolean;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Van de correctie.' })
  reden!: string | null;
  @ApiProperty({ type: 'integer', example: 24, description: 'Regel van het journaal.' })
  nr!: number;
  @ApiProperty({ format: 'date-time', example: '2027-02-08T10:02:03.000Z' })
  vastgelegdTijdstip!: string;
  @ApiProperty({ type: () => ActorDto }) vastgelegdDoor!: ActorDto;
}

export class OpschortingDto extends VersieDto {
  @ApiProperty({ enum: ['periode', 'aanvulling', 'derde'] }) soort!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { van: '2027-02-08', tot: '2027-02-19', grond: 'uitstel in overleg' },
    description: 'Wat bij deze soort is vastgelegd.',
  })
  inhoud!: object;
}

export class VerlengingDto extends VersieDto {
  @ApiProperty({ enum: ['toegekend', 'verwacht'] }) oordeel!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2028-06-15' })
  besluitOp!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { grond: 'c' },
    description: 'De grond met haar feiten.',
  })
  feiten!: Verlengingsfeiten;
}

export class DuoVergelijkingDto implements DuoVergelijking {
  @ApiProperty({ type: String, format: 'date', example: '2029-11-10' })
  eigenLaatsteDag!: DuoVergelijking['eigenLaatsteDag'];
  @ApiProperty({ type: String, format: 'date', example: '2029-11-09' })
  duoLaatsteDag!: DuoVergelijking['duoLaatsteDag'];
  @ApiProperty({ type: 'integer', example: -1, description: 'Boven nul: DUO is later.' })
  verschilDagen!: number;
  @ApiProperty({ enum: DUO_OORZAKEN, example: 'einddatum_als_laatste_dag' })
  oorzaak!: DuoVergelijking['oorzaak'];
  @ApiProperty({ example: 'Het verschil is een dag.', description: 'Waarschijnlijke oorzaak.' })
  toelichting!: string;
}

/** The entry of the journal with this number. */
export type ZoekPost = (nr: number) => Journaalpost;

/** Numbers of the entries that tell who recorded each version. */
export function ledgerNrs({ opschortingen = {}, verlengingen = [] }: Toestand): readonly number[] {
  return [...Object.values(opschortingen).flat(), ...verlengingen].map(({ nr }) => nr);
}

function versies<V extends Versie & { readonly nr: number; readonly reden?: string }, D>(
  regels: readonly V[],
  zoekPost: ZoekPost,
  rest: (regel: V) => D,
): (VersieDto & D)[] {
  const { geldend } = geldendEnVervallen(regels);
  return regels.map((regel) => {
    const { tijdstip, actor } = zoekPost(regel.nr);
    return {
      id: regel.id,
      versie: regel.versie,
      geldt: geldend.includes(regel),
      ingetrokken: regel.ingetrokken ?? false,
      reden: regel.reden ?? null,
      nr: regel.nr,
      vastgelegdTijdstip: tijdstip,
      vastgelegdDoor: { soort: actor.soort, id: actor.id },
      ...rest(regel),
    };
  });
}

/** The ledger of one term, in the order in which it was recorded. */
export function opschortingenVan(
  { opschortingen }: Toestand,
  sleutel: string,
  zoekPost: ZoekPost,
): OpschortingDto[] {
  return versies<OpschortingRegel, Pick<OpschortingDto, 'soort' | 'inhoud'>>(
    opschortingen?.[sleutel] ?? [],
    zoekPost,
    ({ inhoud: { soort, ...inhoud } }) => ({ soort, inhoud }),
  );
}

/** All versions of the verlengingen, in the order in which they were recorded. */
export function verlengingenVan(
  { verlengingen = [] }: Toestand,
  zoekPost: ZoekPost,
): VerlengingDto[] {
  return versies<VerlengingRegel, Pick<VerlengingDto, 'oordeel' | 'besluitOp' | 'feiten'>>(
    verlengingen,
    zoekPost,
    ({ oordeel, besluitOp, feiten }) => ({ oordeel, besluitOp, feiten }),
  );
}
