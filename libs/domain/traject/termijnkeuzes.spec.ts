/** Real: the whole core with the shipped table and calendar. Nothing is faked; the settings are those of one gemeente. */
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import { naarDatum, plusDagen } from '../datum/datum.js';
import { STANDAARD_KEUZES } from '../termijnen/keuzes.js';
import type { TermijnKeuzes } from '../termijnen/typen.js';
import { STANDAARD_INSTELLINGEN, type Instellingen } from './instellingen.js';
import type { Opdracht } from './opdracht.js';
import { termijnenVan } from './overzicht.js';

/** The last day of ontzorgen for bijstand from 31 August. */
function einde(keuzes?: Partial<TermijnKeuzes>) {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-000000000007')) {
    const gewoon = omgevingOp(`${op}T09:00:00.000Z`);
    const termijnkeuzes = { ...STANDAARD_KEUZES, ...keuzes };
    journaal.geef(
      opdracht.soort === 'legBijstandVast'
        ? { ...opdracht, op: naarDatum('2026-08-31') }
        : opdracht,
      keuzes === undefined
        ? gewoon
        : { ...gewoon, instellingen: { ...gewoon.instellingen, termijnkeuzes } },
    );
    if (opdracht.soort === 'legBijstandVast') break;
  }
  return journaal.toestand.termijnen['ONTZORGEN']?.uiterlijkOp;
}

describe('de telling die een gemeente kiest', () => {
  it('geldt voor haar trajecten, en zonder keuze die van het product', () => {
    expect(einde({ ontzorgenTelling: 'dag_zelf' })).toBe('2027-02-27');
    expect(einde({ ontzorgenTelling: 'dag_ervoor' })).toBe('2027-02-28');
    expect(einde()).toBe('2027-02-28');
  });
});

const LADDERS: Instellingen['ladders'] = {
  ...STANDAARD_INSTELLINGEN.ladders,
  HUISVESTING: [{ sport: 'herinnering-1', dagen: -30 }],
};

/** The story told under other settings, up to this step. */
function metInstellingen(anders: Partial<Instellingen>, tot: Opdracht['soort']) {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-000000000008')) {
    const gewoon = omgevingOp(`${op}T09:00:00.000Z`);
    journaal.geef(opdracht, { ...gewoon, instellingen: { ...gewoon.instellingen, ...anders } });
    if (opdracht.soort === tot) break;
  }
  return termijnenVan(journaal.toestand);
}

describe('het ritme en de signalen die een gemeente kiest', () => {
  it.each([
    [{}, '2027-05-16'],
    [{ voortgangsgesprekMaanden: 3 }, '2027-02-16'],
  ])('bepalen wanneer het eerste voortgangsgesprek is (%j)', (anders, uiterlijkOp) => {
    const termijnen = metInstellingen(anders, 'stelPipVast');
    expect(termijnen.find(({ code }) => code === 'VOORTGANGSGESPREK')).toMatchObject({
      uiterlijkOp,
    });
  });

  it.each([
    [{}, -14],
    [{ ladders: LADDERS }, -30],
  ])('bepalen wanneer aan de huisvesting wordt herinnerd (geval %#)', (anders, dagen) => {
    const termijnen = metInstellingen(anders, 'legCoaProfielVast');
    const huisvesting = termijnen.find(({ code }) => code === 'HUISVESTING')!;
    expect(huisvesting.volgendeSport).toEqual({
      sport: 'herinnering-1',
      op: plusDagen(huisvesting.uiterlijkOp, dagen),
    });
  });
});
