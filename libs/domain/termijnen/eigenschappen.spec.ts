/**
 * Real: the engine, the standard calendar, its table. Nothing is faked; facts are generated.
 * npm run test:volledig has twenty times as many cases.
 */
import { omvang } from '#test/support/omvang.js';
import fc from 'fast-check';
import { naarDatum, plusDagen, vanDagnummer, dagnummer, type IsoDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER, uitgeslotenDag } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import type { Schorsing, TermijnAntwoord, TermijnVerzoek } from './typen.js';

const AANTAL = omvang({ poort: 10_000, volledig: 200_000 });
const OMGEVING = { kalender: STANDAARD_KALENDER };
const proef = { numRuns: AANTAL };

function antwoord(verzoek: TermijnVerzoek): TermijnAntwoord {
  const uitkomst = berekenTermijn(verzoek, OMGEVING);
  if (!uitkomst.ok) throw new Error(`${uitkomst.fout.code} ${uitkomst.fout.veld}`);
  return uitkomst.antwoord;
}

const datum = fc
  .integer({ min: dagnummer(naarDatum('2022-01-01')), max: dagnummer(naarDatum('2099-12-31')) })
  .map(vanDagnummer);

/** Codes that count forward from one date, with the fact and what else they need. */
const MET_TERMIJNENWET: readonly (readonly [string, string, Record<string, unknown>, number])[] = [
  ['PIP_VASTSTELLEN', 'aanvangOp', {}, 70],
  ['PIP_NA_INFORMATIE_DERDEN', 'ontvangenOp', {}, 14],
  ['PIP_NA_VERHUIZING', 'inschrijvingOp', {}, 70],
  ['BESLISSING_VERLENGING', 'ontvangenOp', {}, 56],
  ['BEZWAARTERMIJN', 'bekendmakingOp', {}, 42],
  ['BESLISSING_OP_BEZWAAR', 'eindeBezwaartermijn', { adviescommissie: true }, 84],
  ['VERDAGING_BEZWAAR', 'eindeBeslistermijn', {}, 42],
  ['AANVRAAG_BESLISSEN', 'ontvangenOp', {}, 56],
  ['BESLISSING_SOCIALE_LENING', 'ontvangenOp', {}, 56],
  ['BESLISSING_VRIJSTELLING_ONTHEFFING', 'ontvangenOp', {}, 56],
  ['VRIJE_TERMIJN', 'vanafOp', { algemeneTermijnenwet: true, dagen: 90 }, 90],
  ['VRIJE_TERMIJN', 'vanafOp', { algemeneTermijnenwet: true, dagen: 2 }, 2],
];
const ZONDER_TERMIJNENWET: readonly (readonly [string, string, Record<string, unknown>, number])[] =
  [
    ['BOETEBESLUIT', 'boeterapportOp', {}, 91],
    ['HUISVESTING', 'vergunningOp', {}, 98],
    ['VRIJE_TERMIJN', 'vanafOp', { algemeneTermijnenwet: false, weken: 6 }, 42],
    ['VRIJE_TERMIJN', 'vanafOp', { algemeneTermijnenwet: true, dagen: 91 }, 91],
    ['VRIJE_TERMIJN', 'vanafOp', { algemeneTermijnenwet: true, weken: 13 }, 91],
  ];
const OVERIG: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['BREDE_INTAKE_NA_BOETE', 'bekendmakingOp', {}],
  ['INBURGERINGSTERMIJN', 'pipDagtekening', {}],
  ['LEERROUTE_WIJZIGEN', 'pipDagtekening', {}],
  ['AANBOD_RICHTDATUM', 'pipDagtekening', { leerroute: 'O' }],
  ['ONTZORGEN', 'rechtOpBijstandOp', {}],
  ['NIEUWE_TERMIJN_NA_BOETE', 'bekendmakingOp', { artikel: '25', behaaldeOnderdelen: 1 }],
  ['HERHAALDE_BOETE', 'eindeTweedeTermijn', {}],
  ['VERVAL_BOETEBEVOEGDHEID', 'overtredingOp', { artikel: '23' }],
  ['DWANGSOM', 'ingebrekestellingOp', {}],
  ['BEWAARTERMIJN', 'eindePlicht', { categorie: 'dossier' }],
  ['VERLENGING', 'eindeTermijn', { grond: 'inspanningen' }],
];
const VOORUIT = [
  ...[...MET_TERMIJNENWET, ...ZONDER_TERMIJNENWET].map(([c, f, e]) => [c, f, e] as const),
  ...OVERIG,
];

