// Real: the core and the recorded journals in git; no Temporal, no database. Fake: one rule at a time, where a test
// plants another. E23.
import { naarDatum, plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import type { TermijnRij } from '#domain/termijnen/typen.js';
import { WETTELIJKE_TERMIJNEN } from '#domain/termijnen/wettelijke-termijnen.js';
import { besloten, geweigerd, wi } from '#domain/traject/kern.js';
import { isVoorouder, waaromGeenVerleden } from '#test/support/git.js';
import {
  beslisOpnieuw,
  vouwOpname,
  type Journaalopname,
  type Verschil,
} from '#test/support/journaalopname.js';
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

/** The law changes by a row of its own: twelve weeks from this day on. */
function wetVanaf(dag: IsoDatum): readonly TermijnRij[] {
  return WETTELIJKE_TERMIJNEN.flatMap((rij) =>
    rij.code === 'PIP_VASTSTELLEN' && rij.geldigTot === undefined
      ? [
          { ...rij, geldigTot: plusDagen(dag, -1) },
          { ...rij, duur: { aantal: 12, eenheid: 'weken' as const }, geldigVanaf: dag },
        ]
      : [rij],
  );
}

/** The last day on which DUO told of the plicht, in this recording. */
function laatsteKennisgeving({ groepen }: Journaalopname): IsoDatum {
  const dagen = groepen.flatMap(({ opdracht }) =>
    opdracht?.soort === 'verwerkPlicht' ? [opdracht.feiten.kennisgevingOp ?? ''] : [],
  );
  return naarDatum(dagen.sort().at(-1) ?? '');
}

interface AndereRegel {
  readonly wat: string;
  readonly journaal: string;
  /** The module of the rule, the object of rules in it, and the rule. */
  readonly plek: readonly [module: string, uitvoer: string, regel: string | null];
  readonly anders: () => unknown;
  readonly was: unknown;
  readonly wordt: unknown;
}

/** A rule that was changed in the code itself; all else is as it is. */
const REGELS: readonly AndereRegel[] = [
  {
    wat: 'toelaat wat geweigerd was',
    journaal: 'pip-te-laat',
    plek: ['#domain/pip/besluit.js', 'pipBesluiten', 'stelPipVast'],
    anders: () => besloten(),
    was: expect.objectContaining({ geweigerd: 'PIP_NIET_OPGESTELD' }),
    wordt: [],
  },
  {
    wat: 'weigert wat mocht',
    journaal: 'asiel-b1',
    plek: ['#domain/aanbod/besluit.js', 'aanbodBesluiten', 'doeAanbod'],
    anders: () => geweigerd('AANBOD_TE_LAAT', 'Het aanbod komt te laat.', { artikel: wi('16') }),
    was: expect.any(Array),
    wordt: { geweigerd: 'AANBOD_TE_LAAT', artikel: wi('16') },
  },
  {
    wat: 'om een ander artikel weigert',
    journaal: 'pip-te-laat',
    plek: ['#domain/pip/besluit.js', 'pipBesluiten', 'stelPipVast'],
    anders: () => geweigerd('PIP_NIET_OPGESTELD', 'Stel het op.', { artikel: wi('16') }),
    was: { geweigerd: 'PIP_NIET_OPGESTELD', artikel: wi('15') },
    wordt: { geweigerd: 'PIP_NIET_OPGESTELD', artikel: wi('16') },
  },
  {
    wat: 'een termijn niet meer laat lopen',
    journaal: 'asiel-b1',
    plek: ['#domain/traject/regels.js', 'heeftOntzorgen', null],
    anders: () => false,
    was: [expect.objectContaining({ soort: 'termijnGestart', sleutel: 'ONTZORGEN' })],
    wordt: [],
  },
];

/** Decides a recorded journal again with a core in which one rule is another. */
async function beslisMetAndereRegel({
  journaal,
  plek: [module, uitvoer, regel],
  anders,
}: AndereRegel): Promise<readonly Verschil[]> {
  let verschillen: readonly Verschil[] = [];
  await jest.isolateModulesAsync(async () => {
    jest.doMock(module, () => {
      const echt = jest.requireActual<Record<string, object>>(module);
      if (!(uitvoer in echt)) throw new Error(`${module} heeft geen ${uitvoer}.`);
      return {
        ...echt,
        [uitvoer]: regel === null ? anders : { ...echt[uitvoer], [regel]: anders },
      };
    });
    const kern = await import('#test/support/journaalopname.js');
    verschillen = kern.beslisOpnieuw(lees(journaal));
  });
  jest.dontMock(module);
  return verschillen;
}

const geenVerleden = waaromGeenVerleden();
const metVerleden = geenVerleden === null ? it : it.skip;

describe('opgenomen journalen', () => {
  it('zijn er van beide paden, de gemiste termijn en een correctie, elk met zijn commit', () => {
    expect(namen).toEqual(
      expect.arrayContaining([
        'asiel-b1',
        'correctie',
        'feit-gecorrigeerd',
        'gezin-b1',
        'kennisgeving-later',
        'opschorting',
        'pip-te-laat',
        'verlenging',
      ]),
    );
    for (const naam of namen) expect(lees(naam).commit).toMatch(/^[0-9a-f]{40}$/);
  });

  metVerleden.each(namen)(
    `noemen bij %s een commit uit het verleden van deze bronnen${geenVerleden === null ? '' : ` (overgeslagen: ${geenVerleden})`}`,
    (naam) => {
      expect(isVoorouder(lees(naam).commit)).toBe(true);
      for (const { journaal, commit } of afwijkingen) {
        if (journaal === naam) expect(isVoorouder(commit)).toBe(true);
      }
    },
  );

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

    it('blijft gelijk als de wet midden in de opname verandert, de dag na de kennisgeving', () => {
      const wijziging = plusDagen(laatsteKennisgeving(opname), 1);
      const erna = opname.groepen.filter(({ omgeving }) => omgeving.vandaag >= wijziging);
      expect(erna.length).toBeGreaterThan(0);
      const verschillen = beslisOpnieuw(opname, wetVanaf(wijziging));
      expect(verschillen.filter(({ wettelijk }) => wettelijk)).toEqual([]);
    });
  });

  it('veranderen wel als de wet al op de dag van de kennisgeving verandert', () => {
    const opname = lees('gezin-b1');
    const verschillen = beslisOpnieuw(opname, wetVanaf(laatsteKennisgeving(opname)));
    expect(JSON.stringify(verschillen.map(({ wordt }) => wordt))).toContain(
      '"uiterlijkOp":"2026-11-30"',
    );
  });

  it('verraden een termijn die zonder nieuwe rij is veranderd', () => {
    const verschillen = beslisOpnieuw(lees('gezin-b1'), TWAALF_WEKEN);
    expect(verschillen.filter(({ wettelijk }) => wettelijk)).not.toEqual([]);
    expect(JSON.stringify(verschillen[0]?.was)).toContain('"uiterlijkOp":"2026-11-16"');
    expect(JSON.stringify(verschillen[0]?.wordt)).toContain('"uiterlijkOp":"2026-11-30"');
  });

  it.each(REGELS)('verraden een regel die zonder nieuwe rij $wat', async (plant) => {
    const verschillen = await beslisMetAndereRegel(plant);
    expect(verschillen.filter(({ wettelijk }) => wettelijk)).toContainEqual(
      expect.objectContaining({ was: plant.was, wordt: plant.wordt }),
    );
    // The same, without the plant: it is the rule that does it.
    expect(beslisOpnieuw(lees(plant.journaal)).filter(({ wettelijk }) => wettelijk)).toEqual([]);
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
