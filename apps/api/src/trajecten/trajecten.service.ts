import { Injectable } from '@nestjs/common';
import { TRAJECT_WORKFLOW, stand, trajectWorkflowId } from '#contracts/traject.js';
import {
  berichtenVanTraject,
  mijlpalenVanTraject,
  termijnenVanTraject,
} from '#database/read/traject-onderdelen.js';
import { takenLijst } from '#database/read/taken.js';
import { trajectRij, type TrajectRij } from '#database/read/trajecten.js';
import { Kalenderlade } from '#database/read/kalender.js';
import { staatStil } from '#domain/opschorting/verzoek.js';
import { eigenEinde, vergelijkTermijn } from '#domain/pip/vergelijking.js';
import type { Inzage, Journaalpost } from '#dossier/inzage.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { overMs } from '../common/uiterlijk.js';
import { gemeenteCode, leesVoor } from '../common/per-gemeente.js';
import { ApiFout, nietBeschikbaar, nietGevonden } from '../common/problemen.js';
import { gemeenteVan, type Beller } from '../common/toegang.guard.js';
import { naarTaak } from '../taken/taak.dto.js';
import { leesAflopen, naarBericht, type BerichtDto } from './bericht.dto.js';
import { ledgerNrs, opschortingenVan, verlengingenVan } from './ledger.dto.js';
import { naarTermijn, type TermijnMetUitleg } from './termijn.dto.js';
import {
  naarContactpersoon,
  type TrajectDto,
  type TrajectKort,
  type WachtOpDto,
} from './traject.dto.js';

const VRAAG_MS = 4_000;
const MEESTE_TAKEN = 100;
const WAT = 'Dit traject';
// What a caseworker needs medical data for; an auditor judges the process, an administrator the system.
const MEDISCH = ['regievoerder', 'coordinator'] as const;

export function magMedisch({ toegang }: Beller): boolean {
  return MEDISCH.some((rol) => toegang.rollen.includes(rol));
}

export function naarTrajectKort(beller: Beller, rij: TrajectRij): TrajectKort {
  return {
    id: rij.id,
    gemeente: gemeenteCode(beller, rij.gemeente_id),
    status: rij.status,
    proef: rij.proef,
    schakels: rij.schakels,
    leerroute: rij.leerroute,
    indeling: rij.indeling,
    versie: rij.versie,
    geopendOp: rij.geopend_op,
    geslotenOp: rij.gesloten_op,
    bewarenTot: rij.bewaren_tot,
    vandaag: rij.vandaag,
    openTaken: rij.open_taken,
    termijnenTeLaat: rij.termijnen_te_laat,
    eerstvolgendeTermijnOp: rij.eerstvolgende_op,
  };
}

@Injectable()
export class TrajectenService {
  readonly #kalender: Kalenderlade;

  constructor(private readonly omgeving: ApiOmgeving) {
    this.#kalender = new Kalenderlade(omgeving.dataSource);
  }

