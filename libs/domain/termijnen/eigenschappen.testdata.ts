import { laatste, naarDatum, plusDagen, type IsoDatum } from '../datum/datum.js';
import type { TermijnAntwoord, TermijnRij } from './typen.js';

/** First day of the Wet inburgering 2021: no earlier fact has a rule. */
export const EERSTE_DAG = naarDatum('2022-01-01');

/** One row of the table as a question: facts in which one date varies. */
export interface Geval {
  readonly code: string;
  readonly onderdeel?: string;
  /** Says what is special where a row has more than one case. */
  readonly noot?: string;
  readonly feiten: (dag: IsoDatum) => Record<string, unknown>;
  /** The answer's day that the Termijnenwet moves; left out: `uiterlijkOp`. */
  readonly dag?: 'vroegstOp' | 'vensterVanaf' | 'eersteDagOp';
  /** Set when the request, not the row, says whether the Termijnenwet applies. */
  readonly termijnenwet?: boolean;
  readonly duur?: TermijnRij['duur'];
}

const vast =
  (feit: string, extra: Record<string, unknown> = {}) =>
  (dag: IsoDatum) => ({ ...extra, [feit]: dag });

const een = (code: string, feit: string, dag?: Geval['dag']): Geval => ({
  code,
  feiten: vast(feit),
  ...(dag === undefined ? {} : { dag }),
});

const boete25 = (onderdeel: string, extra: Record<string, unknown>): Geval => ({
  code: 'NIEUWE_TERMIJN_NA_BOETE',
  onderdeel,
  feiten: vast('bekendmakingOp', { artikel: '25', ...extra }),
});

const verlenging = (grond: string, extra: Record<string, unknown> = {}): Geval => ({
  code: 'VERLENGING',
  onderdeel: grond,
  feiten: vast('eindeTermijn', { grond, ...extra }),
});

const vrij = (
  eenheid: 'dagen' | 'weken' | 'maanden' | 'jaren',
  aantal: number,
  algemeneTermijnenwet: boolean,
): Geval => ({
  code: 'VRIJE_TERMIJN',
  noot: `${aantal} ${eenheid}, ${algemeneTermijnenwet ? 'met' : 'zonder'} Termijnenwet`,
  feiten: vast('vanafOp', { [eenheid]: aantal, algemeneTermijnenwet }),
  termijnenwet: algemeneTermijnenwet,
  duur: { aantal, eenheid },
});

/**
 * At least one case per row of the table. Whether the Termijnenwet applies stands in none of them:
 * the row that the date chooses says so.
 */
