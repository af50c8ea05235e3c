/**
 * Real: the engine, its table, the decisions of the journey. Nothing is faked; facts and calendars are generated, and
 * which rules hold for a code is asked of its row. npm run test:volledig has twenty times as many cases.
 */
import { omvang } from '#test/support/omvang.js';
import fc from 'fast-check';
import { dagnummer, naarDatum, plusDagen, vanDagnummer, type IsoDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER, uitgeslotenDag, type Kalender } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { EERSTE_DAG, GEVALLEN, rijVan, schuiftMee, type Geval } from './eigenschappen.testdata.js';
import type { Schorsing, TermijnAntwoord, TermijnRij, TermijnVerzoek } from './typen.js';
import { WETTELIJKE_TERMIJNEN } from './wettelijke-termijnen.js';

const AANTAL = omvang({ poort: 10_000, volledig: 200_000 });
const proef = { numRuns: AANTAL };

function antwoord(verzoek: TermijnVerzoek, kalender: Kalender = STANDAARD_KALENDER) {
  const uitkomst = berekenTermijn(verzoek, { kalender });
  if (!uitkomst.ok) {
    throw new Error(`${verzoek.termijn}: ${uitkomst.fout.code} ${uitkomst.fout.veld}`);
  }
  return uitkomst.antwoord;
}

const vraag = ({ code, feiten }: Geval, dag: IsoDatum): TermijnVerzoek => ({
  termijn: code,
  feiten: feiten(dag),
});

function eindeVan({ dag }: Geval, gegeven: TermijnAntwoord): IsoDatum {
  const einde = gegeven[dag ?? 'uiterlijkOp'] ?? null;
  if (einde === null) throw new Error(`${gegeven.termijn} geeft geen dag.`);
  return einde;
}

const datum = fc
  .integer({ min: dagnummer(EERSTE_DAG), max: dagnummer(naarDatum('2099-12-31')) })
  .map(vanDagnummer);

const sleutel = ({ code, onderdeel }: { code: string; onderdeel?: string }): string =>
  `${code}/${onderdeel ?? ''}`;

/** Cases of which the row on some day meets this; each row is asked on its own first day. */
function gevallenWaar(klopt: (geval: Geval, rij: TermijnRij) => boolean): readonly Geval[] {
  return GEVALLEN.filter((geval) =>
    WETTELIJKE_TERMIJNEN.some((rij) => sleutel(rij) === sleutel(geval) && klopt(geval, rij)),
  );
}

const uitKalender = (dagen: readonly IsoDatum[]): Kalender => ({
  ...STANDAARD_KALENDER,
  gelijkgesteldeDagen: [
    ...STANDAARD_KALENDER.gelijkgesteldeDagen,
    ...dagen.map((dag) => ({ datum: dag, staatscourant: 'proef' })),
  ],
});

const DAG_MS = 86_400_000;
const iso = (ms: number): IsoDatum => new Date(ms).toISOString().slice(0, 10) as IsoDatum;

/** A second way of counting, on the platform's own calendar: days and weeks on, months to the same day or the last. */
function telZelf(dag: IsoDatum, { aantal, eenheid }: NonNullable<TermijnRij['duur']>): IsoDatum {
  const begin = new Date(`${dag}T00:00:00Z`);
  if (eenheid === 'dagen' || eenheid === 'weken') {
    return iso(begin.getTime() + aantal * (eenheid === 'weken' ? 7 : 1) * DAG_MS);
  }
  const maanden = begin.getUTCMonth() + aantal * (eenheid === 'jaren' ? 12 : 1);
  const laatsteDag = new Date(Date.UTC(begin.getUTCFullYear(), maanden + 1, 0)).getUTCDate();
  const dagVanMaand = Math.min(begin.getUTCDate(), laatsteDag);
  return iso(Date.UTC(begin.getUTCFullYear(), maanden, dagVanMaand));
}

describe('de gevallen van deze proef', () => {
  it('dekken elke rij van de tabel: wie een rij toevoegt, voegt hier een geval toe', () => {
    const gedekt = new Set(GEVALLEN.map(sleutel));
    expect(WETTELIJKE_TERMIJNEN.map(sleutel).filter((rij) => !gedekt.has(rij))).toEqual([]);
  });

  it('kennen termen waarvoor de Termijnenwet wel en niet geldt', () => {
    const codes = (wel: boolean): string[] => [
      ...new Set(gevallenWaar((g, r) => schuiftMee(g, r) === wel).map(({ code }) => code)),
    ];
    expect(codes(true)).toHaveLength(12);
    expect(codes(false)).toEqual(
      expect.arrayContaining(['INBURGERINGSTERMIJN', 'LEERROUTE_WIJZIGEN', 'ONTZORGEN']),
    );
  });
});

