/**
 * Real: the whole core with the shipped table, calendar and settings; wrong days are generated, ten thousand journeys
 * per fact at the gate. Nothing is faked; the journey up to the correction is played once.
 */
import fc from 'fast-check';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { omvang } from '#test/support/omvang.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';
import { naarDatum, plusDagen, type IsoDatum } from '../datum/datum.js';
import { besluit, speelAf } from '../traject/besluit.js';
import type { Opdracht } from '../traject/opdracht.js';
import { laatTijdVerstrijken } from '../traject/tijd.js';
import type { Toestand } from '../traject/toestand.js';

const AANTAL = omvang({ poort: 10_000, volledig: 50_000 });
const D = naarDatum;
const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000007';

interface Feit {
  readonly feit: string;
  readonly verhaal: readonly Stap[];
  /** Played up to and including this step. */
  readonly tot: Opdracht['soort'];
  readonly juist: IsoDatum;
  /** On which civil day it is corrected. */
  readonly op: IsoDatum;
  /** How far a wrong day lies from the right one. */
  readonly tussen: readonly [min: number, max: number];
  readonly termijn: string;
  /** The fact is this day; the how manieth correction. */
  readonly stel: (dag: IsoDatum, nr: number) => Opdracht;
}

const FEITEN: readonly Feit[] = [
  {
    feit: 'de dag van inschrijving in de BRP',
    verhaal: verhaalAsiel(ID),
    tot: 'nodigUitVoorIntake',
    juist: D('2026-09-14'),
    op: D('2026-11-26'),
    tussen: [-80, 60],
    termijn: 'PIP_VASTSTELLEN',
    stel: (dag) => ({
      soort: 'corrigeerFeit',
      feit: 'brpInschrijving',
      reden: 'Een andere dag.',
      opdracht: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: dag },
    }),
  },
  {
    feit: 'de dagtekening van het PIP',
    verhaal: verhaalGezin(ID),
    tot: 'stelPipVast',
    juist: D('2026-11-10'),
    op: D('2029-11-14'),
    tussen: [-20, 400],
    termijn: 'INBURGERINGSTERMIJN',
    stel: (dag) => ({
      soort: 'corrigeerFeit',
      feit: 'pip',
      reden: 'Een andere dag.',
      opdracht: { soort: 'stelPipVast', dagtekening: dag },
    }),
  },
  {
    feit: 'de einddatum van DUO',
    verhaal: verhaalGezin(ID),
    tot: 'verwerkTermijn',
    juist: D('2029-11-10'),
    op: D('2029-11-14'),
    tussen: [-700, 700],
    termijn: 'INBURGERINGSTERMIJN',
    stel: (dag, nr) => ({
      soort: 'verwerkTermijn',
      gevraagdTijdstip: `2029-11-14T08:00:0${nr}.000Z`,
      termijn: { startOp: D('2026-11-11'), eindeOp: dag },
    }),
  },
];

function gespeeld({ verhaal, tot, op }: Feit): Toestand {
  const journaal = new Journaal();
  for (const stap of verhaal) {
    journaal.geef(stap.opdracht, omgevingOp(`${stap.op}T09:00:00.000Z`));
    if (stap.opdracht.soort === tot) break;
  }
  journaal.laatTijdVerstrijken(omgevingOp(`${op}T09:00:00.000Z`));
  return journaal.toestand;
}

function geef(toestand: Toestand, op: IsoDatum, opdracht: Opdracht): Toestand {
  const omgeving = omgevingOp(`${op}T09:00:00.000Z`);
  const uitkomst = besluit(toestand, opdracht, omgeving);
  if (!uitkomst.ok) throw new Error(`${opdracht.soort}: ${uitkomst.weigering.code}`);
  return speelAf(toestand, uitkomst.gebeurtenissen, omgeving);
}

/** What the terms come to at the end of this day, with what was told late and escalated. */
function stand(toestand: Toestand, op: IsoDatum): unknown {
  const omgeving = omgevingOp(`${op}T09:00:00.000Z`);
  const na = speelAf(toestand, laatTijdVerstrijken(toestand, omgeving), omgeving);
  return Object.entries(na.termijnen).map(([sleutel, een]) => ({
    sleutel,
    uiterlijkOp: een.uiterlijkOp,
    status: een.status,
    feiten: een.feiten,
    gehaaldOp: een.gehaaldOp,
    verstreken: een.sporten.verstreken !== undefined,
    geescaleerd: na.escalaties[sleutel] !== undefined,
  }));
}

describe('een feit corrigeren en terug', () => {
  it.each(FEITEN)('geeft bij $feit elke termijn terug zoals zij was', (feit) => {
    const { juist, op, tussen, termijn, stel } = feit;
    const eerst = gespeeld(feit);
    const toen = stand(eerst, op);
    expect(eerst.escalaties[termijn]).toBeDefined();
    let verschoven = 0;
    const [min, max] = tussen;
    fc.assert(
      fc.property(fc.integer({ min, max }), (n) => {
        fc.pre(n !== 0);
        const fout = geef(eerst, op, stel(plusDagen(juist, n), 1));
        if (fout.termijnen[termijn]?.uiterlijkOp !== eerst.termijnen[termijn]?.uiterlijkOp) {
          verschoven += 1;
        }
        expect(stand(geef(fout, op, stel(juist, 2)), op)).toEqual(toen);
      }),
      { numRuns: AANTAL },
    );
    expect(verschoven).toBeGreaterThan(AANTAL / 2);
  });
});
