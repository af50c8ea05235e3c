const D = '2026-05-11';

/** A refusal: code and the field it names. */
type Weigering = readonly [code: string, veld: string];

/** A complete request of one shape. */
export interface Vorm {
  readonly termijn: string;
  readonly feiten: Readonly<Record<string, unknown>>;
  /**
   * What leaving out a fact gives where that is not FEIT_ONTBREEKT with its own name: null when the
   * fact may be left out, else the refusal (another shape of facts is then asked for).
   */
  readonly weggelaten?: Readonly<Record<string, Weigering | null>>;
}

const vorm = (
  termijn: string,
  feiten: Vorm['feiten'],
  weggelaten: NonNullable<Vorm['weggelaten']> = {},
): Vorm => ({ termijn, feiten, weggelaten });

const VAN_TOT = { van: '2025-01-01', tot: '2025-06-30' };
const VAN_ONTBREEKT: Weigering = ['FEIT_ONTBREEKT', 'van'];
const DAGEN_ONTBREEKT: Weigering = ['FEIT_ONTBREEKT', 'dagen'];

const MET_DUUR = ['a', 'd', 'e', 'f', 'h', 'i', 'j'].flatMap((grond) => [
  vorm('VERLENGING', { grond, eindeTermijn: D, ...VAN_TOT }),
  vorm('VERLENGING', { grond, eindeTermijn: D, duurMaanden: 4 }, { duurMaanden: VAN_ONTBREEKT }),
]);
const ZONDER_DUUR = ['b', 'c', 'inspanningen'].map((grond) =>
  vorm('VERLENGING', { grond, eindeTermijn: D }),
);
const OPLEIDING = ['pro', 'vso', 'entree'].flatMap((soort) => [
  vorm('VERLENGING', { grond: 'opleiding', soort, eindeTermijn: D, ...VAN_TOT }),
  vorm(
    'VERLENGING',
    { grond: 'opleiding', soort, eindeTermijn: D, nogBezig: true },
    { nogBezig: VAN_ONTBREEKT },
  ),
]);
const LAAT_AANBOD = ['B', 'O', 'Z'].map((leerroute) =>
  vorm(
    'VERLENGING',
    {
      grond: 'g',
      eindeTermijn: D,
      leerroute,
      pipDagtekening: '2023-05-11',
      doelgroep: 'asiel',
      startLessenOp: '2023-12-01',
    },
    // Without a first day the missing time on B and Z is counted up to the reference day.
    {
      doelgroep: null,
      startLessenOp: leerroute === 'O' ? null : ['FEIT_ONTBREEKT', 'peildatum'],
    },
  ),
);
const NA_BOETE = [
  vorm('NIEUWE_TERMIJN_NA_BOETE', { bekendmakingOp: D, artikel: '24', ontbrekendeOnderdelen: 1 }),
  ...['25', '24+25'].flatMap((artikel) => {
    const basis = {
      bekendmakingOp: D,
      artikel,
      ...(artikel === '25' ? {} : { ontbrekendeOnderdelen: 2 }),
    };
    return [
      ...['B', 'O'].map((leerroute) =>
        vorm(
          'NIEUWE_TERMIJN_NA_BOETE',
          { ...basis, leerroute, behaaldeOnderdelen: 4 },
          { leerroute: null },
        ),
      ),
      ...['asiel', 'gezin'].map((doelgroep) =>
        vorm(
          'NIEUWE_TERMIJN_NA_BOETE',
          { ...basis, leerroute: 'Z', doelgroep, gevolgdeUren: 700 },
          { leerroute: ['FEIT_OVERBODIG', 'doelgroep'] },
        ),
      ),
    ];
  }),
];

