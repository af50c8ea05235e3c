// Real: what a story in which messages of DUO got lost is held against. Fake: the story, one of the expected ones with
// something changed.
import { vergelijkEinde, vergelijkVerloop } from './einde.js';
import { EINDEN } from './verwacht/einden.js';
import { GEZIN_VERWACHT } from './verwacht/gezin.js';
import type { Verhaal } from './controle.js';

const zonder = (lijnen: readonly string[], deel: string): string[] =>
  lijnen.filter((lijn) => !lijn.includes(deel));
const anders = (lijnen: readonly string[], van: string, naar: string): string[] =>
  lijnen.map((lijn) => lijn.replace(van, naar));
const { journaal, termijnen, berichten } = GEZIN_VERWACHT;

describe('een verhaal waarin meldingen van DUO wegraken', () => {
  it('mag op andere dagen lopen en sporen hebben van de vergelijking die het verlies vond', () => {
    const later: Verhaal = {
      ...GEZIN_VERWACHT,
      journaal: [
        ...anders(anders(journaal, '2027-09-30', '2027-10-26'), '2027-10-05', '2027-10-28'),
        '2026-05-28 verschillenMetDuoVastgesteld',
        '2026-05-28 verschillenMetDuoAfgehandeld',
        '2026-05-26 termijnSignaal BEVESTIGING_DUO verstreken 2026-05-25',
      ],
      termijnen: anders(
        anders(termijnen, '2026-05-25, gehaald 2026-05-13', '2026-05-25, verstreken, te laat'),
        'gehaald 2027-09-30',
        'gehaald 2027-10-26',
      ),
    };
    expect(vergelijkVerloop(later, GEZIN_VERWACHT)).toEqual([]);
  });

  it.each<[string, Partial<Verhaal>, string[]]>([
    ['een andere status', { status: 'open' }, ['status: zonder gesloten', 'status: ook open']],
    [
      'iets dat niet gebeurde',
      { journaal: zonder(journaal, 'eindgesprekGevoerd') },
      ['journaal: zonder eindgesprekGevoerd'],
    ],
    [
      'iets dat er niet bij hoort',
      { journaal: [...journaal, '2027-10-06 trajectHeropend'] },
      ['journaal: ook trajectHeropend'],
    ],
    [
      'een gemiste termijn',
      {
        journaal: [
          ...journaal,
          '2027-11-12 termijnSignaal LEERROUTE_WIJZIGEN verstreken 2027-11-11',
        ],
      },
      ['gemist: ook LEERROUTE_WIJZIGEN'],
    ],
    [
      'een termijn die te laat is',
      {
        termijnen: anders(
          termijnen,
          '2029-05-11, gehaald 2027-09-30',
          '2029-05-11, loopt, te laat',
        ),
      },
      [
        'termijnen: zonder INBURGERINGSTERMIJN 2029-05-11 gehaald',
        'termijnen: ook INBURGERINGSTERMIJN 2029-05-11 loopt, te laat',
      ],
    ],
    [
      'een bericht dat niet aankwam',
      { berichten: anders(berichten, 'MAP_DOORGEVEN bezorgd', 'MAP_DOORGEVEN besloten') },
      ['berichten: zonder MAP_DOORGEVEN bezorgd', 'berichten: ook MAP_DOORGEVEN besloten'],
    ],
  ])('wijkt af met %s', (_wat, wijziging, afwijkingen) => {
    expect(vergelijkVerloop({ ...GEZIN_VERWACHT, ...wijziging }, GEZIN_VERWACHT)).toEqual(
      afwijkingen,
    );
  });

  it('eindigt om dezelfde reden en met dezelfde mijlpalen', () => {
    const { gezin } = EINDEN;
    expect(vergelijkEinde({ ...gezin, mijlpalen: [...gezin.mijlpalen].reverse() }, gezin)).toEqual(
      [],
    );
    expect(
      vergelijkEinde({ reden: 'Overig', mijlpalen: zonder(gezin.mijlpalen, 'pipBezorgd') }, gezin),
    ).toEqual([
      'mijlpalen: zonder pipBezorgd',
      'reden van het einde: zonder Inburgeringsplicht voldaan',
      'reden van het einde: ook Overig',
    ]);
  });
});