  async detail(beller: Beller, id: string): Promise<TrajectDto> {
    const [gelezen, inzage] = await Promise.all([
      leesVoor(this.omgeving, beller, async (manager) => {
        const rij = await trajectRij(manager, id);
        if (rij === undefined) throw nietGevonden(WAT);
        return {
          rij,
          mijlpalen: await mijlpalenVanTraject(manager, id),
          termijnen: await termijnenVanTraject(manager, id),
          taken: await takenLijst(manager, { trajectId: id, status: 'open' }, MEESTE_TAKEN),
        };
      }),
      this.inzage(beller, id),
    ]);
    const { rij, mijlpalen, termijnen, taken } = gelezen;
    const { persoon, bron, gedetailleerd, leerroute, duoTermijn, contactpersoon } = inzage.toestand;
    return {
      ...naarTrajectKort(beller, rij),
      persoon: Object.fromEntries(Object.entries(persoon).filter(([, waarde]) => waarde !== null)),
      bron,
      gedetailleerd,
      leerrouteKeuze: leerroute && {
        route: leerroute.route,
        niveau: leerroute.niveau,
        intensiteitUren: leerroute.intensiteitUren,
        gekozenOp: leerroute.op,
      },
      inburgeringstermijn: duoTermijn && {
        startOp: duoTermijn.startOp,
        eindeOp: duoTermijn.eindeOp,
        vergelijking: vergelijkTermijn(inzage.toestand, { kalender: await this.#kalender.haal() }),
      },
      contactpersoon: naarContactpersoon(contactpersoon),
      mijlpalen: mijlpalen.map(({ naam, nr, datum }) => ({ naam, nr, bereiktOp: datum })),
      taken: taken.rijen.map((taak) => naarTaak(beller, taak)),
      termijnen: termijnen.map(naarTermijn),
    };
  }

  /** The sealed state, opened for one who may see the file. */
  async inzage(beller: Beller, id: string): Promise<Inzage> {
    const gemeenteId = gemeenteVan(beller).id;
    const inzage = await this.omgeving.dossier.leesToestand({ gemeenteId, trajectId: id });
    if (inzage === null) throw nietGevonden(WAT);
    return inzage;
  }

  async journaal(
    beller: Beller,
    id: string,
    vanafNr: number,
    limiet: number,
  ): Promise<readonly Journaalpost[]> {
    await this.bestaat(beller, id);
    const posten = await this.omgeving.dossier.leesJournaal({
      gemeenteId: gemeenteVan(beller).id,
      trajectId: id,
      vanafNr,
      limiet,
      metMedisch: magMedisch(beller),
    });
    if (posten === null) throw nietGevonden(WAT);
    return posten;
  }

  async termijnen(beller: Beller, id: string): Promise<TermijnMetUitleg[]> {
    const rijen = await leesVoor(this.omgeving, beller, async (manager) => {
      if ((await trajectRij(manager, id)) === undefined) throw nietGevonden(WAT);
      return termijnenVanTraject(manager, id);
    });
    const { toestand } = await this.inzage(beller, id);
    const kalender = await this.#kalender.haal();
    const posten = await this.omgeving.dossier.leesJournaalposten({
      gemeenteId: gemeenteVan(beller).id,
      trajectId: id,
      nrs: [...rijen.map(({ start_nr }) => start_nr), ...ledgerNrs(toestand)],
      metMedisch: magMedisch(beller),
    });
    const opNr = new Map((posten ?? []).map((post) => [post.nr, post]));
    const zoekPost = (nr: number): Journaalpost => {
      const post = opNr.get(nr);
      if (post === undefined) throw nietGevonden(WAT);
      return post;
    };
    return rijen.map((rij) => {
      const { gebeurtenis: start } = zoekPost(rij.start_nr);
      const isTermijn = rij.sleutel === 'INBURGERINGSTERMIJN';
      const berekend = 'uitleg' in start ? start : undefined;
      return {
        ...naarTermijn(rij),
        startNr: rij.start_nr,
        // A step that the journal has without a provision of its own rests on that of the date.
        uitleg: (berekend?.uitleg ?? []).map(({ datum, tekst, bron = berekend?.bron }) => ({
          ...(datum === undefined ? {} : { op: datum }),
          tekst,
          ...(bron === undefined ? {} : { bron }),
        })),
        bron: berekend?.bron ?? null,
        voorbehouden: berekend?.voorbehouden ?? [],
        regelVersie: berekend?.regelVersie ?? null,
        oorzaken: start.soort === 'termijnVerplaatst' ? (start.oorzaken ?? []) : [],
        opgeschort: rij.status === 'ingetrokken' && staatStil(toestand, rij.sleutel),
        opschortingen: opschortingenVan(toestand, rij.sleutel, zoekPost),
        verlengingen: isTermijn ? verlengingenVan(toestand, zoekPost) : [],
        vergelijking: isTermijn ? vergelijkTermijn(toestand, { kalender }) : null,
        prognoseOp: isTermijn ? eigenEinde(toestand, { kalender }, () => true) : null,
      };
    });
  }

  async berichten(beller: Beller, id: string): Promise<BerichtDto[]> {
    const rijen = await leesVoor(this.omgeving, beller, async (manager) => {
      if ((await trajectRij(manager, id)) === undefined) throw nietGevonden(WAT);
      return berichtenVanTraject(manager, id);
    });
    const aflopen = await leesAflopen(rijen, (vanaf, limiet) =>
      this.journaal(beller, id, vanaf, limiet),
    );
    return rijen.map((rij) => naarBericht(rij, aflopen.get(rij.melding_id)));
  }

  /** Asks the running workflow what it waits for. */
  async wachtOp(beller: Beller, id: string): Promise<WachtOpDto> {
    const { status } = await this.bestaat(beller, id);
    const { temporal } = this.omgeving;
    try {
      const gevonden = await temporal.withDeadline(overMs(VRAAG_MS), () =>
        temporal.workflow.getHandle(trajectWorkflowId(id)).query(stand),
      );
      return {
        versie: gevonden.versie,
        wachtOp: gevonden.wachtOp,
        wekkers: gevonden.wekkers,
        onderweg: gevonden.onderweg,
        deurDichtSindsTijdstip: gevonden.deurDichtSinds,
      };
    } catch (fout) {
      if (fout instanceof Error && fout.name === 'WorkflowNotFoundError') {
        const detail =
          status === 'gesloten'
            ? 'Dit traject is gesloten en wacht nergens meer op.'
            : `De ${TRAJECT_WORKFLOW}-workflow van dit traject is nog niet gestart.`;
        throw new ApiFout('NIET_GEVONDEN', detail);
      }
      throw nietBeschikbaar('Temporal of de worker antwoordt niet. Het traject zelf werkt wel.');
    }
  }

  /** The row of a journey of the gemeente of this caller. */
  async bestaat(beller: Beller, id: string): Promise<TrajectRij> {
    const rij = await leesVoor(this.omgeving, beller, (manager) => trajectRij(manager, id));
    if (rij === undefined) throw nietGevonden(WAT);
    return rij;
  }
}
