/** Real: the engine and the check of the table. Planted: rows of an invented change of law. */
import { naarDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { bron } from './artikelen.js';
import { berekenTermijn } from './bereken.js';
import { controleerTabel, versiesVan } from './controleer-tabel.js';
import { RECHTSFEITEN } from './rechtsfeiten.testdata.js';
import type { Duur, TermijnRij } from './typen.js';
import { WETTELIJKE_TERMIJNEN } from './wettelijke-termijnen.js';

const [oud, huidig] = versiesVan(WETTELIJKE_TERMIJNEN, 'PIP_VASTSTELLEN');
const overige = WETTELIJKE_TERMIJNEN.filter((rij) => rij.code !== 'PIP_VASTSTELLEN');
const gewijzigd = [
  ...overige,
  oud!,
  { ...huidig!, geldigTot: naarDatum('2026-12-31') },
  {
    ...huidig!,
    duur: { aantal: 12, eenheid: 'weken' as const },
    geldigVanaf: naarDatum('2027-01-01'),
  },
];

function einde(feiten: Record<string, unknown>): unknown {
  const uitkomst = berekenTermijn(
    { termijn: 'PIP_VASTSTELLEN', feiten },
    { kalender: STANDAARD_KALENDER, tabel: controleerTabel(gewijzigd) },
  );
  return uitkomst.ok
    ? [uitkomst.antwoord.uiterlijkOp, uitkomst.antwoord.bron.geldigVanaf]
    : uitkomst.fout;
}

/** A row of the table in the words of the list of facts. */
function feitVan(rij: TermijnRij): string {
  const duur = (naam: string, van?: Duur): string[] =>
    van === undefined ? [] : [`${naam}${van.aantal} ${van.eenheid}`];
  const lengte = [
    ...duur('', rij.duur),
    ...duur('vanaf ', rij.drempel),
    ...duur('hoogstens ', rij.maximum),
  ];
  const wet = Object.entries({
    Wi: 'Wet inburgering 2021',
    Bi: 'Besluit inburgering 2021',
    Ri: 'Regeling inburgering 2021',
    Pw: 'Participatiewet',
    Awb: 'Algemene wet bestuursrecht',
    Atw: 'Algemene termijnenwet',
    Hvw: 'Huisvestingswet 2014',
  }).find(([, naam]) => naam === rij.bron.wet)?.[0];
  const { algemeneTermijnenwet: atw } = rij;
  return [
    rij.code,
    rij.onderdeel ?? '',
    lengte.join(', '),
    atw === 'markering' ? atw : atw ? 'ja' : 'nee',
    `${wet} ${rij.bron.artikel}`,
    rij.geldigVanaf,
  ].join('|');
}

describe('de wet, los van de tabel opgeschreven', () => {
  it('heeft elke rij met dezelfde lengte, Termijnenwet, bepaling en eerste dag, en geen andere', () => {
    expect(WETTELIJKE_TERMIJNEN.map(feitVan).sort()).toEqual([...RECHTSFEITEN].sort());
  });

  const EXAMEN = { artikel: '25', leerroute: 'B' };
  const uren = (doelgroep: string) => ({ artikel: '25', leerroute: 'Z', doelgroep });
  it.each<[object, string, readonly (readonly [number, number])[]]>([
    [
      { artikel: '24' },
      'ontbrekendeOnderdelen',
      [
        [1, 6],
        [2, 12],
      ],
    ],
    [
      EXAMEN,
      'behaaldeOnderdelen',
      [
        [0, 24],
        [1, 18],
        [2, 12],
        [3, 6],
        [4, 6],
      ],
    ],
    [
      uren('asiel'),
      'gevolgdeUren',
      [
        [0, 24],
        [400, 24],
        [401, 18],
        [800, 18],
        [801, 12],
        [1200, 12],
        [1201, 6],
      ],
    ],
    [
      uren('gezin'),
      'gevolgdeUren',
      [
        [0, 24],
        [200, 24],
        [201, 18],
        [400, 18],
        [401, 12],
        [600, 12],
        [601, 6],
      ],
    ],
  ])('geeft na een boete met %o per %s het aantal maanden aan elke kant', (basis, feit, treden) => {
    const gegeven = treden.map(([aantal]) => {
      const feiten = { bekendmakingOp: '2029-06-14', ...basis, [feit]: aantal };
      const uitkomst = berekenTermijn(
        { termijn: 'NIEUWE_TERMIJN_NA_BOETE', feiten },
        { kalender: STANDAARD_KALENDER },
      );
      return [aantal, uitkomst.ok ? uitkomst.antwoord.maanden : uitkomst.fout];
    });
    expect(gegeven).toEqual(treden);
  });

  it('houdt de bedragen van de dwangsom en het hoogste bedrag bij recidive vast', () => {
    const rij = (code: string) => WETTELIJKE_TERMIJNEN.find((een) => een.code === code);
    expect(rij('DWANGSOM')?.bedragen).toEqual([
      { dagen: 14, euro: 23 },
      { dagen: 14, euro: 35 },
      { dagen: 14, euro: 45 },
    ]);
    expect(rij('RECIDIVE_ARTIKEL_23')?.maximumEuro).toBe(800);
  });
});

describe('een wetswijziging van tien naar twaalf weken', () => {
  it('laat de datum van het feit de versie kiezen', () => {
    expect(einde({ aanvangOp: '2026-12-31' })).toEqual(['2027-03-11', '2023-01-01']);
    expect(einde({ aanvangOp: '2027-01-01' })).toEqual(['2027-03-30', '2027-01-01']);
  });

  it('houdt bij een kennisgeving van vóór de wijziging de oude duur, ook bij latere inschrijving', () => {
    expect(
      einde({
        kennisgevingOp: '2026-12-20',
        gehuisvestViaHvw28: true,
        inschrijvingOp: '2027-02-01',
      }),
    ).toEqual(['2027-04-12', '2023-01-01']);
  });
});

describe('de controle van de tabel', () => {
  const rij = huidig!;
  const tot = (geldigTot: string) => ({ ...oud!, geldigTot: naarDatum(geldigTot) });

  it('aanvaardt de tabel van het project', () => {
    expect(controleerTabel(WETTELIJKE_TERMIJNEN)).toBe(WETTELIJKE_TERMIJNEN);
  });

  it.each([
    ['een gat', 'TABEL_GAT', [tot('2022-12-30'), rij]],
    ['een overlap', 'TABEL_OVERLAP', [tot('2023-01-01'), rij]],
    ['twee open versies', 'TABEL_OVERLAP', [rij, { ...rij, geldigVanaf: naarDatum('2027-01-01') }]],
    ['een omgekeerde versie', 'TABEL_OMGEKEERD', [tot('2021-12-31')]],
    [
      'een onbekend artikel',
      'ARTIKEL_ONBEKEND',
      [{ ...rij, bron: { ...rij.bron, artikel: '99' } }],
    ],
    [
      'een duur van nul',
      'TABEL_DUUR',
      [{ ...rij, duur: { aantal: 0, eenheid: 'weken' as const } }],
    ],
  ])('weigert %s', (_geval, code, rijen) => {
    expect(() => controleerTabel(rijen)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('kent alleen artikelen uit het register', () => {
    expect(() => bron('Wi', '999')).toThrow(
      expect.objectContaining({ code: 'ARTIKEL_ONBEKEND' }) as Error,
    );
  });
});
