// Real: the core and the recorded journals in git. Nothing is faked; no Temporal, no database. E23.
import { naarDatum } from '#domain/datum/datum.js';
import { WETTELIJKE_TERMIJNEN } from '#domain/termijnen/wettelijke-termijnen.js';
import { beslisOpnieuw, vouwOpname, type Journaalopname } from '#test/support/journaalopname.js';
import { JOURNALEN_MAP, leesOpname, opnamenIn } from '#test/support/opnames.js';

interface Afwijking {
  readonly journaal: string;
  readonly groep: number;
  readonly reden: string;
  readonly commit: string;
}

const AFWIJKINGEN = 'afwijkingen.json';
const afwijkingen = leesOpname(JOURNALEN_MAP, AFWIJKINGEN) as readonly Afwijking[];
const namen = opnamenIn(JOURNALEN_MAP, '.json').filter((naam) => `${naam}.json` !== AFWIJKINGEN);

function lees(naam: string): Journaalopname {
  return leesOpname(JOURNALEN_MAP, `${naam}.json`) as Journaalopname;
}

/** Ten weeks become twelve in the row itself, without a new one. */
const TWAALF_WEKEN = WETTELIJKE_TERMIJNEN.map((rij) =>
  rij.code === 'PIP_VASTSTELLEN'
    ? { ...rij, duur: { aantal: 12, eenheid: 'weken' as const } }
    : rij,
);

/** The law changes by a row of its own, from a day after every recorded fact. */
const NIEUWE_RIJ = WETTELIJKE_TERMIJNEN.flatMap((rij) =>
  rij.code === 'PIP_VASTSTELLEN' && rij.geldigTot === undefined
    ? [
        { ...rij, geldigTot: naarDatum('2029-12-31') },
        {
          ...rij,
          duur: { aantal: 12, eenheid: 'weken' as const },
          geldigVanaf: naarDatum('2030-01-01'),
        },
      ]
    : [rij],
);

describe('opgenomen journalen', () => {
  it('zijn er van beide paden, de gemiste termijn en een correctie, elk met zijn commit', () => {
    expect(namen).toEqual(
      expect.arrayContaining([
        'asiel-b1',
        'correctie',
        'gezin-b1',
        'kennisgeving-later',
        'pip-te-laat',
      ]),
    );
    for (const naam of namen) expect(lees(naam).commit).toMatch(/^[0-9a-f]{40}$/);
  });

  describe.each(namen)('%s', (naam) => {
    const opname = lees(naam);

    it('vouwt tot de opgenomen toestand', () => {
      expect(vouwOpname(opname)).toEqual(opname.toestand);
    });

    it('geeft bij opnieuw beslissen dezelfde wettelijke uitkomst', () => {
      const verschillen = beslisOpnieuw(opname);
      expect(verschillen.filter(({ wettelijk }) => wettelijk)).toEqual([]);
      const genoemd = afwijkingen.filter(({ journaal }) => journaal === naam);
      expect(
        verschillen.filter(({ groep }) => !genoemd.some((afwijking) => afwijking.groep === groep)),
      ).toEqual([]);
    });

    it('blijft gelijk als de wet met een nieuwe rij verandert', () => {
      const verschillen = beslisOpnieuw(opname, NIEUWE_RIJ);
      expect(verschillen.filter(({ wettelijk }) => wettelijk)).toEqual([]);
    });
  });

  it('verraden een termijn die zonder nieuwe rij is veranderd', () => {
    const verschillen = beslisOpnieuw(lees('gezin-b1'), TWAALF_WEKEN);
    expect(verschillen.filter(({ wettelijk }) => wettelijk)).not.toEqual([]);
    expect(JSON.stringify(verschillen[0]?.was)).toContain('"uiterlijkOp":"2026-11-16"');
    expect(JSON.stringify(verschillen[0]?.wordt)).toContain('"uiterlijkOp":"2026-11-30"');
  });

  it('verraden een regel die anders weigert', () => {
    const opname = lees('pip-te-laat');
    const anders = opname.groepen.map((groep) =>
      groep.weigering === null
        ? groep
        : { ...groep, weigering: { ...groep.weigering, code: 'IETS_ANDERS' } },
    );
    const verschillen = beslisOpnieuw({ ...opname, groepen: anders });
    expect(verschillen).toEqual([expect.objectContaining({ wettelijk: true })]);
  });

  it('verraden een gebeurtenis die anders gelezen wordt', () => {
    const opname = lees('gezin-b1');
    const anders = opname.groepen.map((groep) => ({
      ...groep,
      gebeurtenissen: groep.gebeurtenissen.map((rij) =>
        rij.gebeurtenis.soort === 'leerrouteGekozen'
          ? { ...rij, gebeurtenis: { ...rij.gebeurtenis, leerroute: 'Z' } }
          : rij,
      ),
    }));
    expect(vouwOpname({ ...opname, groepen: anders })).not.toEqual(opname.toestand);
  });

  it('laten zich niet raden als een gebeurtenis nieuwer is dan de code', () => {
    const opname = lees('gezin-b1');
    const nieuwer = opname.groepen.map((groep) => ({
      ...groep,
      gebeurtenissen: groep.gebeurtenissen.map((rij) => ({ ...rij, versie: 99 })),
    }));
    expect(() => vouwOpname({ ...opname, groepen: nieuwer })).toThrow(/version 99/);
  });
});
