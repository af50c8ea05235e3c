import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { trajectenMetHash } from '#database/read/trajecten.js';
import { inGemeente } from '#database/transactie.js';
import { VeldfoutDto } from '../common/antwoorden.dto.js';
import { IdempotencyKey, Opdrachtkoppen } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { ApiFout } from '../common/problemen.js';
import {
  actorVan,
  bellerNaam,
  DeBeller,
  gemeenteVan,
  Rollen,
  type Beller,
} from '../common/toegang.guard.js';
import { gedaanOf } from '../common/uitkomst.js';
import { leesCursusuren, type GelezenRij } from './cursusuren.js';

const HOOGSTENS_MS = 7_000;

export class ImportRegel {
  @ApiProperty({ type: 'integer', example: 2, description: 'Regel in het bestand.' })
  regel!: number;
  @ApiProperty({ enum: ['verwerkt', 'geweigerd', 'onjuist', 'niet-behandeld'] }) resultaat!: string;
  @ApiProperty({ required: false, format: 'uuid', example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10' })
  trajectId?: string;
  @ApiProperty({ required: false, example: 'UREN_LAGER' }) code?: string;
  @ApiProperty({ required: false, example: 'Het totaal kan niet lager worden.' }) melding?: string;
  @ApiProperty({ required: false, type: () => [VeldfoutDto] }) fouten?: readonly VeldfoutDto[];
}

@ApiTags('Trajecten')
@Controller('cursusurenimporten')
export class CursusurenController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Post()
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @Opdrachtkoppen()
  @ApiConsumes('text/csv')
  @ApiBody({
    schema: {
      type: 'string',
      example:
        'trajectId;totEnMet;urenNt2;urenKnm\n3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10;2027-05-31;320;20',
    },
  })
  @ApiOperation({
    summary: 'Lees de cursusuren in van een school',
    description:
      'CSV met trajectId of bsn, totEnMet, urenNt2 en urenKnm (totalen tot nu toe); hoogstens 500 regels. Elke regel slaagt of mislukt als geheel. Regels die niet behandeld zijn, worden dat als u hetzelfde bestand met dezelfde Idempotency-Key opnieuw stuurt.',
  })
  @ApiOkResponse({ type: [ImportRegel] })
  async lees(
    @DeBeller() beller: Beller,
    @IdempotencyKey() sleutel: string,
    @Body() csv: unknown,
  ): Promise<ImportRegel[]> {
    gemeenteVan(beller);
    const tot = performance.now() + HOOGSTENS_MS;
    const regels: ImportRegel[] = [];
    for (const gelezen of await leesCursusuren(typeof csv === 'string' ? csv : '')) {
      const { regel } = gelezen;
      if (performance.now() > tot) regels.push({ regel, resultaat: 'niet-behandeld' });
      else regels.push(await this.verwerk(beller, sleutel, gelezen));
    }
    return regels;
  }

  private async verwerk(
    beller: Beller,
    sleutel: string,
    gelezen: GelezenRij,
  ): Promise<ImportRegel> {
    const { regel } = gelezen;
    if ('fouten' in gelezen) return { regel, resultaat: 'onjuist', fouten: gelezen.fouten };
    const {
      trajectId = await this.zoek(beller, gelezen.rij.bsn),
      totEnMet,
      urenNt2,
      urenKnm,
    } = gelezen.rij;
    if (trajectId === undefined) {
      return {
        regel,
        resultaat: 'geweigerd',
        code: 'NIET_GEVONDEN',
        melding: 'Deze persoon heeft hier geen open traject.',
      };
    }
    try {
      gedaanOf(
        await this.omgeving.dossier.verwerk({
          gemeenteId: gemeenteVan(beller).id,
          trajectId,
          opdracht: { soort: 'registreerCursusuren', totEnMet, urenNt2, urenKnm, bron: 'import' },
          opdrachtId: `${sleutel}:${regel}`,
          beller: bellerNaam(beller),
          actor: actorVan(beller),
        }),
      );
      return { regel, resultaat: 'verwerkt', trajectId };
    } catch (fout) {
      if (!(fout instanceof ApiFout) || fout.probleem.status >= 500) throw fout;
      const { code, detail } = fout.probleem;
      return { regel, resultaat: 'geweigerd', trajectId, code, melding: detail };
    }
  }

  private async zoek(beller: Beller, bsn: string | undefined): Promise<string | undefined> {
    if (bsn === undefined) return undefined;
    const { id } = gemeenteVan(beller);
    const hash = this.omgeving.zoeksleutels.van(id, 'bsn', bsn);
    const rijen = await inGemeente(
      this.omgeving.dataSource,
      id,
      (manager) => trajectenMetHash(manager, 'bsn_hash', hash),
      { alleenLezen: true },
    );
    return rijen.find(({ status }) => status === 'open')?.id;
  }
}
