import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { HerzieningBeheer } from '#dossier/herziening/beheer.js';
import type { Herziening, HerzieningPlek, HerzieningUitkomst } from '#dossier/herziening/typen.js';
import { uuidV5 } from '#dossier/uuid-v5.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, IdempotencyKey, PadId } from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { leesCursor, limietVan, PaginaQuery, zetVolgende } from '../common/paginering.js';
import { ApiFout, nietGevonden, weigeringFout } from '../common/problemen.js';
import {
  bellerNaam,
  DeBeller,
  gemeenteVan,
  gemeentenVan,
  Rollen,
  type Beller,
} from '../common/toegang.guard.js';
import { isUuid } from '../common/velden.js';
import {
  HerzieningDto,
  HerzieningsregelDto,
  naarHerziening,
  naarRegel,
} from './herziening-antwoord.dto.js';
import { HerzieningVoorstelDto, naarVoorstel } from './termijnherziening.dto.js';

const WAT = 'Deze termijnherziening';
const PAD = { wat: WAT };
const HOOGSTENS = 100;

function gedaan(uitkomst: HerzieningUitkomst): Herziening {
  switch (uitkomst.soort) {
    case 'gedaan':
      return uitkomst.herziening;
    case 'geweigerd':
      throw weigeringFout(uitkomst.weigering);
    case 'onbekend':
      throw nietGevonden(WAT);
    case 'andere-inhoud':
      throw new ApiFout(
        'SLEUTEL_HERGEBRUIKT',
        'Onder deze Idempotency-Key is al iets anders gevraagd. Gebruik een nieuwe sleutel.',
      );
  }
}

const plekVan = (beller: Beller, herzieningId: string): HerzieningPlek => ({
  gemeenteId: gemeenteVan(beller).id,
  herzieningId,
});

@ApiTags('Termijnen')
@Controller('termijnherzieningen')
export class TermijnherzieningenController {
  readonly #beheer: HerzieningBeheer;

  constructor(omgeving: ApiOmgeving) {
    this.#beheer = new HerzieningBeheer(omgeving.dataSource);
  }

