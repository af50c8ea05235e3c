import { HERSTEL } from '#domain/correctie/opdrachten.js';
import type { Opdracht, OpdrachtSoort } from '#domain/traject/opdracht.js';
import type { Rol } from '#security/toegang.js';
import { invoerFout } from '../common/problemen.js';
import { leesInvoer, type Klasse } from '../common/valideer.js';
import * as B from './berichten.dto.js';
import { HandelBrpVerschillenAfDto } from './brp.dto.js';
import * as I from './inburgeren.dto.js';
import * as P from './intake-en-pip.dto.js';
import * as T from './termijnen.dto.js';
import * as V from './voorbereiden.dto.js';
import { MeldTenOnrechteOntvangenDto } from './wissen.dto.js';

/** What only the chain and the system may tell a journey. */
type KetenSoort =
  | 'openTraject'
  | 'legCoaProfielVast'
  | 'meldBezorgd'
  | 'meldGeweigerd'
  | 'meldNietBezorgd'
  | 'meldIngehaald'
  | 'meldApiUit'
  | 'herberekenTermijnen'
  | Extract<OpdrachtSoort, `verwerk${string}`>;

export type MensSoort = Exclude<OpdrachtSoort, KetenSoort>;

/** The class of the body of every opdracht that people give. */
export const OPDRACHT_DTOS: Readonly<Record<MensSoort, Klasse>> = {
  vulPersoonAan: V.VulPersoonAanDto,
  corrigeerCoaProfiel: V.CorrigeerCoaProfielDto,
  beoordeelCoaProfiel: V.BeoordeelCoaProfielDto,
  trekCoaOverdrachtIn: V.TrekCoaOverdrachtInDto,
  kiesScenario: V.KiesScenarioDto,
  rondDriegesprekAf: V.RondDriegesprekAfDto,
  legWoningVast: V.LegWoningVastDto,
  legVerhuizingVast: V.LegVerhuizingVastDto,
  legBrpInschrijvingVast: V.LegBrpInschrijvingVastDto,
  legBijstandVast: V.LegBijstandVastDto,
  rondRegelingenAf: V.RondRegelingenAfDto,
  startBegeleiding: V.StartBegeleidingDto,
  richtOntzorgenIn: V.RichtOntzorgenInDto,
  rondOntzorgenAf: V.RondOntzorgenAfDto,
  nodigUitVoorIntake: P.NodigUitVoorIntakeDto,
  legIntakeVast: P.LegIntakeVastDto,
  meldAanVoorLbt: P.MeldAanVoorLbtDto,
  verleenOntheffingLbt: P.VerleenOntheffingLbtDto,
  kiesLeerroute: P.KiesLeerrouteDto,
  stelPipOp: P.StelPipOpDto,
  stelPipVast: P.StelPipVastDto,
  vraagBevestigingNa: P.VraagBevestigingNaDto,
  doeAanbod: P.DoeAanbodDto,
  registreerPvt: I.RegistreerPvtDto,
  rondPvtAf: I.RondPvtAfDto,
  meldPvtVerwijtbaar: I.MeldPvtVerwijtbaarDto,
  registreerMap: I.RegistreerMapDto,
  rondMapAf: I.RondMapAfDto,
  meldMapVerwijtbaar: I.MeldMapVerwijtbaarDto,
  rondZrouteAf: I.RondZrouteAfDto,
  registreerCursusuren: I.RegistreerCursusurenDto,
  registreerOverigeUren: I.RegistreerOverigeUrenDto,
  legVoortgangsgesprekVast: I.LegVoortgangsgesprekVastDto,
  voerEindgesprek: I.VoerEindgesprekDto,
  sluitTraject: I.SluitTrajectDto,
  heropenTraject: I.HeropenTrajectDto,
  handelEscalatieAf: I.HandelEscalatieAfDto,
  meldHandmatigGedaan: I.MeldHandmatigGedaanDto,
  biedOpnieuwAan: I.BiedOpnieuwAanDto,
  trekFeitIn: I.TrekFeitInDto,
  handelVerschillenAf: I.HandelVerschillenAfDto,
  legPortaalmeldingVast: B.LegPortaalmeldingVastDto,
  trekPortaalmeldingIn: B.TrekPortaalmeldingInDto,
  stuurOpnieuw: B.StuurOpnieuwDto,
  bekijkSignaal: B.BekijkSignaalDto,
  wijsContactpersoonAan: B.WijsContactpersoonAanDto,
  corrigeerFeit: T.CorrigeerFeitDto,
  schortTermijnOp: T.SchortTermijnOpDto,
  vraagAanvulling: T.VraagAanvullingDto,
  wachtOpInformatie: T.WachtOpInformatieDto,
  trekOpschortingIn: T.TrekOpschortingInDto,
  legVerlengingVast: T.LegVerlengingVastDto,
  trekVerlengingIn: T.TrekVerlengingInDto,
  legAanvraagVast: T.LegAanvraagVastDto,
  legBesluitOpAanvraagVast: T.LegBesluitOpAanvraagVastDto,
  meldTenOnrechteOntvangen: MeldTenOnrechteOntvangenDto,
  handelBrpVerschillenAf: HandelBrpVerschillenAfDto,
};

const SOORTEN = Object.keys(OPDRACHT_DTOS) as MensSoort[];

// What only a coordinator decides.
const VOOR_COORDINATOR: readonly MensSoort[] = [
  'handelEscalatieAf',
  'heropenTraject',
  'meldTenOnrechteOntvangen',
];

/** Roles that may give an opdracht of this kind. */
export function rollenVoor(soort: MensSoort): readonly Rol[] {
  return VOOR_COORDINATOR.includes(soort) ? ['coordinator'] : ['regievoerder', 'coordinator'];
}

/** Whether this kind of opdracht is given by people. */
function isMensSoort(soort: unknown): soort is MensSoort {
  return SOORTEN.some((een) => een === soort);
}

/**
 * Reads a body into the opdracht it asks for; `pad` stands before the names of the fields. `soorten`: the kinds that
 * fit here.
 */
export async function leesOpdracht(
  body: unknown,
  pad = '',
  soorten = SOORTEN,
): Promise<Opdracht & { readonly soort: MensSoort }> {
  const { soort } = (body ?? {}) as { soort?: unknown };
  if (!isMensSoort(soort) || !soorten.includes(soort)) {
    const melding = `soort moet een van deze waarden zijn: ${soorten.join(', ')}.`;
    throw invoerFout([{ veld: pad === '' ? 'soort' : `${pad}.soort`, melding }]);
  }
  const dto = await leesInvoer(OPDRACHT_DTOS[soort], body, pad);
  if (dto instanceof T.CorrigeerFeitDto) {
    const { feit, reden } = dto;
    const binnen = pad === '' ? 'opdracht' : `${pad}.opdracht`;
    const opdracht = await leesOpdracht(dto.opdracht, binnen, [HERSTEL[feit]]);
    return { soort: dto.soort, feit, reden, opdracht };
  }
  return naarOpdracht(dto) as Opdracht & { readonly soort: MensSoort };
}

function naarOpdracht(dto: object): Opdracht {
  if (dto instanceof V.VulPersoonAanDto) {
    return { soort: dto.soort, persoon: V.naarPersoon(dto.persoon) };
  }
  if (dto instanceof I.RegistreerCursusurenDto) return { ...dto, bron: 'invoer' };
  // Every other class has exactly the fields of its opdracht.
  return Object.fromEntries(
    Object.entries(dto).filter(([, waarde]) => waarde !== undefined),
  ) as unknown as Opdracht;
}
