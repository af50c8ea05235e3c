import { ApiProperty } from '@nestjs/swagger';
import type { Voorstel } from '#domain/herziening/voorstel.js';
import type { Herziening, Herzieningsregel, Tellingen } from '#dossier/herziening/typen.js';

const STATUSSEN = ['proef', 'voorgesteld', 'loopt', 'gepauzeerd', 'klaar', 'afgebroken'];
const UITKOMSTEN = ['voorzien', 'toegepast', 'anders', 'vervallen', 'mislukt'];
const UUID = '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10';
const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class WeekwerkDto {
  @ApiProperty({ format: 'date', example: '2026-11-16', description: 'Maandag van de week.' })
  week!: string;
  @ApiProperty({ type: 'integer', example: 12, description: 'Termijnen die nu die week eindigen.' })
  voor!: number;
  @ApiProperty({ type: 'integer', example: 14, description: 'En na de herziening.' }) na!: number;
}

export class TellingenDto {
  @ApiProperty({ type: 'integer', example: 812 }) trajecten!: number;
  @ApiProperty({ type: 'integer', example: 14 }) geraakteTrajecten!: number;
  @ApiProperty({ type: 'integer', example: 14 }) verschuivingen!: number;
  @ApiProperty({
    type: 'integer',
    example: 0,
    description: 'Nu nog op tijd, na de herziening niet meer.',
  })
  nieuwTeLaat!: number;
  @ApiProperty({ type: 'integer', example: 1 }) nietMeerTeLaat!: number;
  @ApiProperty({
    type: 'integer',
    example: 0,
    description: 'Trajecten die niet te berekenen waren.',
  })
  mislukt!: number;
  @ApiProperty({ type: () => [WeekwerkDto] }) perWeek!: readonly WeekwerkDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    nullable: true,
    example: { toegepast: 13, anders: 1 },
    description: 'Datums per uitkomst, als het toepassen klaar is.',
  })
  toepassing!: Readonly<Record<string, number>> | null;
}

export class HerzieningDto {
  @ApiProperty({ format: 'uuid', example: UUID }) id!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Wat werd voorgesteld.' })
  voorstel!: Voorstel;
  @ApiProperty({ example: false }) metProef!: boolean;
  @ApiProperty({ enum: STATUSSEN }) status!: string;
  @ApiProperty({ example: 'a1b2', description: 'Wie het voorstelde (pseudoniem).' })
  voorgesteldDoor!: string;
  @ApiProperty({ type: String, nullable: true, example: 'c3d4' }) toegepastDoor!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 2 }) kalenderVersie!: number | null;
  @ApiProperty({ type: 'integer', example: 400, description: 'Trajecten gedaan in deze fase.' })
  voortgang!: number;
  @ApiProperty({ type: () => TellingenDto }) tellingen!: TellingenDto;
  @ApiProperty({ format: 'date-time', example: '2026-11-16T10:00:00.000Z' })
  voorgesteldTijdstip!: string;
  @ApiProperty({ ...MOMENT, example: '2026-11-16T10:00:05.000Z' }) beproefdTijdstip!: string | null;
  @ApiProperty({ ...MOMENT, example: null }) toegepastTijdstip!: string | null;
  @ApiProperty({ ...MOMENT, example: null }) klaarTijdstip!: string | null;
}

export class HerzieningsregelDto {
  @ApiProperty({ format: 'uuid', example: UUID }) trajectId!: string;
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) sleutel!: string;
  @ApiProperty({ example: 'PIP_VASTSTELLEN' }) code!: string;
  @ApiProperty({ format: 'date', example: '2026-11-16' }) oud!: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-11-17',
    description: 'Zoals de proefberekening voorzag.',
  })
  nieuw!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-11-17',
    description: 'Zoals het werd.',
  })
  werkelijk!: string | null;
  @ApiProperty({ example: 'Maandag 16 november 2026 telt niet als laatste dag.' }) reden!: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 12 }) trajectVersie!: number | null;
  @ApiProperty({ enum: UITKOMSTEN }) uitkomst!: string;
}

function naarTellingen({ perWeek, ...tellingen }: Tellingen): TellingenDto {
  const { trajecten, geraakteTrajecten, verplaatsteDatums, nieuwTeLaat } = tellingen;
  return {
    trajecten,
    geraakteTrajecten,
    verschuivingen: verplaatsteDatums,
    nieuwTeLaat,
    nietMeerTeLaat: tellingen.nietMeerTeLaat,
    mislukt: tellingen.mislukt,
    perWeek: Object.entries(perWeek).map(([week, { voor, na }]) => ({ week, voor, na })),
    toepassing: tellingen.toepassing,
  };
}

/** The fields we show, one by one. */
export function naarHerziening(herziening: Herziening): HerzieningDto {
  const moment = (tijdstip: Date | null): string | null => tijdstip?.toISOString() ?? null;
  return {
    id: herziening.id,
    voorstel: herziening.voorstel,
    metProef: herziening.metProef,
    status: herziening.status,
    voorgesteldDoor: herziening.voorgesteldDoor,
    toegepastDoor: herziening.toegepastDoor,
    kalenderVersie: herziening.kalenderVersie,
    voortgang: herziening.voortgang,
    tellingen: naarTellingen(herziening.tellingen),
    voorgesteldTijdstip: herziening.voorgesteldTijdstip.toISOString(),
    beproefdTijdstip: moment(herziening.beproefdTijdstip),
    toegepastTijdstip: moment(herziening.toegepastTijdstip),
    klaarTijdstip: moment(herziening.klaarTijdstip),
  };
}

export function naarRegel(regel: Herzieningsregel): HerzieningsregelDto {
  const { trajectId, sleutel, code, oud, nieuw, werkelijk, reden, trajectVersie, uitkomst } = regel;
  return { trajectId, sleutel, code, oud, nieuw, werkelijk, reden, trajectVersie, uitkomst };
}
