/** Real: the engine and the check of the table. Planted: rows of an invented change of law. */
import { naarDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { bron } from './artikelen.js';
import { berekenTermijn } from './bereken.js';
import { controleerTabel, versiesVan } from './controleer-tabel.js';
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
