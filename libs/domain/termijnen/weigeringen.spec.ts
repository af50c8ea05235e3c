/** Real: the engine and its table. Nothing is faked. */
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { REKENAARS } from './regels/rekenaars.js';
import type { TermijnFout, TermijnUitkomst, TermijnVerzoek } from './typen.js';

const OMGEVING = { kalender: STANDAARD_KALENDER };
const D = '2026-05-11';

/** At least one complete set of facts per code, and one per shape of facts. */
const VOLLEDIG: readonly (readonly [string, Record<string, unknown>])[] = [
  ['PIP_VASTSTELLEN', { aanvangOp: D }],
  ['PIP_VASTSTELLEN', { kennisgevingOp: D, gehuisvestViaHvw28: false }],
  ['PIP_NA_INFORMATIE_DERDEN', { ontvangenOp: D }],
  ['PIP_NA_VERHUIZING', { inschrijvingOp: D }],
  ['BREDE_INTAKE_NA_BOETE', { bekendmakingOp: D }],
  ['INBURGERINGSTERMIJN', { pipDagtekening: D }],
  ['VERLENGING', { grond: 'b', eindeTermijn: D }],
  ['VERLENGING', { grond: 'f', eindeTermijn: D, duurMaanden: 4 }],
  ['VERLENGING', { grond: 'h', eindeTermijn: D, van: '2025-01-01', tot: '2025-06-30' }],
  ['VERLENGING', { grond: 'g', eindeTermijn: D, leerroute: 'O', pipDagtekening: '2023-05-11' }],
  ['VERLENGING', { grond: 'opleiding', eindeTermijn: D, soort: 'pro', nogBezig: true }],
  ['VERLENGINGSAANVRAAG_VANAF', { eindeTermijn: D }],
  ['BESLISSING_VERLENGING', { ontvangenOp: D }],
  ['LEERROUTE_WIJZIGEN', { pipDagtekening: D }],
  ['AANBOD_RICHTDATUM', { pipDagtekening: D, leerroute: 'Z' }],
  ['ONTZORGEN', { rechtOpBijstandOp: D }],
  ['NIEUWE_TERMIJN_NA_BOETE', { bekendmakingOp: D, artikel: '24', ontbrekendeOnderdelen: 1 }],
  [
    'NIEUWE_TERMIJN_NA_BOETE',
    { bekendmakingOp: D, artikel: '24+25', ontbrekendeOnderdelen: 2, behaaldeOnderdelen: 4 },
  ],
  ['HERHAALDE_BOETE', { eindeTweedeTermijn: D }],
  ['RECIDIVE_ARTIKEL_23', { constateringOp: D, eerdere: [] }],
  [
    'RECIDIVE_ARTIKEL_23',
    { constateringOp: D, eerdereConstateringOp: '2026-01-05', eerdereBoeteOnherroepelijk: true },
  ],
  ['BOETEBESLUIT', { boeterapportOp: D }],
  ['VERVAL_BOETEBEVOEGDHEID', { overtredingOp: D, artikel: '25' }],
  ['BEZWAARTERMIJN', { bekendmakingOp: D }],
  ['BESLISSING_OP_BEZWAAR', { eindeBezwaartermijn: D, adviescommissie: true }],
  ['VERDAGING_BEZWAAR', { eindeBeslistermijn: D }],
  ['AANVRAAG_BESLISSEN', { ontvangenOp: D }],
  ['DWANGSOM', { ingebrekestellingOp: D }],
  ['BESLISSING_VRIJSTELLING_ONTHEFFING', { ontvangenOp: D }],
  ['ONDERBREKING', { van: D, tot: '2026-06-11' }],
  ['BEWAARTERMIJN', { eindePlicht: D, categorie: 'kern' }],
  ['HUISVESTING', { vergunningOp: D }],
  ['BESLISSING_SOCIALE_LENING', { ontvangenOp: D }],
  ['AFLOSSING_SOCIALE_LENING_VANAF', { eindePlicht: D }],
  ['VRIJE_TERMIJN', { vanafOp: D, weken: 2, algemeneTermijnenwet: true }],
];
const OPSCHORTBAAR = [
  'BESLISSING_VERLENGING',
  'VERVAL_BOETEBEVOEGDHEID',
  'BESLISSING_OP_BEZWAAR',
  'VERDAGING_BEZWAAR',
  'AANVRAAG_BESLISSEN',
  'VRIJE_TERMIJN',
];