/** A complete set of facts of every shape of every code. */
export const VORMEN: readonly Vorm[] = [
  vorm('PIP_VASTSTELLEN', { aanvangOp: D }),
  vorm(
    'PIP_VASTSTELLEN',
    { kennisgevingOp: D, gehuisvestViaHvw28: true, inschrijvingOp: '2026-06-11' },
    { inschrijvingOp: null },
  ),
  vorm(
    'PIP_NA_INFORMATIE_DERDEN',
    { ontvangenOp: D, eindeTienWeken: '2026-06-01' },
    { eindeTienWeken: null },
  ),
  vorm('PIP_NA_VERHUIZING', { inschrijvingOp: D }),
  vorm('BREDE_INTAKE_NA_BOETE', { bekendmakingOp: D }),
  vorm(
    'INBURGERINGSTERMIJN',
    { pipDagtekening: D, eerstePipDagtekening: '2026-03-02' },
    { eerstePipDagtekening: null },
  ),
  ...MET_DUUR,
  vorm(
    'VERLENGING',
    { grond: 'e', eindeTermijn: D, duurMaanden: 4, leerroute: 'O' },
    { duurMaanden: VAN_ONTBREEKT, leerroute: null },
  ),
  ...ZONDER_DUUR,
  ...LAAT_AANBOD,
  ...OPLEIDING,
  vorm('VERLENGINGSAANVRAAG_VANAF', { eindeTermijn: D }),
  vorm('BESLISSING_VERLENGING', { ontvangenOp: D }),
  vorm('LEERROUTE_WIJZIGEN', { pipDagtekening: D }),
  ...['B', 'O', 'Z'].map((leerroute) =>
    vorm('AANBOD_RICHTDATUM', { pipDagtekening: D, leerroute }),
  ),
  vorm('ONTZORGEN', { rechtOpBijstandOp: D }),
  ...NA_BOETE,
  vorm('HERHAALDE_BOETE', { eindeTweedeTermijn: D }),
  vorm('RECIDIVE_ARTIKEL_23', { constateringOp: D, eerdere: [] }),
  vorm('RECIDIVE_ARTIKEL_23', {
    constateringOp: D,
    eerdere: [{ constateringOp: '2026-01-05', onherroepelijk: true, basisbedragEuro: 50 }],
  }),
  vorm('RECIDIVE_ARTIKEL_23', {
    constateringOp: D,
    eerdereConstateringOp: '2026-01-05',
    eerdereBoeteOnherroepelijk: true,
  }),
  vorm('BOETEBESLUIT', { boeterapportOp: D }),
  ...['22', '23', '24', '25'].map((artikel) =>
    vorm('VERVAL_BOETEBEVOEGDHEID', { overtredingOp: D, artikel }),
  ),
  vorm('BEZWAARTERMIJN', { bekendmakingOp: D }),
  ...[true, false].map((adviescommissie) =>
    vorm('BESLISSING_OP_BEZWAAR', { eindeBezwaartermijn: D, adviescommissie }),
  ),
  vorm('VERDAGING_BEZWAAR', { eindeBeslistermijn: D }),
  vorm('AANVRAAG_BESLISSEN', { ontvangenOp: D }),
  vorm(
    'DWANGSOM',
    { ingebrekestellingOp: D, eindeBeslistermijn: '2026-05-04' },
    { eindeBeslistermijn: null },
  ),
  vorm('BESLISSING_VRIJSTELLING_ONTHEFFING', { ontvangenOp: D }),
  vorm(
    'ONDERBREKING',
    { van: D, tot: '2026-06-11', eindeTermijn: '2028-05-11' },
    { eindeTermijn: null },
  ),
  ...['dossier', 'kern'].map((categorie) => vorm('BEWAARTERMIJN', { eindePlicht: D, categorie })),
  vorm('HUISVESTING', { vergunningOp: D }),
  vorm('BESLISSING_SOCIALE_LENING', { ontvangenOp: D }),
  vorm('AFLOSSING_SOCIALE_LENING_VANAF', { eindePlicht: D }),
  ...['dagen', 'weken', 'maanden', 'jaren'].flatMap((eenheid) =>
    ['vooruit', 'terug'].map((richting) =>
      vorm(
        'VRIJE_TERMIJN',
        { vanafOp: D, [eenheid]: 2, richting, algemeneTermijnenwet: true },
        { [eenheid]: DAGEN_ONTBREEKT, richting: null },
      ),
    ),
  ),
];

/** The codes of the interface with the names of their facts: fixed, others rely on them. */
export const TERMIJNCODES: Readonly<Record<string, readonly string[]>> = {
  PIP_VASTSTELLEN: ['aanvangOp', 'kennisgevingOp', 'gehuisvestViaHvw28', 'inschrijvingOp'],
  PIP_NA_INFORMATIE_DERDEN: ['ontvangenOp', 'eindeTienWeken'],
  PIP_NA_VERHUIZING: ['inschrijvingOp'],
  BREDE_INTAKE_NA_BOETE: ['bekendmakingOp'],
  INBURGERINGSTERMIJN: ['pipDagtekening', 'eerstePipDagtekening'],
  VERLENGING: [
    'grond',
    'eindeTermijn',
    'van',
    'tot',
    'duurMaanden',
    'leerroute',
    'pipDagtekening',
    'doelgroep',
    'startLessenOp',
    'soort',
    'nogBezig',
  ],
  VERLENGINGSAANVRAAG_VANAF: ['eindeTermijn'],
  BESLISSING_VERLENGING: ['ontvangenOp'],
  LEERROUTE_WIJZIGEN: ['pipDagtekening'],
  AANBOD_RICHTDATUM: ['pipDagtekening', 'leerroute'],
  ONTZORGEN: ['rechtOpBijstandOp'],
  NIEUWE_TERMIJN_NA_BOETE: [
    'bekendmakingOp',
    'artikel',
    'ontbrekendeOnderdelen',
    'leerroute',
    'behaaldeOnderdelen',
    'doelgroep',
    'gevolgdeUren',
  ],
  HERHAALDE_BOETE: ['eindeTweedeTermijn'],
  RECIDIVE_ARTIKEL_23: [
    'constateringOp',
    'eerdere',
    'eerdereConstateringOp',
    'eerdereBoeteOnherroepelijk',
  ],
  BOETEBESLUIT: ['boeterapportOp'],
  VERVAL_BOETEBEVOEGDHEID: ['overtredingOp', 'artikel'],
  BEZWAARTERMIJN: ['bekendmakingOp'],
  BESLISSING_OP_BEZWAAR: ['eindeBezwaartermijn', 'adviescommissie'],
  VERDAGING_BEZWAAR: ['eindeBeslistermijn'],
  AANVRAAG_BESLISSEN: ['ontvangenOp'],
  DWANGSOM: ['ingebrekestellingOp', 'eindeBeslistermijn'],
  BESLISSING_VRIJSTELLING_ONTHEFFING: ['ontvangenOp'],
  ONDERBREKING: ['van', 'tot', 'eindeTermijn'],
  BEWAARTERMIJN: ['eindePlicht', 'categorie'],
  HUISVESTING: ['vergunningOp'],
  BESLISSING_SOCIALE_LENING: ['ontvangenOp'],
  AFLOSSING_SOCIALE_LENING_VANAF: ['eindePlicht'],
  VRIJE_TERMIJN: [
    'vanafOp',
    'dagen',
    'weken',
    'maanden',
    'jaren',
    'richting',
    'algemeneTermijnenwet',
  ],
};
