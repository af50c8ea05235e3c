import { besloten, geweigerd } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, nietInToekomst } from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';
import { STUURVELDEN, type OverdrachtOpdracht, type Stuurgegevens } from './opdrachten.js';
import { eersteNaKoppeling, geldend, kiesVelden } from './profiel.js';

type Correcties = Pick<
  Besluiten<OverdrachtOpdracht>,
  'corrigeerCoaProfiel' | 'beoordeelCoaProfiel' | 'trekCoaOverdrachtIn'
>;

function geenOverdracht({ koppeling }: Toestand) {
  return koppeling === null
    ? geweigerd('GEEN_COA_OVERDRACHT', 'COA heeft deze persoon niet overgedragen.')
    : null;
}

/** What was done because of the koppeling cannot lie before it. */
function nietNaGevolgen(toestand: Toestand, { koppelingOp }: Partial<Stuurgegevens>, veld: string) {
  const eerste = eersteNaKoppeling(toestand);
  return koppelingOp && eerste !== null && eerste < koppelingOp
    ? geweigerd(
        'KOPPELING_NA_GEVOLG',
        `De koppeling op ${koppelingOp} ligt na wat al is vastgelegd (${eerste}). Corrigeer eerst het driegesprek, de woning of de verhuizing.`,
        { veld },
      )
    : null;
}

/** Facts that are there because of the hand-over, as a caseworker calls them. */
const STEUNT_OP: readonly (readonly [wat: string, lees: (t: Toestand) => unknown])[] = [
  ['het scenario', (t) => t.scenario],
  ['het driegesprek', (t) => t.driegesprek],
  ['de woning', (t) => t.woning],
  ['de verhuizing', (t) => t.verhuizing],
  ['de inschrijving in de BRP', (t) => t.brpInschrijving],
  ['de bijstand', (t) => t.bijstand],
  ['de regelingen', (t) => t.regelingen],
];

function inGebruik(toestand: Toestand) {
  const steunt = STEUNT_OP.filter(([, lees]) => lees(toestand) !== null).map(([wat]) => wat);
  if (steunt.length > 0) {
    return geweigerd(
      'OVERDRACHT_IN_GEBRUIK',
      `Op deze overdracht steunt al iets. Trek eerst in: ${steunt.join(', ')}.`,
    );
  }
  const bsnVanCoa = toestand.coaProfiel?.gevuld.includes('bsn') === true;
  return bsnVanCoa && Object.keys(toestand.feitTijdstip).length > 0
    ? geweigerd(
        'OVERDRACHT_IN_GEBRUIK',
        'Met het burgerservicenummer uit deze overdracht zijn al gegevens van DUO opgehaald; die horen dan bij iemand anders.',
      )
    : null;
}

/** Corrects what terms and tasks lean on; the journal keeps what stood there. */
export const corrigeerCoaProfiel: Correcties['corrigeerCoaProfiel'] = (
  toestand,
  opdracht,
  omgeving,
) => {
  const { koppelingOp, vergunningOp } = opdracht;
  const nu = geldend(toestand);
  const anders = STUURVELDEN.filter((v) => opdracht[v] !== undefined && opdracht[v] !== nu[v]);
  const nieuw = Object.fromEntries(
    anders.map((veld) => [veld, opdracht[veld]]),
  ) as Partial<Stuurgegevens>;
  return (
    eersteWeigering(
      geenOverdracht(toestand),
      anders.length === 0
        ? geweigerd(
            'NIETS_GEWIJZIGD',
            'Noem ten minste één gegeven dat anders is dan in het dossier.',
          )
        : null,
      koppelingOp ? nietInToekomst(koppelingOp, 'koppelingOp', omgeving) : null,
      vergunningOp ? nietInToekomst(vergunningOp, 'vergunningOp', omgeving) : null,
      nietNaGevolgen(toestand, nieuw, 'koppelingOp'),
    ) ??
    besloten({
      soort: 'coaProfielGecorrigeerd',
      reden: opdracht.reden,
      oud: kiesVelden(nu, anders),
      nieuw,
    })
  );
};

/** A person chooses between what COA says and what the file says. */
export const beoordeelCoaProfiel: Correcties['beoordeelCoaProfiel'] = (
  toestand,
  { uitkomst, toelichting },
) => {
  const { coaProfiel } = toestand;
  if (coaProfiel?.strijdig === undefined) {
    return geweigerd('GEEN_STRIJDIG_PROFIEL', 'COA zegt niets dat het dossier tegenspreekt.');
  }
  const { velden } = coaProfiel.strijdig;
  const nieuw = kiesVelden(coaProfiel.gezegd, velden);
  const nee = uitkomst === 'overgenomen' ? nietNaGevolgen(toestand, nieuw, 'uitkomst') : null;
  return (
    nee ??
    besloten({
      soort: 'coaProfielBeoordeeld',
      uitkomst,
      toelichting: toelichting ?? null,
      oud: kiesVelden(geldend(toestand), velden),
      nieuw,
    })
  );
};

/** Takes the hand-over back as long as nothing leans on it; what only it said of the person goes with it. */
export const trekCoaOverdrachtIn: Correcties['trekCoaOverdrachtIn'] = (toestand, { reden }) => {
  const { koppeling } = toestand;
  const nee = eersteWeigering(geenOverdracht(toestand), inGebruik(toestand));
  if (nee !== null || koppeling === null) return nee ?? besloten();
  const { op, vergunningOp } = koppeling;
  return besloten({ soort: 'coaOverdrachtIngetrokken', reden, koppelingOp: op, vergunningOp });
};
