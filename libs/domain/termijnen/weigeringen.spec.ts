/** Real: the engine and its table. Nothing is faked. */
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { berekenReeks } from './reeks.js';
import { VORMEN } from './termijncodes.testdata.js';
import type { TermijnAntwoord, TermijnFout, TermijnUitkomst, TermijnVerzoek } from './typen.js';

const OMGEVING = { kalender: STANDAARD_KALENDER };
const D = '2026-05-11';

const LAAT_AANBOD = { grond: 'g', eindeTermijn: D, pipDagtekening: '2023-05-11' };

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

/** Every step says what, and on which provision it rests. */
function verwachtVolledigeUitleg({ uitleg }: TermijnAntwoord): void {
  expect(uitleg.length).toBeGreaterThan(0);
  for (const { tekst, bron } of uitleg) {
    expect(tekst).not.toBe('');
    expect(bron?.artikel).toMatch(/^\d/);
    expect(bron?.url).toMatch(/^https:\/\/wetten\.overheid\.nl\/BWBR\d+$/);
  }
}

describe.each(VORMEN)('$termijn met $feiten', ({ termijn, feiten, weggelaten }) => {
  const namen = Object.keys(feiten);
  const terug = feiten['richting'] === 'terug';
  const opschortbaar = OPSCHORTBAAR.includes(termijn) && !terug;

  it('antwoordt, met uitleg en bron', () => {
    const uitkomst = reken(termijn, feiten);
    expect(uitkomst).toMatchObject({ ok: true, antwoord: { termijn } });
    if (!uitkomst.ok) return;
    verwachtVolledigeUitleg(uitkomst.antwoord);
    expect(uitkomst.antwoord.bron.url).toMatch(/^https:\/\/wetten\.overheid\.nl\/BWBR/);
  });

  it.each(['kleur', 'Termijn', 'constructor', 'toString', '__proto__'])(
    'weigert %s als feit te veel',
    (naam) => {
      const metExtra = JSON.parse(
        JSON.stringify(feiten).replace(/^\{/, `{"${naam}":"x",`),
      ) as unknown;
      const verwacht = { code: 'FEIT_OVERBODIG', veld: naam };
      expect(fout(reken(termijn, metExtra))).toMatchObject(verwacht);
    },
  );

  it.each(namen)('noemt %s als dat feit ontbreekt, of kan zonder', (naam) => {
    const { [naam]: _weg, ...rest } = feiten;
    const uitkomst = fout(reken(termijn, rest));
    const verwacht = weggelaten?.[naam] ?? ['FEIT_ONTBREEKT', naam];
    if (weggelaten?.[naam] === null) {
      expect(uitkomst).toBeNull();
      return;
    }
    expect([uitkomst?.code, uitkomst?.veld]).toEqual(verwacht);
    expect(uitkomst?.melding).toContain(verwacht[1]);
  });

  it.each(namen)('noemt %s als die waarde niet kan', (naam) => {
    for (const waarde of ['2026-04-31', '2026-02-29', '11-05-2026', '', null, {}, -1, 1.5, 1e9]) {
      const verwacht = { code: 'FEIT_ONGELDIG', veld: naam };
      const uitkomst = fout(reken(termijn, { ...feiten, [naam]: waarde }));
      expect({ waarde, ...uitkomst }).toMatchObject({ waarde, ...verwacht });
      expect(uitkomst?.melding).toContain(naam);
    }
  });

  it(`${opschortbaar ? 'aanvaardt' : 'weigert met reden'} een schorsing`, () => {
    const schorsingen = [{ van: D, tot: '2026-05-12', grond: 'aanvulling gevraagd' }];
    const uitkomst = fout(reken(termijn, feiten, { schorsingen }));
    if (opschortbaar) expect(uitkomst).toBeNull();
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

describe('de uitleg', () => {
  it('heeft bij elke stap van een open opschorting een bron', () => {
    const schorsingen = [{ van: '2026-06-01', grond: 'aanvulling gevraagd' }];
    const rest = { schorsingen, peildatum: '2026-07-01' };
    const uitkomst = reken('AANVRAAG_BESLISSEN', { ontvangenOp: D }, rest);
    expect(uitkomst).toMatchObject({ ok: true, antwoord: { uiterlijkOp: null } });
    if (uitkomst.ok) verwachtVolledigeUitleg(uitkomst.antwoord);
  });

  it.each([
    ['VERLENGING', { grond: 'opleiding' }, '4.3 lid 2'],
    ['VERLENGING', { grond: 'a', van: '2035-01-01', tot: '2035-12-31' }, '4.1'],
    ['ONDERBREKING', { van: '2035-01-01', tot: '2035-02-01' }, '4.2'],
  ])('noemt bij een %s die niet meetelt haar bepaling', (termijn, feiten, artikel) => {
    const vraag = { termijn: 'INBURGERINGSTERMIJN', feiten: { pipDagtekening: D } };
    const daarna = [{ vraag: { termijn, feiten }, feit: 'eindeTermijn' as const }];
    const uitkomst = berekenReeks({ vraag, daarna }, OMGEVING);
    if (!uitkomst.ok) throw new Error(uitkomst.fout.code);
    verwachtVolledigeUitleg(uitkomst.antwoord);
    expect(uitkomst.antwoord.uitleg.at(-1)).toMatchObject({
      tekst: expect.stringContaining('Telt niet mee') as string,
      bron: { artikel },
    });
  });
});

describe('het verzoek', () => {
  it.each([
    ['termijn', { feiten: {} }],
    ['termijn', { termijn: 'toString', feiten: {} }],
    ['termijn', { termijn: 'pip_vaststellen', feiten: {} }],
    ['termijn', { termijn: 7, feiten: {} }],
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

  it.each<[string, string, object]>([
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
    [
      'startLessenOp',
      'VERLENGING',
      { ...LAAT_AANBOD, leerroute: 'B', startLessenOp: '2021-05-10' },
    ],
    [
      'startLessenOp',
      'VERLENGING',
      { ...LAAT_AANBOD, leerroute: 'O', startLessenOp: '2021-05-10' },
    ],
    [
      'pipDagtekening',
      'VERLENGING',
      { ...LAAT_AANBOD, leerroute: 'Z', pipDagtekening: '2026-05-12', startLessenOp: '2027-01-04' },
    ],
    ...['a', 'd', 'e', 'f', 'h', 'i', 'j'].map((grond): [string, string, object] => [
      'van',
      'VERLENGING',
      { grond, eindeTermijn: '2029-05-11', van: '2029-05-12', tot: '2035-12-31' },
    ]),
    ['van', 'ONDERBREKING', { eindeTermijn: '2029-05-11', van: '2029-05-12', tot: '2029-06-12' }],
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

  it.each([
    ['VERLENGING', { ...LAAT_AANBOD, leerroute: 'B', startLessenOp: '2023-05-01' }],
    ['VERLENGING', { ...LAAT_AANBOD, leerroute: 'O', startLessenOp: '2021-05-11' }],
    ['VERLENGING', { grond: 'a', eindeTermijn: D, van: D, tot: '2026-12-31' }],
    ['ONDERBREKING', { eindeTermijn: D, van: D, tot: '2026-06-11' }],
  ])('laat %s met %o, net aan de goede kant, toe', (termijn, feiten) => {
    expect(fout(reken(termijn, feiten))).toBeNull();
  });
});