describe('eigenschappen van de termijnberekening', () => {
  const WEL = gevallenWaar(schuiftMee);
  const NIET = gevallenWaar((geval, rij) => !schuiftMee(geval, rij));
  const extra = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 });

  it('eindigt nooit op een uitgesloten dag als de Termijnenwet geldt, en schuift geen dag te ver', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WEL), datum, extra, (geval, start, verder) => {
        const zonder = antwoord(vraag(geval, start));
        const rij = rijVan(WETTELIJKE_TERMIJNEN, geval, zonder);
        const duur = geval.duur ?? rij.duur!;
        const geteld = telZelf(start, duur);
        const kalender = uitKalender(verder.map((n) => plusDagen(geteld, n)));
        const einde = eindeVan(geval, antwoord(vraag(geval, start), kalender));
        expect(uitgeslotenDag(kalender, einde)).toBeNull();
        expect(einde >= geteld).toBe(true);
        for (let dag = geteld; dag < einde; dag = plusDagen(dag, 1)) {
          expect(uitgeslotenDag(kalender, dag)).not.toBeNull();
        }
      }),
      proef,
    );
  });

  it('verschuift nooit als de Termijnenwet niet geldt, ook niet van een dag die niet telt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NIET), datum, (geval, start) => {
        const gewoon = antwoord(vraag(geval, start));
        const einde = eindeVan(geval, gewoon);
        // The end itself and the fortnight around it do not count as working days any more.
        const vrij = Array.from({ length: 29 }, (_, n) => plusDagen(einde, n - 14));
        const anders = antwoord(vraag(geval, start), uitKalender(vrij));
        expect(eindeVan(geval, anders)).toBe(einde);
        const { duur } = rijVan(WETTELIJKE_TERMIJNEN, geval, gewoon);
        const enkelvoudig = duur !== undefined && geval.dag === undefined;
        if (enkelvoudig && geval.code !== 'ONTZORGEN' && geval.code !== 'VERLENGING') {
          expect(einde).toBe(telZelf(start, duur));
        }
      }),
      proef,
    );
  });

  it('verschuift op elke zaterdag, zondag en feestdag precies als de rij het zegt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GEVALLEN), datum, (geval, start) => {
        const gewoon = antwoord(vraag(geval, start));
        const einde = eindeVan(geval, gewoon);
        const meeverschoven = eindeVan(geval, antwoord(vraag(geval, start), uitKalender([einde])));
        const schuift = schuiftMee(geval, rijVan(WETTELIJKE_TERMIJNEN, geval, gewoon));
        expect(meeverschoven > einde).toBe(schuift);
      }),
      proef,
    );
  });

  it('geeft bij een latere aanvang nooit een eerder einde', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GEVALLEN), datum, fc.nat(400), (geval, a, n) => {
        const einde = (start: IsoDatum): string => eindeVan(geval, antwoord(vraag(geval, start)));
        expect(einde(plusDagen(a, n)) >= einde(a)).toBe(true);
      }),
      proef,
    );
  });

  it('geeft bij een latere kennisgeving of inschrijving nooit een eerder einde voor het PIP', () => {
    const later = fc.nat(200);
    const tussen = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(datum, tussen, later, later, fc.boolean(), (k, verschil, dk, di, hvw28) => {
        const i = plusDagen(k, verschil);
        const einde = (kennisgevingOp: IsoDatum, inschrijvingOp: IsoDatum): TermijnAntwoord =>
          antwoord({
            termijn: 'PIP_VASTSTELLEN',
            feiten: { kennisgevingOp, gehuisvestViaHvw28: hvw28, inschrijvingOp },
          });
        const eerst = einde(k, i);
        const dan = einde(plusDagen(k, dk), plusDagen(i, di));
        // Until 2023 the registration counted for everyone: across that change of law the other fact decides.
        fc.pre(hvw28 || eerst.bron.geldigVanaf === dan.bron.geldigVanaf);
        expect(dan.uiterlijkOp! >= eerst.uiterlijkOp!).toBe(true);
      }),
      proef,
    );
  });

  it('bevat ten minste twee niet geschorste werkdagen in een termijn van drie dagen of meer', () => {
    const periode = fc.tuple(fc.integer({ min: -5, max: 20 }), fc.integer({ min: 1, max: 15 }));
    const lijst = fc.array(periode, { maxLength: 3 });
    fc.assert(
      fc.property(datum, fc.integer({ min: 3, max: 12 }), lijst, (vanafOp, dagen, perioden) => {
        const schorsingen = perioden.map(([na, lengte]) => ({
          van: plusDagen(vanafOp, na),
          tot: plusDagen(vanafOp, na + lengte - 1),
          grond: 'proef',
        }));
        const feiten = { vanafOp, dagen, algemeneTermijnenwet: true };
        const vrij = antwoord({ termijn: 'VRIJE_TERMIJN', feiten, schorsingen });
        // One that begins in the days of the shift is not counted, and the answer says so.
        fc.pre(!vrij.voorbehouden.some((tekst) => tekst.startsWith('Een opschorting begint')));
        const einde = vrij.uiterlijkOp!;
        let werkdagen = 0;
        for (let dag = plusDagen(vanafOp, 1); dag <= einde; dag = plusDagen(dag, 1)) {
          if (schorsingen.some(({ van, tot }) => van <= dag && dag <= tot)) continue;
          if (uitgeslotenDag(STANDAARD_KALENDER, dag) === null) werkdagen += 1;
        }
        expect(werkdagen).toBeGreaterThanOrEqual(2);
      }),
      proef,
    );
  });

  it.each([
    ['2026-12-22', 3, ['2026-12-23', '2026-12-24'], '2026-12-29'],
    ['2026-12-24', 2, ['2026-12-25', '2026-12-25'], '2026-12-28'],
  ])('telt na %s van %i dagen een geschorste dag niet als werkdag en niet als lengte', (...rij) => {
    const [vanafOp, dagen, [van = '', tot = ''], einde] = rij;
    const feiten = { vanafOp, dagen, algemeneTermijnenwet: true };
    const schorsingen = [{ van, tot, grond: 'proef' }];
    expect(antwoord({ termijn: 'VRIJE_TERMIJN', feiten, schorsingen }).uiterlijkOp).toBe(einde);
  });
});

