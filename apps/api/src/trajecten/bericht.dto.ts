import { ApiProperty } from '@nestjs/swagger';
import type { BerichtRij } from '#database/read/traject-onderdelen.js';
import { BERICHT_STATUSSEN } from '#domain/berichten/gebeurtenissen.js';
import type { Journaalpost } from '#dossier/inzage.js';

export class BerichtDto {
  @ApiProperty({ example: 'pip-24' }) meldingId!: string;
  @ApiProperty({ example: 'PIP_AANLEVEREN' }) soort!: string;
  @ApiProperty({ enum: BERICHT_STATUSSEN })
  status!: string;
  @ApiProperty({
    type: 'integer',
    example: 24,
    description: 'Regel van het journaal die het besloot.',
  })
  nr!: number;
  @ApiProperty({ type: 'integer', example: 1 }) pogingen!: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-16T10:02:03.000Z',
  })
  bezorgdTijdstip!: string | null;
  @ApiProperty({
    type: [String],
    example: [],
    description: 'Wat DUO antwoordde toen het bericht geweigerd werd.',
  })
  foutteksten!: readonly string[];
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: null,
    description: 'Dag waarop iemand het in het Portal Inburgering deed.',
  })
  gedaanOp!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Waaruit dat blijkt, in de woorden van wie het deed.',
  })
  bewijs!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Waarom de laatste poging niet lukte.',
  })
  oorzaak!: string | null;
}

/** How a message ended that DUO did not simply take. */
interface Afloop {
  readonly foutteksten?: readonly string[];
  readonly gedaanOp?: string;
  readonly bewijs?: string;
}

const BLADZIJDE = 500;

/** What DUO answered to refused messages, newest refusal of each; and which a person did by hand, when and how. */
export async function leesAflopen(
  rijen: readonly BerichtRij[],
  lees: (vanafNr: number, limiet: number) => Promise<readonly Journaalpost[]>,
): Promise<ReadonlyMap<string, Afloop>> {
  const gevonden = new Map<string, Afloop>();
  if (!rijen.some(({ status }) => status === 'geweigerd' || status === 'handmatig')) {
    return gevonden;
  }
  for (let vanaf = 1; ; vanaf += BLADZIJDE) {
    const posten = await lees(vanaf, BLADZIJDE);
    for (const { gebeurtenis } of posten) {
      if (
        gebeurtenis.soort === 'berichtGeweigerd' ||
        gebeurtenis.soort === 'berichtHandmatigGedaan'
      ) {
        const { meldingId, soort: _soort, ...afloop } = gebeurtenis;
        gevonden.set(meldingId, { ...gevonden.get(meldingId), ...afloop });
      }
    }
    if (posten.length < BLADZIJDE) return gevonden;
  }
}

/** A message as the API shows it, field by field. */
export function naarBericht(rij: BerichtRij, afloop: Afloop = {}): BerichtDto {
  return {
    meldingId: rij.melding_id,
    soort: rij.soort,
    status: rij.status,
    nr: rij.nr,
    pogingen: rij.poging,
    bezorgdTijdstip: rij.bezorgd_tijdstip?.toISOString() ?? null,
    foutteksten: afloop.foutteksten ?? [],
    gedaanOp: afloop.gedaanOp ?? null,
    bewijs: afloop.bewijs ?? null,
    oorzaak: rij.laatste_oorzaak,
  };
}
