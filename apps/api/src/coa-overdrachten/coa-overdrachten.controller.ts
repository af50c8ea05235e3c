import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  coaOverdrachtenLijst,
  coaOverdrachtRij,
  nieuwsteCoaOverdracht,
  type CoaOverdrachtRij,
} from '#database/read/coa-overdrachten.js';
import { trajectRij } from '#database/read/trajecten.js';
import { naarAntwoord, OpdrachtAntwoord } from '../common/antwoorden.dto.js';
import { ApiParamId } from '../common/documentatie.js';
import { GemeenteKop, IdempotencyKey, Opdrachtkoppen, PadId, zetEtag } from '../common/koppen.js';
import { leesNieuwsteEerst } from '../common/nieuwste-eerst.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { leesVoor } from '../common/per-gemeente.js';
import { ApiFout, invoerFout, nietGevonden, weigeringFout } from '../common/problemen.js';
import {
  actorVan,
  bellerNaam,
  DeBeller,
  gemeenteVan,
  Openbaar,
  Rollen,
  type Beller,
} from '../common/toegang.guard.js';
import { nietBeslistFout } from '../common/uitkomst.js';
import { ochtendVan } from '../common/uiterlijk.js';
import { naarPersoon } from '../opdrachten/voorbereiden.dto.js';
import {
  CoaOverdrachtDto,
  CoaOverdrachtenQuery,
  CoaOverdrachtKort,
  CoaOverdrachtVolledig,
  CoaProfielDto,
  naarCoaKort,
  naarProfiel,
} from './coa-overdracht.dto.js';
import { leesOverdracht, leesProfiel } from './coa-profiel.js';
import { COA_SCHEMA } from './coa-schema.js';

const WAT = 'Deze overdracht';

