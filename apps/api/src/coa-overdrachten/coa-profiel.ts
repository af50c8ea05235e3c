import { coaProfielNrs, type CoaOverdrachtRij } from '#database/read/coa-overdrachten.js';
import { inGemeente } from '#database/transactie.js';
import { geldend } from '#domain/overdracht/profiel.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import type { Persoon } from '#domain/traject/persoon.js';
import type { Toestand } from '#domain/traject/toestand.js';
import { coaOverdrachtId } from '#dossier/uuid-v5.js';
import type { ApiOmgeving } from '../common/omgeving.js';
import { nietGevonden } from '../common/problemen.js';
import type { Beller } from '../common/toegang.guard.js';
import type { PersoonDto } from '../opdrachten/voorbereiden.dto.js';
import { magMedisch } from '../trajecten/trajecten.service.js';
import {
  naarCoaKort,
  type CoaOverdrachtVolledig,
  type CoaProfielDto,
} from './coa-overdracht.dto.js';

type Vastgelegd = Extract<Gebeurtenis, { soort: 'coaProfielVastgelegd' }>;

const WAT = 'Deze overdracht';

function gevuld(persoon: Persoon): PersoonDto {
  return Object.fromEntries(Object.entries(persoon).filter(([, waarde]) => waarde !== null));
}

/** Entries before this one are of hand-overs that were taken back; 0: none was. */
const ingetrokkenTot = ({ ingetrokken }: Toestand): number => ingetrokken['koppeling'] ?? 0;

async function leesProfielen(
  { dossier }: ApiOmgeving,
  beller: Beller,
  rij: CoaOverdrachtRij,
  nrs: readonly number[],
): Promise<{ toestand: Toestand; profielen: readonly Vastgelegd[] }> {
  const plek = { gemeenteId: rij.gemeente_id, trajectId: rij.traject_id };
  const [inzage, posten] = await Promise.all([
    dossier.leesToestand(plek),
    dossier.leesJournaalposten({ ...plek, nrs, metMedisch: magMedisch(beller) }),
  ]);
  if (inzage === null || posten === null) throw nietGevonden(WAT);
  const profielen = posten.flatMap(({ gebeurtenis }) =>
    gebeurtenis.soort === 'coaProfielVastgelegd' ? [gebeurtenis] : [],
  );
  return { toestand: inzage.toestand, profielen };
}

function volledig(
  beller: Beller,
  rij: CoaOverdrachtRij,
  { persoon, profiel, medisch, wijziging }: Vastgelegd,
  toestand: Toestand,
): CoaOverdrachtVolledig {
  const { vorigNr } = wijziging ?? { vorigNr: null };
  return {
    ...naarCoaKort(beller, rij),
    koppelingOp: profiel.koppelingOp,
    vergunningOp: profiel.vergunningOp,
    persoon: gevuld(persoon),
    gegevens: profiel.gegevens,
    medisch,
    herkomst: profiel.herkomst,
    wijziging:
      wijziging === undefined || vorigNr === null
        ? null
        : {
            vorigeId: coaOverdrachtId(rij.traject_id, vorigNr),
            velden: wijziging.velden,
            nietOvergenomen: wijziging.strijdig,
          },
    ingetrokken: rij.nr < ingetrokkenTot(toestand),
  };
}

/** A hand-over as COA gave it, with what was new in it. */
export async function leesOverdracht(
  omgeving: ApiOmgeving,
  beller: Beller,
  rij: CoaOverdrachtRij,
): Promise<CoaOverdrachtVolledig> {
  const { toestand, profielen } = await leesProfielen(omgeving, beller, rij, [rij.nr]);
  const [profiel] = profielen;
  if (profiel === undefined) throw nietGevonden(WAT);
  return volledig(beller, rij, profiel, toestand);
}

/**
 * What is known now by all profiles together: what the newest leaves out is as one before it said, and dates and person
 * are those of the file.
 */
export async function leesProfiel(
  omgeving: ApiOmgeving,
  beller: Beller,
  rij: CoaOverdrachtRij,
): Promise<CoaProfielDto> {
  const nrs = await inGemeente(
    omgeving.dataSource,
    rij.gemeente_id,
    (manager) => coaProfielNrs(manager, rij.traject_id),
    { alleenLezen: true },
  );
  const { toestand, profielen } = await leesProfielen(omgeving, beller, rij, nrs);
  const { koppeling, persoon, coaProfiel } = toestand;
  const tot = ingetrokkenTot(toestand);
  const tellen = profielen.slice(nrs.filter((nr) => nr < tot).length);
  const nieuwste = tellen.at(-1);
  if (koppeling === null || nieuwste === undefined) throw nietGevonden(WAT);
  const nu = geldend(toestand);
  return {
    ...volledig(beller, rij, nieuwste, toestand),
    koppelingOp: koppeling.op,
    vergunningOp: koppeling.vergunningOp,
    persoon: gevuld(persoon),
    gegevens: Object.assign({}, ...tellen.map(({ profiel }) => profiel.gegevens)) as object,
    medisch: tellen.reduce<object | null>((tot, { medisch }) => medisch ?? tot, null),
    strijdig: (coaProfiel?.strijdig?.velden ?? []).map((veld) => ({
      veld,
      coa: coaProfiel?.gezegd[veld] ?? null,
      dossier: nu[veld],
    })),
  };
}
