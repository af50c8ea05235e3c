import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import type { IsoDatum } from '#domain/datum/datum.js';
import { isIsoDatum } from '#domain/datum/datum.js';
import type { Voorstel } from '#domain/herziening/voorstel.js';
import type { Eenheid } from '#domain/termijnen/typen.js';
import { invoerFout } from '../common/problemen.js';
import { Datum, Getal, Keuze, Tekst, Waarheid } from '../common/velden.js';

const SOORTEN = ['gelijkgestelde-dagen', 'regel'] as const;
const EENHEDEN: readonly Eenheid[] = ['dagen', 'weken', 'maanden', 'jaren'];
const MEESTE = 50;

/** A list of objects of one class, each checked in turn. */
function Rijen(klasse: () => new () => object, uitleg: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => [klasse()], required: false, description: uitleg, maxItems: MEESTE }),
    ValidateIf((_dto, waarde: unknown) => waarde !== undefined),
    IsArray({ message: '$property moet een lijst zijn.' }),
    ArrayMaxSize(MEESTE, { message: `$property mag hoogstens ${MEESTE} rijen hebben.` }),
    ValidateNested({ each: true, message: '$property moet een lijst van objecten zijn.' }),
    Type(klasse),
  );
}

export class GelijkgesteldeDagDto {
  @Datum({ voorbeeld: '2029-05-11' }) datum!: IsoDatum;
  @Tekst({ hoogstens: 40, voorbeeld: '2028, 12345', uitleg: 'Nummer in de Staatscourant.' })
  staatscourant!: string;
}

export class RegelrijDto {
  @Tekst({ hoogstens: 60, voorbeeld: 'PIP_VASTSTELLEN' }) code!: string;
  @Tekst({ hoogstens: 60, optioneel: true, voorbeeld: 'a', uitleg: 'Variant binnen de code.' })
  onderdeel?: string;
  @Getal({ min: 1, max: 1_000, voorbeeld: 12 }) aantal!: number;
  @Keuze(EENHEDEN, { voorbeeld: 'weken' }) eenheid!: Eenheid;
  @Datum({ voorbeeld: '2027-01-01', uitleg: 'Vanaf welke dag van het feit dat de regel kiest.' })
  geldigVanaf!: IsoDatum;
}

export class HerzieningVoorstelDto {
  @Keuze(SOORTEN) soort!: (typeof SOORTEN)[number];
  @Rijen(() => GelijkgesteldeDagDto, 'Extra dagen, bij soort gelijkgestelde-dagen.')
  dagen?: GelijkgesteldeDagDto[];
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 2000, maximum: 2100 },
    required: false,
    description: 'Jaren waarvan met deze dagen de hele lijst bekend is.',
    example: [2029],
  })
  @ValidateIf((_dto, waarde: unknown) => waarde !== undefined)
  @IsArray({ message: 'volledigeJaren moet een lijst zijn.' })
  @ArrayMaxSize(MEESTE, { message: 'volledigeJaren is te lang.' })
  volledigeJaren?: number[];
  @Rijen(
    () => RegelrijDto,
    'Gewijzigde regels, bij soort regel: alleen om te beproeven. Een lege lijst beproeft de regels van deze uitgave, en die kunnen wel worden toegepast.',
  )
  regels?: RegelrijDto[];
  @Waarheid({ optioneel: true, uitleg: 'Ook proeftrajecten; standaard niet.' }) metProef?: boolean;
}

function eis(klopt: boolean, veld: string, melding: string): void {
  if (!klopt) throw invoerFout([{ veld, melding }]);
}

/** The proposal in the words of the core. Throws the answer to wrong input. */
export function naarVoorstel(dto: HerzieningVoorstelDto): Voorstel {
  const { soort, dagen = [], volledigeJaren = [], regels } = dto;
  if (soort === 'regel') {
    eis(regels !== undefined, 'regels', 'Noem de gewijzigde regels, of een lege lijst.');
    eis(dagen.length === 0, 'dagen', 'Dagen horen bij soort gelijkgestelde-dagen.');
    return {
      soort,
      rijen: (regels ?? []).map(({ code, onderdeel, aantal, eenheid, geldigVanaf }) => ({
        code,
        ...(onderdeel === undefined ? {} : { onderdeel }),
        duur: { aantal, eenheid },
        geldigVanaf,
      })),
    };
  }
  eis(regels === undefined, 'regels', 'Regels horen bij soort regel.');
  eis(dagen.length > 0, 'dagen', 'Noem ten minste een dag.');
  eis(
    dagen.every(({ datum }) => datum >= '2000-01-01' && datum <= '2100-12-31'),
    'dagen',
    'De dagen moeten in de jaren 2000 tot en met 2100 liggen.',
  );
  eis(
    volledigeJaren.every(
      (jaar: unknown) => Number.isInteger(jaar) && isIsoDatum(`${String(jaar)}-01-01`),
    ),
    'volledigeJaren',
    'volledigeJaren moet een lijst van jaartallen zijn.',
  );
  return {
    soort,
    dagen: dagen.map(({ datum, staatscourant }) => ({ datum, staatscourant })),
    volledigeJaren,
  };
}