@ApiTags('COA-overdrachten')
@Controller()
export class CoaOverdrachtenController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Post('coa-overdrachten')
  @Rollen('regievoerder', 'coordinator', 'functioneel-beheerder')
  @Opdrachtkoppen()
  @ApiOperation({
    summary: 'Draag een klantprofiel van COA over',
    description:
      'Opent een traject, of werkt het profiel in het open traject van deze persoon bij: wat COA al zei geeft niets nieuws, wat het dossier tegenspreekt wordt een taak. Alles is optioneel, behalve de dag van koppeling en een bsn of V-nummer; wat u weglaat blijft staan.',
  })
  @ApiCreatedResponse({ type: OpdrachtAntwoord })
  async draagOver(
    @DeBeller() beller: Beller,
    @IdempotencyKey() opdrachtId: string,
    @Body() dto: CoaOverdrachtDto,
    @Res({ passthrough: true }) res: Response,
  ): Promise<OpdrachtAntwoord> {
    const proef = dto.proef === true;
    this.eisProef(beller, proef);
    if (!proef && dto.proefVanafOp !== undefined) {
      throw invoerFout([{ veld: 'proefVanafOp', melding: 'Hoort alleen bij een proeftraject.' }]);
    }
    const persoon = naarPersoon(dto.persoon);
    if (persoon.bsn === null && persoon.vNummer === null) {
      throw invoerFout([{ veld: 'persoon.bsn', melding: 'Geef een bsn of een vNummer.' }]);
    }
    const uitkomst = await this.omgeving.dossier.open({
      gemeenteId: gemeenteVan(beller).id,
      opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef, bron: 'COA', persoon },
      vervolg: [
        {
          soort: 'legCoaProfielVast',
          persoon,
          profiel: naarProfiel(dto),
          medisch: dto.medisch ?? null,
        },
      ],
      beller: bellerNaam(beller),
      opdrachtId,
      actor: actorVan(beller),
      ...(dto.proefVanafOp === undefined ? {} : { beginTijdstip: ochtendVan(dto.proefVanafOp) }),
    });
    if (uitkomst.soort === 'geweigerd') throw weigeringFout(uitkomst.weigering);
    if (uitkomst.soort !== 'gedaan') throw nietBeslistFout(uitkomst);
    res.setHeader('Location', `/v1/trajecten/${uitkomst.trajectId}`);
    zetEtag(res, uitkomst.versie);
    return naarAntwoord(uitkomst.trajectId, uitkomst);
  }

  @Get('coa-overdrachten')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiOperation({ summary: 'Lijst van overdrachten van COA', description: 'Nieuwste eerst.' })
  @ApiOkResponse({ type: [CoaOverdrachtKort] })
  async lijst(
    @DeBeller() beller: Beller,
    @Query() query: CoaOverdrachtenQuery,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<CoaOverdrachtKort[]> {
    const rijen = await leesNieuwsteEerst(
      this.omgeving,
      { beller, query, req, res },
      ({ ontvangen_tijdstip }: CoaOverdrachtRij) => ontvangen_tijdstip,
      (manager, limiet, na) => coaOverdrachtenLijst(manager, query, limiet, na),
    );
    return rijen.map((rij) => naarCoaKort(beller, rij));
  }

  @Get('coa-overdrachten/schema')
  @Openbaar()
  @Header('Content-Type', 'application/schema+json')
  @ApiOperation({ summary: 'Het JSON Schema van een overdracht' })
  @ApiOkResponse({ schema: { type: 'object', example: { title: 'COA-overdracht' } } })
  schema(): object {
    return COA_SCHEMA;
  }

  @Get('coa-overdrachten/:id')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'de overdracht')
  @ApiOperation({ summary: 'Een overdracht van COA' })
  @ApiOkResponse({ type: CoaOverdrachtVolledig })
  async detail(
    @DeBeller() beller: Beller,
    @PadId({ wat: WAT }) id: string,
  ): Promise<CoaOverdrachtVolledig> {
    const rij = await leesVoor(this.omgeving, beller, (manager) => coaOverdrachtRij(manager, id));
    if (rij === undefined) throw nietGevonden(WAT);
    return leesOverdracht(this.omgeving, beller, rij);
  }

  @Get('trajecten/:id/coa-profiel')
  @Rollen('regievoerder', 'coordinator', 'auditor')
  @GemeenteKop()
  @ApiParamId('id', 'het traject')
  @ApiOperation({
    summary: 'Het profiel van COA bij een traject, zoals het nu geldt',
    description:
      'Wat alle overdrachten samen zeggen; wat de nieuwste niet noemt blijft staan. Datums en persoon zijn die van het dossier.',
  })
  @ApiOkResponse({ type: CoaProfielDto })
  async profiel(
    @DeBeller() beller: Beller,
    @PadId({ wat: 'Dit traject' }) id: string,
  ): Promise<CoaProfielDto> {
    const rij = await leesVoor(this.omgeving, beller, async (manager) => {
      if ((await trajectRij(manager, id)) === undefined) throw nietGevonden('Dit traject');
      return nieuwsteCoaOverdracht(manager, id);
    });
    if (rij === undefined) throw nietGevonden(WAT);
    return leesProfiel(this.omgeving, beller, rij);
  }

  private eisProef({ toegang }: Beller, proef: boolean): void {
    const beheerder = toegang.rollen.includes('functioneel-beheerder');
    if (proef) {
      if (!this.omgeving.opties.proefdraaien) {
        const melding = 'Proefdraaien staat in deze installatie uit.';
        throw invoerFout([{ veld: 'proef', melding }]);
      }
      if (beheerder) return;
      throw new ApiFout('GEEN_TOEGANG', 'Een proeftraject opent alleen de functioneel beheerder.');
    }
    if (toegang.rollen.some((rol) => rol === 'regievoerder' || rol === 'coordinator')) return;
    throw new ApiFout('GEEN_TOEGANG', 'De functioneel beheerder opent alleen proeftrajecten.');
  }
}