  @Post()
  @HttpCode(202)
  @Rollen('functioneel-beheerder')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Dezelfde sleutel met dezelfde inhoud geeft hetzelfde voorstel.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{8,100}$' },
    example: 'dagen-2029-0001',
  })
  @GemeenteKop()
  @ApiOperation({
    summary: 'Beproef extra gelijkgestelde dagen of een gewijzigde regel op alle lopende trajecten',
    description:
      'De proefberekening loopt daarna vanzelf en verandert geen traject. Lees de herziening tot zij voorgesteld is: dan staan de tellingen en de datums er.',
  })
  @ApiAcceptedResponse({ type: HerzieningDto })
  async stelVoor(
    @DeBeller() beller: Beller,
    @IdempotencyKey() sleutel: string,
    @Body() dto: HerzieningVoorstelDto,
    @Res({ passthrough: true }) res: Response,
  ): Promise<HerzieningDto> {
    const gemeenteId = gemeenteVan(beller).id;
    const herziening = gedaan(
      await this.#beheer.stelVoor({
        gemeenteId,
        herzieningId: uuidV5(gemeenteId, `herziening:${bellerNaam(beller)}:${sleutel}`),
        voorstel: naarVoorstel(dto),
        metProef: dto.metProef ?? false,
        door: beller.toegang.onderwerp,
      }),
    );
    res.setHeader('Location', `/v1/termijnherzieningen/${herziening.id}`);
    return naarHerziening(herziening);
  }

  @Get()
  @Rollen('functioneel-beheerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiOperation({
    summary: 'De laatste termijnherzieningen',
    description: 'Nieuwste eerst; hoogstens 100.',
  })
  @ApiOkResponse({ type: [HerzieningDto] })
  async lijst(@DeBeller() beller: Beller): Promise<HerzieningDto[]> {
    const alle: Herziening[] = [];
    for (const { id } of gemeentenVan(beller)) {
      alle.push(...(await this.#beheer.lijst(id, HOOGSTENS)));
    }
    return alle
      .sort((a, b) => b.voorgesteldTijdstip.getTime() - a.voorgesteldTijdstip.getTime())
      .slice(0, HOOGSTENS)
      .map(naarHerziening);
  }

  @Get(':id')
  @Rollen('functioneel-beheerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'de herziening')
  @ApiOperation({ summary: 'Een termijnherziening met haar tellingen en voortgang' })
  @ApiOkResponse({ type: HerzieningDto })
  async detail(@DeBeller() beller: Beller, @PadId(PAD) id: string): Promise<HerzieningDto> {
    const herziening = await this.#beheer.lees(plekVan(beller, id));
    if (herziening === null) throw nietGevonden(WAT);
    return naarHerziening(herziening);
  }

  @Get(':id/datums')
  @Rollen('functioneel-beheerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'de herziening')
  @ApiOperation({ summary: 'De datums die verschuiven: oud, nieuw, waarom, en hoe het werd' })
  @ApiOkResponse({ type: [HerzieningsregelDto] })
  async datums(
    @DeBeller() beller: Beller,
    @PadId(PAD) id: string,
    @Query() query: PaginaQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<HerzieningsregelDto[]> {
    const limiet = limietVan(query);
    const cursor = leesCursor(query.cursor, [isUuid, () => true]);
    const na =
      cursor === undefined ? null : { trajectId: cursor[0] ?? '', sleutel: cursor[1] ?? '' };
    const plek = plekVan(beller, id);
    if ((await this.#beheer.lees(plek)) === null) throw nietGevonden(WAT);
    const regels = await this.#beheer.regels(plek, na, limiet + 1);
    const bladzijde = regels.slice(0, limiet);
    const laatste = bladzijde.at(-1);
    const meer = regels.length > limiet && laatste !== undefined;
    zetVolgende(req, res, meer ? [laatste.trajectId, laatste.sleutel] : undefined);
    return bladzijde.map(naarRegel);
  }

  @Post(':id/toepassing')
  @HttpCode(202)
  @Rollen('functioneel-beheerder')
  @GemeenteKop()
  @ApiParamId('id', 'de herziening')
  @ApiOperation({
    summary: 'Pas een beproefd voorstel toe',
    description:
      'Door een ander dan wie het voorstelde. Nogmaals door dezelfde persoon verandert niets. De extra dagen gelden daarna voor de hele installatie; deze gemeente wordt nu herrekend. Een gewijzigde regel kan hier niet worden toegepast.',
  })
  @ApiAcceptedResponse({ type: HerzieningDto })
  async pasToe(@DeBeller() beller: Beller, @PadId(PAD) id: string): Promise<HerzieningDto> {
    const door = beller.toegang.onderwerp;
    return naarHerziening(gedaan(await this.#beheer.pasToe({ ...plekVan(beller, id), door })));
  }

  @Post(':id/pauze')
  @HttpCode(200)
  @Rollen('functioneel-beheerder')
  @GemeenteKop()
  @ApiParamId('id', 'de herziening')
  @ApiOperation({ summary: 'Pauzeer het toepassen', description: 'Wat verplaatst is, blijft zo.' })
  @ApiOkResponse({ type: HerzieningDto })
  async pauzeer(@DeBeller() beller: Beller, @PadId(PAD) id: string): Promise<HerzieningDto> {
    return naarHerziening(gedaan(await this.#beheer.pauzeer(plekVan(beller, id))));
  }

  @Post(':id/hervatting')
  @HttpCode(200)
  @Rollen('functioneel-beheerder')
  @GemeenteKop()
  @ApiParamId('id', 'de herziening')
  @ApiOperation({ summary: 'Ga verder met toepassen' })
  @ApiOkResponse({ type: HerzieningDto })
  async hervat(@DeBeller() beller: Beller, @PadId(PAD) id: string): Promise<HerzieningDto> {
    return naarHerziening(gedaan(await this.#beheer.hervat(plekVan(beller, id))));
  }

  @Post(':id/afbreking')
  @HttpCode(200)
  @Rollen('functioneel-beheerder')
  @GemeenteKop()
  @ApiParamId('id', 'de herziening')
  @ApiOperation({
    summary: 'Breek de herziening af',
    description:
      'Voorgoed, in elke stand voordat zij klaar is. Wat verplaatst is, blijft zo, en ingevoerde dagen blijven in de kalender.',
  })
  @ApiOkResponse({ type: HerzieningDto })
  async breekAf(@DeBeller() beller: Beller, @PadId(PAD) id: string): Promise<HerzieningDto> {
    return naarHerziening(gedaan(await this.#beheer.breekAf(plekVan(beller, id))));
  }
}