describe('eigenschappen van de termijnberekening', () => {
  it('eindigt nooit op een uitgesloten dag als de Termijnenwet geldt, en schuift geen dag te ver', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MET_TERMIJNENWET),
        datum,
        ([termijn, feit, extra, n], start) => {
          const einde = antwoord({ termijn, feiten: { ...extra, [feit]: start } }).uiterlijkOp!;
          expect(uitgeslotenDag(STANDAARD_KALENDER, einde)).toBeNull();
          for (let dag = plusDagen(start, n); dag < einde; dag = plusDagen(dag, 1)) {
            expect(uitgeslotenDag(STANDAARD_KALENDER, dag)).not.toBeNull();
          }
          expect(einde >= plusDagen(start, n)).toBe(true);
        },
      ),
      proef,
    );
  });

  it('verschuift nooit als de Termijnenwet niet geldt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONDER_TERMIJNENWET),
        datum,
        ([termijn, feit, extra, n], start) => {
          const { uiterlijkOp } = antwoord({ termijn, feiten: { ...extra, [feit]: start } });
          expect(uiterlijkOp).toBe(plusDagen(start, n));
        },
      ),
      proef,
    );
  });

  it('geeft bij een latere aanvang nooit een eerder einde', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VOORUIT),
        datum,
        fc.nat(400),
        ([termijn, feit, extra], a, n) => {
          const einde = (start: IsoDatum): string =>
            antwoord({ termijn, feiten: { ...extra, [feit]: start } }).uiterlijkOp ?? '';
          expect(einde(plusDagen(a, n)) >= einde(a)).toBe(true);
        },
      ),
      proef,
    );
  });

  it('bevat ten minste twee werkdagen in een termijn van drie dagen of meer', () => {
    fc.assert(
      fc.property(datum, fc.integer({ min: 3, max: 12 }), (vanafOp, dagen) => {
        const einde = antwoord({
          termijn: 'VRIJE_TERMIJN',
          feiten: { vanafOp, dagen, algemeneTermijnenwet: true },
        }).uiterlijkOp!;
        let werkdagen = 0;
        for (let dag = plusDagen(vanafOp, 1); dag <= einde; dag = plusDagen(dag, 1)) {
          if (uitgeslotenDag(STANDAARD_KALENDER, dag) === null) werkdagen += 1;
        }
        expect(werkdagen).toBeGreaterThanOrEqual(2);
      }),
      proef,
    );
  });
});

describe('eigenschappen van de opschorting', () => {
  /** Without the Termijnenwet, so that the end before the shift is seen. */
  const kaal = (vanafOp: IsoDatum, schorsingen: readonly Schorsing[]): IsoDatum =>
    antwoord({
      termijn: 'VRIJE_TERMIJN',
      feiten: { vanafOp, weken: 8, algemeneTermijnenwet: false },
      schorsingen,
    }).uiterlijkOp!;
  const besluit = (ontvangenOp: IsoDatum, schorsingen: readonly Schorsing[]): TermijnAntwoord =>
    antwoord({ termijn: 'AANVRAAG_BESLISSEN', feiten: { ontvangenOp }, schorsingen });
  const stuk = (start: IsoDatum, [na, lengte]: readonly [number, number]): Schorsing => ({
    van: plusDagen(start, na),
    tot: plusDagen(start, na + lengte - 1),
    grond: 'aanvulling gevraagd',
  });
  const plek = fc.tuple(fc.integer({ min: 1, max: 56 }), fc.integer({ min: 1, max: 120 }));
  const ruim = fc.tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 1, max: 60 }));

  it('verschuift met precies het aantal dagen van een schorsing binnen de termijn', () => {
    fc.assert(
      fc.property(datum, plek, (start, p) => {
        expect(kaal(start, [stuk(start, p)])).toBe(plusDagen(start, 56 + p[1]));
      }),
      proef,
    );
  });

  it('geeft voor een in tweeën geknipte schorsing hetzelfde antwoord', () => {
    fc.assert(
      fc.property(datum, plek, fc.nat(119), (start, [na, lengte], knip) => {
        fc.pre(lengte > 1);
        const eerste = 1 + (knip % (lengte - 1));
        const heel = besluit(start, [stuk(start, [na, lengte])]);
        const delen = [stuk(start, [na, eerste]), stuk(start, [na + eerste, lengte - eerste])];
        expect(besluit(start, delen)).toEqual(heel);
      }),
      proef,
    );
  });

  it('hangt niet af van de volgorde en telt overlap een keer', () => {
    const geval = fc
      .array(ruim, { minLength: 1, maxLength: 6 })
      .chain((lijst) =>
        fc.tuple(fc.constant(lijst), fc.shuffledSubarray(lijst, { minLength: lijst.length })),
      );
    fc.assert(
      fc.property(datum, geval, (start, [lijst, geschud]) => {
        const schorsingen = lijst.map((p) => stuk(start, p));
        const einde = kaal(start, schorsingen);
        expect(
          besluit(
            start,
            geschud.map((p) => stuk(start, p)),
          ),
        ).toEqual(besluit(start, schorsingen));
        // The last day is the 56th day that no suspension covers.
        let vrij = 0;
        for (let dag = plusDagen(start, 1); dag <= einde; dag = plusDagen(dag, 1)) {
          if (!schorsingen.some((s) => s.van <= dag && dag <= (s.tot ?? ''))) vrij += 1;
        }
        expect(vrij).toBe(56);
      }),
      { numRuns: AANTAL },
    );
  });

  it('geeft na een correctie en haar terugdraaiing het eerste antwoord', () => {
    fc.assert(
      fc.property(datum, datum, plek, (juist, verkeerd, p) => {
        const s = [stuk(juist, p)];
        const eerste = besluit(juist, s);
        besluit(verkeerd, s);
        expect(besluit(juist, s)).toEqual(eerste);
      }),
      proef,
    );
  });
});
