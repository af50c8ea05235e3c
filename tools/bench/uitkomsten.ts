/** What a regievoerder fills in at each kind of task, for a journey in which DUO has just said something. */
export const UITKOMSTEN: Readonly<Record<string, object>> = {
  'scenario-kiezen': { soort: 'kiesScenario', scenario: 'na-verhuizing' },
  'driegesprek-voeren': {
    soort: 'rondDriegesprekAf',
    vorm: 'telefonisch',
    gevoerdOp: '2026-07-01',
  },
  'woning-vastleggen': { soort: 'legWoningVast', beschikbaarOp: '2026-07-07' },
  'verhuizing-vastleggen': { soort: 'legVerhuizingVast', verhuisdOp: '2026-07-07' },
  'brp-inschrijving-vastleggen': { soort: 'legBrpInschrijvingVast', ingeschrevenOp: '2026-07-14' },
  'bijstand-vastleggen': { soort: 'legBijstandVast', toegekend: true, op: '2026-07-14' },
  'begeleiding-starten': {
    soort: 'startBegeleiding',
    gestartOp: '2026-07-14',
    uitvoerder: 'Team vestiging',
  },
  'ontzorgen-inrichten': {
    soort: 'richtOntzorgenIn',
    ingerichtOp: '2026-07-20',
    betalingen: ['huur', 'zorgverzekering'],
  },
  'regelingen-afronden': {
    soort: 'rondRegelingenAf',
    afgerondOp: '2026-07-20',
    geregeld: ['zorgtoeslag'],
  },
  'intake-uitnodigen': {
    soort: 'nodigUitVoorIntake',
    opgeroepenOp: '2026-07-20',
    afspraakOp: '2026-07-27',
  },
  'lbt-aanmelden': { soort: 'meldAanVoorLbt', aangemeldOp: '2026-07-20' },
  'intake-afnemen': {
    soort: 'legIntakeVast',
    afgenomenOp: '2026-07-27',
    gewezenOpGesprekAlleen: true,
  },
};