describe('eigenschappen van de opschorting', () => {
  const PLEKKEN = 42;
  // Long enough to hold the places below.
  const OPSCHORTBAAR = gevallenWaar(
    ({ duur }, rij) =>
      rij.schorsing !== undefined &&
      telZelf(EERSTE_DAG, duur ?? rij.duur!) >= plusDagen(EERSTE_DAG, PLEKKEN),
  );
  const met = (geval: Geval, start: IsoDatum, schorsingen: readonly Schorsing[]): TermijnAntwoord =>
    antwoord({ ...vraag(geval, start), schorsingen });
  const stuk = (start: IsoDatum, [na, lengte]: readonly [number, number]): Schorsing => ({
    van: plusDagen(start, na),
    tot: plusDagen(start, na + lengte - 1),
    grond: 'aanvulling gevraagd',
  });
  const plek = fc.tuple(fc.integer({ min: 1, max: PLEKKEN }), fc.integer({ min: 1, max: 120 }));
  const ruim = fc.tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 1, max: 60 }));
  const geval = fc.constantFrom(...OPSCHORTBAAR);

  /** The last day before the Termijnenwet moves it, and what that makes of it; counted by this spec. */
  function verwacht(van: Geval, start: IsoDatum, dagen: number): IsoDatum {
    const rij = rijVan(WETTELIJKE_TERMIJNEN, van, antwoord(vraag(van, start)));
    let einde = plusDagen(telZelf(start, van.duur ?? rij.duur!), dagen);
    if (!schuiftMee(van, rij)) return einde;
    while (uitgeslotenDag(STANDAARD_KALENDER, einde) !== null) einde = plusDagen(einde, 1);
    return einde;
  }

  it('bestaat voor elke rij die haar kent', () => {
    const rijen = WETTELIJKE_TERMIJNEN.filter(({ schorsing }) => schorsing !== undefined);
    expect(new Set(OPSCHORTBAAR.map(sleutel))).toEqual(new Set(rijen.map(sleutel)));
  });

  it('verschuift vóór de Termijnenwet met precies het aantal dagen van een schorsing binnen de termijn', () => {
    fc.assert(
      fc.property(geval, datum, plek, (van, start, p) => {
        const { uiterlijkOp } = met(van, start, [stuk(start, p)]);
        expect(uiterlijkOp).toBe(verwacht(van, start, p[1]));
      }),
      proef,
    );
  });

  it('geeft voor een in tweeën geknipte schorsing hetzelfde antwoord', () => {
    fc.assert(
      fc.property(geval, datum, plek, fc.nat(119), (van, start, [na, lengte], knip) => {
        fc.pre(lengte > 1);
        const eerste = 1 + (knip % (lengte - 1));
        const delen = [stuk(start, [na, eerste]), stuk(start, [na + eerste, lengte - eerste])];
        expect(met(van, start, delen)).toEqual(met(van, start, [stuk(start, [na, lengte])]));
      }),
      proef,
    );
  });

  it('hangt niet af van de volgorde en telt overlap een keer', () => {
    const lijsten = fc
      .array(ruim, { minLength: 1, maxLength: 6 })
      .chain((lijst) =>
        fc.tuple(fc.constant(lijst), fc.shuffledSubarray(lijst, { minLength: lijst.length })),
      );
    const kaal = GEVALLEN.find(
      ({ duur, termijnenwet }) => duur?.eenheid === 'weken' && termijnenwet === false,
    )!;
    fc.assert(
      fc.property(geval, datum, lijsten, (van, start, [lijst, geschud]) => {
        const schorsingen = lijst.map((p) => stuk(start, p));
        const dezelfde = geschud.map((p) => stuk(start, p));
        expect(met(van, start, dezelfde)).toEqual(met(van, start, schorsingen));
        // The last day is the last one of the term's length that no suspension covers.
        const einde = met(kaal, start, schorsingen).uiterlijkOp!;
        let vrij = 0;
        for (let dag = plusDagen(start, 1); dag <= einde; dag = plusDagen(dag, 1)) {
          if (!schorsingen.some((s) => s.van <= dag && dag <= (s.tot ?? ''))) vrij += 1;
        }
        expect(vrij).toBe(kaal.duur!.aantal * 7);
      }),
      proef,
    );
  });
});