function reken(termijn: string, feiten: unknown, rest: object = {}): TermijnUitkomst {
  return berekenTermijn({ termijn, feiten, ...rest } as TermijnVerzoek, OMGEVING);
}

function fout(uitkomst: TermijnUitkomst): TermijnFout | null {
  return uitkomst.ok ? null : uitkomst.fout;
}

describe.each(VOLLEDIG)('%s', (termijn, feiten) => {
  it('antwoordt op een volledig verzoek, met uitleg en bron', () => {
    const uitkomst = reken(termijn, feiten);
    expect(uitkomst).toMatchObject({ ok: true, antwoord: { termijn } });
    if (!uitkomst.ok) return;
    expect(uitkomst.antwoord.uitleg.length).toBeGreaterThan(0);
    expect(uitkomst.antwoord.bron.url).toMatch(/^https:\/\/wetten\.overheid\.nl\/BWBR/);
  });

  it('weigert een feit te veel en noemt het', () => {
    for (const naam of ['kleur', 'constructor', 'toString']) {
      expect(fout(reken(termijn, { ...feiten, [naam]: 'x' }))).toMatchObject({
        code: 'FEIT_OVERBODIG',
        veld: naam,
      });
    }
  });

  it('weigert een ontbrekend feit en noemt het', () => {
    for (const naam of Object.keys(feiten)) {
      const { [naam]: _weg, ...rest } = feiten;
      const uitkomst = fout(reken(termijn, rest));
      expect(uitkomst?.code).toBe('FEIT_ONTBREEKT');
      if (uitkomst?.code === 'FEIT_ONTBREEKT') {
        expect(uitkomst.melding).toContain(uitkomst.veld);
      }
    }
  });

  it('weigert een waarde die niet kan en noemt het feit', () => {
    for (const naam of Object.keys(feiten)) {
      for (const waarde of ['2026-04-31', null, {}, -1, 1.5]) {
        expect(fout(reken(termijn, { ...feiten, [naam]: waarde }))).toMatchObject({
          code: 'FEIT_ONGELDIG',
          veld: naam,
        });
      }
    }
  });

  it(`${OPSCHORTBAAR.includes(termijn) ? 'aanvaardt' : 'weigert met reden'} een schorsing`, () => {
    const schorsingen = [{ van: D, tot: '2026-05-12', grond: 'aanvulling gevraagd' }];
    const uitkomst = fout(reken(termijn, feiten, { schorsingen }));
    if (OPSCHORTBAAR.includes(termijn)) expect(uitkomst).toBeNull();
    else {
      expect(uitkomst).toMatchObject({
        code: 'SCHORSING_ONBEKEND_BIJ_TERMIJN',
        veld: 'schorsingen',
      });
      expect(uitkomst?.melding.length).toBeGreaterThan(30);
    }
    expect(fout(reken(termijn, feiten, { schorsingen: [] }))).toBeNull();
  });
});

