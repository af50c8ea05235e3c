import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { opDagEnId, posttaak, takenEnPost, type Posttaak } from '#database/read/posttaken.js';
import { taakRij, ZONDER_DAG, type TaakRij } from '#database/read/taken.js';
import { wijsTaakToe } from '#database/taaktoewijzing.js';
import { inGemeente } from '#database/transactie.js';
import { isIsoDatum } from '#domain/datum/datum.js';
import { takenVan } from '#domain/traject/overzicht.js';
import { naarAntwoord, OpdrachtAntwoord } from '../common/antwoorden.dto.js';
import { ApiParamId } from '../common/documentatie.js';
import {
  GemeenteKop,
  IdempotencyKey,
  IfMatch,
  IfMatchKop,
  Opdrachtkoppen,
  PadId,
  zetEtag,
} from '../common/koppen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { leesCursor, limietVan, zetVolgende } from '../common/paginering.js';
import { leesLijst, leesVoor } from '../common/per-gemeente.js';
import { ApiFout, nietGevonden } from '../common/problemen.js';
import {
  actorVan,
  bellerNaam,
  DeBeller,
  gemeenteVan,
  Rollen,
  type Beller,
} from '../common/toegang.guard.js';
import { eisRol, gedaanOf } from '../common/uitkomst.js';
import { isUuid } from '../common/velden.js';
import { leesOpdracht } from '../opdrachten/opdrachten.js';
import {
  AfrondingDto,
  naarTaak,
  NotitieAntwoord,
  NotitieDto,
  TaakDto,
  TaakKort,
  TakenQuery,
  ToewijzingAntwoord,
  ToewijzingDto,
} from './taak.dto.js';
import { hoortBijPostvak, naarLijsttaak, naarPosttaak } from './posttaak.js';

const TAAK = { wat: 'Deze taak' };

type TaakOfPost =
  | { readonly rij: TaakRij; readonly post?: never }
  | { readonly rij?: never; readonly post: Posttaak };