export const GEVALLEN: readonly Geval[] = [
  een('PIP_VASTSTELLEN', 'aanvangOp'),
  {
    code: 'PIP_VASTSTELLEN',
    noot: 'kennisgeving',
    feiten: vast('kennisgevingOp', { gehuisvestViaHvw28: false }),
  },
  {
    code: 'PIP_VASTSTELLEN',
    noot: 'inschrijving na huisvesting',
    feiten: (dag) => ({
      kennisgevingOp: laatste(plusDagen(dag, -40), EERSTE_DAG),
      gehuisvestViaHvw28: true,
      inschrijvingOp: dag,
    }),
  },
  een('PIP_NA_INFORMATIE_DERDEN', 'ontvangenOp'),
  een('PIP_NA_VERHUIZING', 'inschrijvingOp'),
  een('BREDE_INTAKE_NA_BOETE', 'bekendmakingOp'),
  een('INBURGERINGSTERMIJN', 'pipDagtekening'),
  ...['a', 'd', 'f', 'h', 'i', 'j', 'e'].map((grond) => verlenging(grond, { duurMaanden: 4 })),
  ...['b', 'c', 'inspanningen'].map((grond) => verlenging(grond)),
  verlenging('g', { leerroute: 'O', pipDagtekening: EERSTE_DAG, startLessenOp: '2022-10-03' }),
  verlenging('opleiding', { soort: 'pro', nogBezig: true }),
  een('VERLENGINGSAANVRAAG_VANAF', 'eindeTermijn', 'vroegstOp'),
  een('BESLISSING_VERLENGING', 'ontvangenOp'),
  een('LEERROUTE_WIJZIGEN', 'pipDagtekening'),
  ...['B', 'O', 'Z'].map((leerroute) => ({
    code: 'AANBOD_RICHTDATUM',
    onderdeel: leerroute,
    feiten: vast('pipDagtekening', { leerroute }),
  })),
  een('ONTZORGEN', 'rechtOpBijstandOp'),
  {
    code: 'NIEUWE_TERMIJN_NA_BOETE',
    onderdeel: '24',
    feiten: vast('bekendmakingOp', { artikel: '24', ontbrekendeOnderdelen: 1 }),
  },
  boete25('25-examen', { behaaldeOnderdelen: 1 }),
  boete25('25-uren-asiel', { leerroute: 'Z', doelgroep: 'asiel', gevolgdeUren: 1_300 }),
  boete25('25-uren-gezin', { leerroute: 'Z', doelgroep: 'gezin', gevolgdeUren: 300 }),
  een('HERHAALDE_BOETE', 'eindeTweedeTermijn'),
  {
    code: 'RECIDIVE_ARTIKEL_23',
    dag: 'vensterVanaf',
    feiten: vast('constateringOp', { eerdere: [] }),
  },
  een('BOETEBESLUIT', 'boeterapportOp'),
  ...['22', '23', '24', '25'].map((artikel) => ({
    code: 'VERVAL_BOETEBEVOEGDHEID',
    onderdeel: artikel,
    feiten: vast('overtredingOp', { artikel }),
  })),
  een('BEZWAARTERMIJN', 'bekendmakingOp'),
  ...[true, false].map((adviescommissie) => ({
    code: 'BESLISSING_OP_BEZWAAR',
    onderdeel: adviescommissie ? 'met-commissie' : 'zonder-commissie',
    feiten: vast('eindeBezwaartermijn', { adviescommissie }),
  })),
  een('VERDAGING_BEZWAAR', 'eindeBeslistermijn'),
  een('AANVRAAG_BESLISSEN', 'ontvangenOp'),
  een('DWANGSOM', 'ingebrekestellingOp', 'eersteDagOp'),
  een('BESLISSING_VRIJSTELLING_ONTHEFFING', 'ontvangenOp'),
  {
    code: 'ONDERBREKING',
    feiten: (dag) => ({
      van: dag,
      tot: plusDagen(dag, 60),
      eindeTermijn: plusDagen(dag, 400),
    }),
  },
  ...['dossier', 'kern'].map((categorie) => ({
    code: 'BEWAARTERMIJN',
    onderdeel: categorie,
    feiten: vast('eindePlicht', { categorie }),
  })),
  een('HUISVESTING', 'vergunningOp'),
  een('BESLISSING_SOCIALE_LENING', 'ontvangenOp'),
  een('AFLOSSING_SOCIALE_LENING_VANAF', 'eindePlicht', 'vroegstOp'),
  ...[true, false].flatMap((wet) => [
    vrij('dagen', 2, wet),
    vrij('dagen', 90, wet),
    vrij('dagen', 91, wet),
    vrij('weken', 12, wet),
    vrij('weken', 13, wet),
    vrij('maanden', 3, wet),
    vrij('maanden', 4, wet),
    vrij('jaren', 1, wet),
  ]),
];

/** The row of this case that holds on this day. */
export function rijVan(
  tabel: readonly TermijnRij[],
  { code, onderdeel }: Geval,
  antwoord: TermijnAntwoord,
): TermijnRij {
  const rij = tabel.find(
    (een) =>
      een.code === code &&
      een.onderdeel === onderdeel &&
      een.geldigVanaf === antwoord.bron.geldigVanaf,
  );
  if (rij === undefined) throw new Error(`Geen rij voor ${code} ${onderdeel ?? ''}.`);
  return rij;
}

/** Longest term per unit that the Algemene termijnenwet moves (article 4). */
const LANGSTE = { dagen: 90, weken: 12, maanden: 3, jaren: 0 } as const;

/** Whether the Termijnenwet moves the end: what the row (or the request) says, unless the term is too long. */
export function schuiftMee(geval: Geval, rij: TermijnRij): boolean {
  const duur = geval.duur ?? rij.duur;
  const zegt = geval.termijnenwet ?? rij.algemeneTermijnenwet;
  return zegt === true && duur !== undefined && duur.aantal <= LANGSTE[duur.eenheid];
}