describe('het verzoek', () => {
  it('kent in deze proef elke code die de rekenkern heeft', () => {
    expect([...new Set(VOLLEDIG.map(([code]) => code))].sort()).toEqual(
      [...REKENAARS.keys()].sort(),
    );
  });

  it.each([
    ['termijn', { feiten: {} }],
    ['termijn', { termijn: 'toString', feiten: {} }],
    ['feiten', { termijn: 'ONTZORGEN' }],
    ['feiten', { termijn: 'ONTZORGEN', feiten: [] }],
    [
      'peildatum',
      { termijn: 'ONTZORGEN', feiten: { rechtOpBijstandOp: D }, peildatum: '2026-02-30' },
    ],
    ['extra', { termijn: 'ONTZORGEN', feiten: { rechtOpBijstandOp: D }, extra: 1 }],
  ])('noemt %s als dat veld niet klopt', (veld, verzoek) => {
    expect(fout(berekenTermijn(verzoek as unknown as TermijnVerzoek, OMGEVING))?.veld).toBe(veld);
  });

  it.each([
    ['schorsingen', 'x'],
    ['schorsingen[0]', [1]],
    ['schorsingen[0].van', [{ grond: 'x' }]],
    ['schorsingen[0].van', [{ van: '2026-02-30', grond: 'x' }]],
    ['schorsingen[0].tot', [{ van: D, tot: '2026-05-10', grond: 'x' }]],
    ['schorsingen[0].grond', [{ van: D }]],
    [
      'schorsingen[1].grond',
      [
        { van: D, grond: 'x' },
        { van: D, grond: ' ' },
      ],
    ],
    ['schorsingen[0].door', [{ van: D, grond: 'x', door: 'y' }]],
  ])('noemt %s als een schorsing niet klopt', (veld, schorsingen) => {
    expect(fout(reken('AANVRAAG_BESLISSEN', { ontvangenOp: D }, { schorsingen }))?.veld).toBe(veld);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['tot', 'ONDERBREKING', { van: D, tot: '2026-05-10' }],
    ['tot', 'VERLENGING', { grond: 'a', eindeTermijn: D, van: '2026-01-02', tot: '2026-01-01' }],
    [
      'tot',
      'VERLENGING',
      { grond: 'opleiding', soort: 'vso', eindeTermijn: D, van: D, tot: '2026-05-12' },
    ],
    [
      'nogBezig',
      'VERLENGING',
      { grond: 'opleiding', soort: 'vso', eindeTermijn: D, nogBezig: false },
    ],
    ['van', 'VERLENGING', { grond: 'b', eindeTermijn: D, van: D }],
    ['leerroute', 'VERLENGING', { grond: 'e', eindeTermijn: D, leerroute: 'Z', duurMaanden: 4 }],
    ['peildatum', 'VERLENGING', { grond: 'g', eindeTermijn: D, leerroute: 'B', pipDagtekening: D }],
    [
      'eerstePipDagtekening',
      'INBURGERINGSTERMIJN',
      { pipDagtekening: D, eerstePipDagtekening: '2026-05-12' },
    ],
    ['ingebrekestellingOp', 'DWANGSOM', { ingebrekestellingOp: D, eindeBeslistermijn: D }],
    [
      'eerdereConstateringOp',
      'RECIDIVE_ARTIKEL_23',
      { constateringOp: D, eerdereConstateringOp: '2026-05-12', eerdereBoeteOnherroepelijk: true },
    ],
    [
      'eerdere[0].onherroepelijk',
      'RECIDIVE_ARTIKEL_23',
      { constateringOp: D, eerdere: [{ constateringOp: D, basisbedragEuro: 50 }] },
    ],
    [
      'eerdere[0].basisbedragEuro',
      'RECIDIVE_ARTIKEL_23',
      {
        constateringOp: D,
        eerdere: [{ constateringOp: D, basisbedragEuro: 75, onherroepelijk: true }],
      },
    ],
    ['weken', 'VRIJE_TERMIJN', { vanafOp: D, dagen: 2, weken: 2, algemeneTermijnenwet: false }],
    ['dagen', 'VRIJE_TERMIJN', { vanafOp: D, algemeneTermijnenwet: false }],
    [
      'gevolgdeUren',
      'NIEUWE_TERMIJN_NA_BOETE',
      { bekendmakingOp: D, artikel: '25', leerroute: 'Z', doelgroep: 'gezin', gevolgdeUren: 800 },
    ],
    ['aanvangOp', 'PIP_VASTSTELLEN', { aanvangOp: '2021-12-31' }],
    ['eindePlicht', 'BEWAARTERMIJN', { eindePlicht: '2151-01-01', categorie: 'kern' }],
  ])('noemt %s als %s niet kan', (veld, termijn, feiten) => {
    expect(fout(reken(termijn, feiten))?.veld).toBe(veld);
  });
});
