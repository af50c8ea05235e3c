import type { TermijnVerzoek } from './typen.js';

/** One worked example: a request and the fields its answer must have. */
interface Rekenvoorbeeld {
  readonly nr: number;
  readonly verzoek: TermijnVerzoek;
  readonly verwacht: Readonly<Record<string, unknown>>;
}

/** Builds one row: number, code, facts, expected fields. */
function rij(
  nr: number,
  termijn: string,
  feiten: Readonly<Record<string, unknown>>,
  verwacht: Readonly<Record<string, unknown>>,
): Rekenvoorbeeld {
  return { nr, verzoek: { termijn, feiten }, verwacht };
}

/** The worked examples that the engine must give, through every way in. */
export const REKENVOORBEELDEN: readonly Rekenvoorbeeld[] = [
  rij(1, 'PIP_VASTSTELLEN', { aanvangOp: '2026-03-02' }, { uiterlijkOp: '2026-05-11' }),
  rij(2, 'PIP_VASTSTELLEN', { aanvangOp: '2026-03-14' }, { uiterlijkOp: '2026-05-26' }),
  rij(3, 'PIP_VASTSTELLEN', { aanvangOp: '2026-02-16' }, { uiterlijkOp: '2026-04-28' }),
  rij(4, 'PIP_VASTSTELLEN', { aanvangOp: '2026-03-05' }, { uiterlijkOp: '2026-05-18' }),
  rij(6, 'PIP_VASTSTELLEN', { aanvangOp: '2026-10-16' }, { uiterlijkOp: '2026-12-28' }),
  rij(8, 'PIP_VASTSTELLEN', { aanvangOp: '2027-01-15' }, { uiterlijkOp: '2027-03-30' }),
  rij(
    10,
    'PIP_VASTSTELLEN',
    { kennisgevingOp: '2026-06-20', gehuisvestViaHvw28: true, inschrijvingOp: '2026-09-14' },
    { uiterlijkOp: '2026-11-23', aanvangOp: '2026-09-14' },
  ),
  rij(11, 'PIP_NA_VERHUIZING', { inschrijvingOp: '2027-02-01' }, { uiterlijkOp: '2027-04-12' }),
  rij(12, 'PIP_NA_INFORMATIE_DERDEN', { ontvangenOp: '2026-06-03' }, { uiterlijkOp: '2026-06-17' }),
  rij(13, 'PIP_NA_INFORMATIE_DERDEN', { ontvangenOp: '2026-04-21' }, { uiterlijkOp: '2026-05-06' }),
  rij(
    15,
    'INBURGERINGSTERMIJN',
    { pipDagtekening: '2026-05-11' },
    { uiterlijkOp: '2029-05-11', aanvangOp: '2026-05-12', einddatumExclusief: '2029-05-12' },
  ),
  rij(
    16,
    'INBURGERINGSTERMIJN',
    { pipDagtekening: '2026-05-12' },
    { uiterlijkOp: '2029-05-12', aanvangOp: '2026-05-13', einddatumExclusief: '2029-05-13' },
  ),
  rij(
    17,
    'INBURGERINGSTERMIJN',
    { pipDagtekening: '2028-02-28' },
    { uiterlijkOp: '2031-02-28', aanvangOp: '2028-02-29', einddatumExclusief: '2031-03-01' },
  ),
  rij(
    20,
    'INBURGERINGSTERMIJN',
    { pipDagtekening: '2026-08-31' },
    { uiterlijkOp: '2029-08-31', aanvangOp: '2026-09-01', einddatumExclusief: '2029-09-01' },
  ),
  rij(
    21,
    'INBURGERINGSTERMIJN',
    { pipDagtekening: '2026-12-31' },
    { uiterlijkOp: '2029-12-31', aanvangOp: '2027-01-01', einddatumExclusief: '2030-01-01' },
  ),
  rij(
    22,
    'INBURGERINGSTERMIJN',
    { pipDagtekening: '2026-12-01', eerstePipDagtekening: '2026-05-11' },
    { uiterlijkOp: '2029-05-11' },
  ),
  rij(23, 'LEERROUTE_WIJZIGEN', { pipDagtekening: '2026-05-11' }, { uiterlijkOp: '2027-11-11' }),
  rij(25, 'LEERROUTE_WIJZIGEN', { pipDagtekening: '2027-08-31' }, { uiterlijkOp: '2029-02-28' }),
  rij(
    27,
    'VERLENGING',
    {
      grond: 'g',
      leerroute: 'B',
      pipDagtekening: '2026-05-11',
      startLessenOp: '2026-10-01',
      eindeTermijn: '2029-05-11',
    },
    { uiterlijkOp: '2029-06-30', verlengd: true, dagen: 50 },
  ),
  rij(
    29,
    'VERLENGING',
    { grond: 'c', eindeTermijn: '2029-05-11' },
    { uiterlijkOp: '2029-08-31', verlengd: true },
  ),
  rij(
    30,
    'VERLENGING',
    { grond: 'b', eindeTermijn: '2029-05-11' },
    { uiterlijkOp: '2029-08-11', verlengd: true },
  ),
  rij(
    32,
    'VERLENGING',
    { grond: 'inspanningen', eindeTermijn: '2029-08-31' },
    { uiterlijkOp: '2030-02-28', verlengd: true },
  ),
  rij(
    33,
    'VERLENGING',
    { grond: 'a', van: '2027-01-14', tot: '2027-04-30', eindeTermijn: '2029-05-11' },
    { uiterlijkOp: '2029-08-26', verlengd: true, dagen: 107 },
  ),
  rij(
    36,
    'VERLENGING',
    { grond: 'e', duurMaanden: 9, eindeTermijn: '2029-05-11' },
    { uiterlijkOp: '2029-11-11', verlengd: true },
  ),
  rij(
    37,
    'VERLENGING',
    { grond: 'f', duurMaanden: 30, eindeTermijn: '2029-05-11' },
    { uiterlijkOp: '2031-05-11', verlengd: true },
  ),
  rij(
    39,
    'ONDERBREKING',
    { van: '2027-02-01', tot: '2028-03-15' },
    { uiterlijkOp: null, plichtGeeindigd: true },
  ),
  rij(
    40,
    'VERLENGINGSAANVRAAG_VANAF',
    { eindeTermijn: '2029-05-11' },
    { vroegstOp: '2028-11-11', uiterlijkOp: null },
  ),
  rij(42, 'BESLISSING_VERLENGING', { ontvangenOp: '2028-12-04' }, { uiterlijkOp: '2029-01-29' }),
  rij(44, 'ONTZORGEN', { rechtOpBijstandOp: '2026-06-15' }, { uiterlijkOp: '2026-12-14' }),
  rij(45, 'ONTZORGEN', { rechtOpBijstandOp: '2026-08-31' }, { uiterlijkOp: '2027-02-28' }),
  rij(46, 'ONTZORGEN', { rechtOpBijstandOp: '2026-09-01' }, { uiterlijkOp: '2027-02-28' }),
  rij(48, 'ONTZORGEN', { rechtOpBijstandOp: '2026-01-31' }, { uiterlijkOp: '2026-07-30' }),
  rij(50, 'BEZWAARTERMIJN', { bekendmakingOp: '2026-05-11' }, { uiterlijkOp: '2026-06-22' }),
  rij(51, 'BEZWAARTERMIJN', { bekendmakingOp: '2026-04-13' }, { uiterlijkOp: '2026-05-26' }),
  rij(
    53,
    'BESLISSING_OP_BEZWAAR',
    { eindeBezwaartermijn: '2026-06-22', adviescommissie: false },
    { uiterlijkOp: '2026-08-03' },
  ),
  rij(
    54,
    'BESLISSING_OP_BEZWAAR',
    { eindeBezwaartermijn: '2026-06-22', adviescommissie: true },
    { uiterlijkOp: '2026-09-14' },
  ),
  rij(56, 'AANVRAAG_BESLISSEN', { ontvangenOp: '2026-06-08' }, { uiterlijkOp: '2026-08-03' }),
  rij(
    57,
    'DWANGSOM',
    { eindeBeslistermijn: '2026-08-03', ingebrekestellingOp: '2026-08-10' },
    { uiterlijkOp: '2026-10-04', eersteDagOp: '2026-08-24', maximumEuro: 1442 },
  ),
  rij(
    58,
    'BREDE_INTAKE_NA_BOETE',
    { bekendmakingOp: '2026-07-10' },
    { uiterlijkOp: '2026-09-10', laatsteWerkdagOp: '2026-09-10' },
  ),
  rij(
    60,
    'NIEUWE_TERMIJN_NA_BOETE',
    { bekendmakingOp: '2029-06-14', artikel: '24', ontbrekendeOnderdelen: 1 },
    { uiterlijkOp: '2029-12-14', maanden: 6 },
  ),
  rij(
    61,
    'NIEUWE_TERMIJN_NA_BOETE',
    { bekendmakingOp: '2029-06-14', artikel: '24', ontbrekendeOnderdelen: 2 },
    { uiterlijkOp: '2030-06-14', maanden: 12 },
  ),
  rij(
    63,
    'NIEUWE_TERMIJN_NA_BOETE',
    { bekendmakingOp: '2029-06-14', artikel: '25', behaaldeOnderdelen: 0 },
    { uiterlijkOp: '2031-06-14', maanden: 24 },
  ),
  rij(
    64,
    'RECIDIVE_ARTIKEL_23',
    {
      constateringOp: '2027-03-19',
      eerdereConstateringOp: '2026-03-20',
      eerdereBoeteOnherroepelijk: true,
    },
    { uiterlijkOp: null, recidive: true, basisbedragEuro: 100, vensterVanaf: '2026-03-19' },
  ),
  rij(
    66,
    'RECIDIVE_ARTIKEL_23',
    {
      constateringOp: '2026-12-01',
      eerdereConstateringOp: '2026-09-01',
      eerdereBoeteOnherroepelijk: false,
    },
    { uiterlijkOp: null, recidive: false, basisbedragEuro: 50 },
  ),
  rij(
    67,
    'VERVAL_BOETEBEVOEGDHEID',
    { overtredingOp: '2026-10-01', artikel: '22' },
    { uiterlijkOp: '2029-10-01' },
  ),
  rij(69, 'BOETEBESLUIT', { boeterapportOp: '2026-10-01' }, { uiterlijkOp: '2026-12-31' }),
  rij(
    70,
    'BEWAARTERMIJN',
    { eindePlicht: '2029-03-14', categorie: 'dossier' },
    { uiterlijkOp: '2034-03-14' },
  ),
  rij(
    71,
    'BEWAARTERMIJN',
    { eindePlicht: '2029-03-14', categorie: 'kern' },
    { uiterlijkOp: '2079-03-14' },
  ),
  rij(
    72,
    'HUISVESTING',
    { vergunningOp: '2026-06-01' },
    { uiterlijkOp: '2026-09-07', koppelingOp: '2026-06-15', woningOp: '2026-08-24' },
  ),
  rij(
    73,
    'VRIJE_TERMIJN',
    { vanafOp: '2027-01-01', weken: 13, richting: 'terug', algemeneTermijnenwet: false },
    { uiterlijkOp: '2026-10-02' },
  ),
  rij(
    74,
    'VRIJE_TERMIJN',
    { vanafOp: '2016-02-29', maanden: 3, algemeneTermijnenwet: true },
    { uiterlijkOp: '2016-05-30' },
  ),
];
