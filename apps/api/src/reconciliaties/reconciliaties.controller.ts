import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { brpRaadpleging } from '#database/read/brp.js';
import { reconciliatiesVanTraject } from '#database/read/reconciliaties.js';
import { vraagReconciliatie } from '#database/reconciliatie.js';
import { inGemeente } from '#database/transactie.js';
import { NIET_VERGELIJKBAAR } from '#domain/reconciliatie/verschil.js';
import { uuidV5 } from '#dossier/uuid-v5.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, IdempotencyKey, PadId } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { leesVoor } from '../common/per-gemeente.js';
import { ApiFout, invoerFout, nietGevonden } from '../common/problemen.js';
import { bellerNaam, DeBeller, gemeenteVan, Rollen, type Beller } from '../common/toegang.guard.js';
import { TrajectenService } from '../trajecten/trajecten.service.js';
import { naarBrp } from './brp.dto.js';
import {
  naarReconciliatie,
  naarVerschil,
  ReconciliatieDto,
  ReconciliatiesDto,
} from './reconciliatie.dto.js';

const WAT = 'Dit traject';
const LAATSTE = 20;

@ApiTags('Reconciliaties')
@Controller('trajecten/:id/reconciliaties')
export class ReconciliatiesController {
  constructor(
    private readonly omgeving: ApiOmgeving,
    private readonly trajecten: TrajectenService,
  ) {}

  @Post()
  @HttpCode(202)
  @Rollen('regievoerder', 'coordinator')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Dezelfde sleutel geeft dezelfde vergelijking.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{8,100}$' },
    example: 'vergelijking-0001',
  })
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Laat een traject met DUO vergelijken',
    description:
      'De worker vraagt DUO alles op. Zonder verschillen verandert er niets; met verschillen volgt een taak. Wacht er al een vergelijking, dan krijgt u die. Zonder inhoud.',
  })
  @ApiAcceptedResponse({ type: ReconciliatieDto })
  async vraag(
    @DeBeller() beller: Beller,
    @PadId({ wat: WAT }) trajectId: string,
    @IdempotencyKey() sleutel: string,
    @Body() body: unknown,
  ): Promise<ReconciliatieDto> {
    const teVeel = Object.keys(body ?? {});
    if (teVeel.length > 0) {
      const melding = 'Dit verzoek heeft geen inhoud.';
      throw invoerFout(teVeel.map((veld) => ({ veld, melding })));
    }
    const uitkomst = await inGemeente(this.omgeving.dataSource, gemeenteVan(beller).id, (manager) =>
      vraagReconciliatie(manager, {
        id: uuidV5(trajectId, `reconciliatie:${bellerNaam(beller)} ${sleutel}`),
        trajectId,
        door: beller.toegang.onderwerp,
      }),
    );
    if (uitkomst === 'onbekend') throw nietGevonden(WAT);
    if (uitkomst === 'gesloten') {
      throw new ApiFout('GEWEIGERD', 'Dit traject is gesloten en wordt niet meer vergeleken.', {
        regel: 'TRAJECT_GESLOTEN',
      });
    }
    return naarReconciliatie(uitkomst);
  }

  @Get()
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'De verschillen met DUO en de BRP, en wanneer er vergeleken is',
    description:
      'Per verschil een voorstel. Wat bij DUO niet op te vragen is, staat apart: daar zegt een vergelijking niets over.',
  })
  @ApiOkResponse({ type: ReconciliatiesDto })
  async lijst(
    @DeBeller() beller: Beller,
    @PadId({ wat: WAT }) trajectId: string,
  ): Promise<ReconciliatiesDto> {
    const { toestand } = await this.trajecten.inzage(beller, trajectId);
    const { rijen, brp } = await leesVoor(this.omgeving, beller, async (manager) => ({
      rijen: await reconciliatiesVanTraject(manager, trajectId, LAATSTE),
      brp: await brpRaadpleging(manager, trajectId),
    }));
    return {
      verschillen: (toestand.reconciliatie?.open ?? []).map(naarVerschil),
      nietVergelijkbaar: NIET_VERGELIJKBAAR,
      reconciliaties: rijen.map(naarReconciliatie),
      brp: naarBrp(brp, toestand.brp?.open ?? []),
    };
  }
}
