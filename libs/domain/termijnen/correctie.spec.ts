/**
 * Real: the engine and the decisions of the journey, its warnings and escalations included. Nothing is faked; facts
 * and days are generated.
 */
import { omvang } from '#test/support/omvang.js';
import fc from 'fast-check';
import { dagnummer, naarDatum, plusDagen, vanDagnummer, type IsoDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { besluit, openen, speelAf } from '../traject/besluit.js';
import { STANDAARD_INSTELLINGEN } from '../traject/instellingen.js';
import type { Omgeving } from '../traject/kern.js';
import { laatTijdVerstrijken } from '../traject/tijd.js';
import type { Toestand } from '../traject/toestand.js';
import { berekenTermijn } from './bereken.js';
import { GEVALLEN } from './eigenschappen.testdata.js';

const AANTAL = omvang({ poort: 10_000, volledig: 200_000 });
const proef = { numRuns: AANTAL };
const datum = fc
  .integer({ min: dagnummer(naarDatum('2023-01-01')), max: dagnummer(naarDatum('2090-12-31')) })
  .map(vanDagnummer);

function op(vandaag: IsoDatum): Omgeving {
  return {
    vandaag,
    tijdstip: `${vandaag}T10:00:00.000Z`,
    kalender: STANDAARD_KALENDER,
    instellingen: STANDAARD_INSTELLINGEN,
    actor: { soort: 'keten', id: 'DUO' },
  };
}

function geopend(omgeving: Omgeving): Toestand {
  const uitkomst = openen(
    {
      soort: 'openTraject',
      trajectId: 'x',
      proef: false,
      bron: 'DUO',
      persoon: { bsn: null, vNummer: '1234567890', naam: null, geboortedatum: null },
    },
    omgeving,
  );
  if (!uitkomst.ok) throw new Error(uitkomst.weigering.code);
  return speelAf(null, uitkomst.gebeurtenissen, omgeving);
}

/** DUO states this day of the kennisgeving; the answer came on `vandaag`, in this order on that day. */
function metKennisgeving(
  toestand: Toestand,
  kennisgevingOp: IsoDatum,
  vandaag: IsoDatum,
  nr: number,
): Toestand {
  const omgeving = op(vandaag);
  const verstreken = speelAf(toestand, laatTijdVerstrijken(toestand, omgeving), omgeving);
  const uitkomst = besluit(
    verstreken,
    {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: `${vandaag}T08:00:0${nr}.000Z`,
      feiten: {
        plichtig: true,
        beginOp: kennisgevingOp,
        eindeOp: null,
        kennisgevingOp,
        redenGeenPlicht: null,
      },
    },
    omgeving,
  );
  if (!uitkomst.ok) throw new Error(uitkomst.weigering.code);
  return speelAf(verstreken, uitkomst.gebeurtenissen, omgeving);
}

/** What the term comes to at the end of this day. */
function stand(toestand: Toestand, vandaag: IsoDatum): unknown {
  const omgeving = op(vandaag);
  const na = speelAf(toestand, laatTijdVerstrijken(toestand, omgeving), omgeving);
  const { uiterlijkOp, status, feiten, sporten, ladder } = na.termijnen['PIP_VASTSTELLEN']!;
  return {
    uiterlijkOp,
    status,
    feiten,
    ladder,
    gewaarschuwd: Object.keys(sporten).sort(),
    geescaleerd: Object.keys(na.escalaties),
  };
}

describe('een feit corrigeren en terug', () => {
  it('geeft in het traject de eerste dag terug, met precies de waarschuwingen die daarbij horen', () => {
    const verschil = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(datum, verschil, fc.nat(40), fc.nat(60), (juist, n, verder, later) => {
        fc.pre(n !== 0);
        const begin = plusDagen(juist, 1);
        const correctieOp = plusDagen(begin, verder);
        const einde = plusDagen(correctieOp, later);
        const eerste = metKennisgeving(geopend(op(begin)), juist, begin, 1);
        const fout = metKennisgeving(eerste, plusDagen(juist, n), correctieOp, 2);
        const terug = metKennisgeving(fout, juist, correctieOp, 3);
        expect(stand(terug, einde)).toEqual(stand(eerste, einde));
      }),
      proef,
    );
  });

  it('geeft uit de rekenkern het eerste antwoord, met dezelfde uitleg', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GEVALLEN), datum, datum, ({ code, feiten }, juist, fout) => {
        const reken = (dag: IsoDatum): unknown =>
          berekenTermijn({ termijn: code, feiten: feiten(dag) }, { kalender: STANDAARD_KALENDER });
        const eerste = structuredClone(reken(juist));
        reken(fout);
        expect(reken(juist)).toEqual(eerste);
      }),
      proef,
    );
  });
});