@ApiTags('Taken')
@Controller('taken')
export class TakenController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Get()
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiOperation({
    summary: 'Lijst van taken',
    description:
      'Wat het eerst af moet staat bovenaan. Een taak staat erin zodra de opdracht is beantwoord die haar opende. Meldingen van DUO die bij geen traject passen staan tussen de taken zonder laatste dag.',
  })
  @ApiOkResponse({ type: [TaakKort] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: TakenQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TaakKort[]> {
    const limiet = limietVan(query);
    const plek = leesCursor(query.cursor, [isIsoDatumOfZonder, isUuid]);
    const na = plek === undefined ? undefined : { uiterlijkOp: plek[0] ?? '', id: plek[1] ?? '' };
    const filter = { ...query, status: query.status ?? ('open' as const) };
    const { rijen, meer } = await leesLijst(
      this.omgeving,
      beller,
      limiet,
      (manager) => takenEnPost(manager, filter, limiet, na),
      opDagEnId,
    );
    const laatste = rijen.at(-1);
    const volgende =
      meer && laatste !== undefined ? [laatste.uiterlijk_op ?? ZONDER_DAG, laatste.id] : undefined;
    zetVolgende(req, res, volgende);
    return rijen.map((rij) => naarLijsttaak(beller, rij));
  }

  @Get(':id')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'de taak')
  @ApiOperation({
    summary: 'Een taak, met de reden waarom zij er is',
    description: 'De ETag is de versie van de toewijzing.',
  })
  @ApiOkResponse({ type: TaakDto })
  async detail(
    @DeBeller() beller: Beller,
    @PadId(TAAK) id: string,
    @Res({ passthrough: true }) res: Response,
  ): Promise<TaakDto> {
    const { rij, post } = await this.taakOfPost(beller, id);
    if (rij === undefined) return naarPosttaak(beller, post);
    const plek = { gemeenteId: rij.gemeente_id, trajectId: rij.traject_id };
    const inzage = await this.omgeving.dossier.leesToestand(plek);
    const notitie = await this.omgeving.dossier.leesNotitie({ ...plek, taakId: id });
    const open = inzage === null ? [] : takenVan(inzage.toestand);
    const reden = open.find(({ sleutel }) => sleutel === rij.sleutel)?.reden ?? null;
    zetEtag(res, rij.toewijzing_versie);
    return { ...naarTaak(beller, rij), reden, trajectVersie: rij.traject_versie, notitie };
  }

  @Post(':id/afronding')
  @HttpCode(200)
  @Rollen('regievoerder', 'coordinator')
  @Opdrachtkoppen()
  @ApiParamId('id', 'de taak')
  @ApiOperation({
    summary: 'Rond een taak af met haar uitkomst',
    description:
      'De uitkomst is een opdracht van een soort die de taak noemt. If-Match is de versie van het traject.',
  })
  @ApiOkResponse({ type: OpdrachtAntwoord })
  async rondAf(
    @DeBeller() beller: Beller,
    @PadId(TAAK) taakId: string,
    @IdempotencyKey() opdrachtId: string,
    @IfMatch() verwachteVersie: number | undefined,
    @Body() { uitkomst }: AfrondingDto,
  ): Promise<OpdrachtAntwoord> {
    const opdracht = await leesOpdracht(uitkomst, 'uitkomst');
    eisRol(beller, opdracht);
    const rij = await this.rij(beller, taakId);
    if (rij.rol === 'coordinator' && !beller.toegang.rollen.includes('coordinator')) {
      throw new ApiFout('GEEN_TOEGANG', 'Deze taak is voor de coördinator.');
    }
    const gedaan = gedaanOf(
      await this.omgeving.dossier.verwerk({
        gemeenteId: rij.gemeente_id,
        trajectId: rij.traject_id,
        opdracht,
        opdrachtId,
        beller: bellerNaam(beller),
        actor: actorVan(beller),
        taakId,
        ...(verwachteVersie === undefined ? {} : { verwachteVersie }),
      }),
    );
    return naarAntwoord(rij.traject_id, gedaan);
  }

  @Put(':id/toewijzing')
  @Rollen('regievoerder', 'coordinator')
  @IfMatchKop()
  @GemeenteKop()
  @ApiParamId('id', 'de taak')
  @ApiOperation({
    summary: 'Wijs een taak toe, of geef haar terug',
    description: 'Met If-Match wint niet de laatste: dan volgt 412 als iemand anders u voor was.',
  })
  @ApiOkResponse({ type: ToewijzingAntwoord })
  async wijsToe(
    @DeBeller() beller: Beller,
    @PadId(TAAK) taakId: string,
    @IfMatch() verwacht: number | undefined,
    @Body() { behandelaar, prioriteit }: ToewijzingDto,
    @Res({ passthrough: true }) res: Response,
  ): Promise<ToewijzingAntwoord> {
    const { gemeente_id: gemeenteId } = await this.rij(beller, taakId);
    const nieuw = await inGemeente(this.omgeving.dataSource, gemeenteId, (manager) =>
      wijsTaakToe(manager, { taakId, gemeenteId, behandelaar, prioriteit, verwacht }),
    );
    if (nieuw === 'verouderd') {
      throw verouderd();
    }
    zetEtag(res, nieuw.versie);
    return { taakId, ...nieuw };
  }

  @Put(':id/notitie')
  @Rollen('regievoerder', 'coordinator')
  @IfMatchKop()
  @GemeenteKop()
  @ApiParamId('id', 'de taak')
  @ApiOperation({
    summary: 'Schrijf een notitie bij een taak, of haal haar weg',
    description:
      'Komt niet in het journaal. Met If-Match (de ETag van de taak) volgt 412 als iemand anders u voor was; dezelfde tekst nog eens geeft hetzelfde antwoord.',
  })
  @ApiOkResponse({ type: NotitieAntwoord })
  async noteer(
    @DeBeller() beller: Beller,
    @PadId(TAAK) taakId: string,
    @IfMatch() verwacht: number | undefined,
    @Body() { tekst }: NotitieDto,
    @Res({ passthrough: true }) res: Response,
  ): Promise<NotitieAntwoord> {
    const { gemeente_id: gemeenteId, traject_id: trajectId } = await this.rij(beller, taakId);
    const door = beller.toegang.onderwerp;
    const plek = { gemeenteId, trajectId, taakId };
    const nieuw = await this.omgeving.dossier.schrijfNotitie({ ...plek, tekst, door, verwacht });
    if (nieuw === 'verouderd') throw verouderd();
    if (nieuw === 'onbekend') throw nietGevonden(TAAK.wat);
    zetEtag(res, nieuw.versie);
    return { taakId, ...nieuw };
  }

  private async rij(beller: Beller, id: string): Promise<TaakRij> {
    const { rij } = await this.taakOfPost(beller, id);
    if (rij === undefined) throw hoortBijPostvak();
    return rij;
  }

  private taakOfPost(beller: Beller, id: string): Promise<TaakOfPost> {
    gemeenteVan(beller);
    return leesVoor(this.omgeving, beller, async (manager) => {
      const rij = await taakRij(manager, id);
      if (rij !== undefined) return { rij };
      const post = await posttaak(manager, id);
      if (post === undefined) throw nietGevonden(TAAK.wat);
      return { post };
    });
  }
}

function verouderd(): ApiFout {
  return new ApiFout('VERSIE_VEROUDERD', 'Lees de taak opnieuw en probeer het nog eens.');
}

function isIsoDatumOfZonder(deel: unknown): boolean {
  return deel === ZONDER_DAG || isIsoDatum(deel);
}
