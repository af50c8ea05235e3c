/** Real: the comparison of two requests. Nothing is faked. */
import { naarDatum } from '../datum/datum.js';
import { oorzakenVan } from './oorzaken.js';
import type { Rekenverzoek } from './reeks.js';

const REGEL = 'PIP_VASTSTELLEN@2023-01-01';

function oorzaken(oud: Rekenverzoek, nieuw: Rekenverzoek, regelVersie = REGEL) {
  return oorzakenVan({ feiten: JSON.stringify(oud), regelVersie: REGEL }, nieuw, regelVersie);
}

const tien = (feiten: Record<string, unknown>, meer: object = {}): Rekenverzoek => ({
  soort: 'berekend',
  vraag: { termijn: 'PIP_VASTSTELLEN', feiten, ...meer },
});
const DUO: Rekenverzoek = {
  soort: 'gesteld',
  uiterlijkOp: naarDatum('2029-11-10'),
  door: 'DUO',
};

describe('waarom een datum verschuift', () => {
  it('noemt elk feit dat anders is, met de oude en de nieuwe waarde', () => {
    expect(
      oorzaken(
        tien({ kennisgevingOp: '2026-09-07', gehuisvestViaHvw28: false }),
        tien({
          kennisgevingOp: '2026-10-05',
          gehuisvestViaHvw28: true,
          inschrijvingOp: '2026-10-06',
        }),
      ),
    ).toEqual([
      'De dag van de kennisgeving was maandag 7 september 2026 en is maandag 5 oktober 2026.',
      'Of de gemeente huisvest (artikel 28 Huisvestingswet 2014) was nee en is ja.',
      'De dag van inschrijving in de BRP was niet bekend en is dinsdag 6 oktober 2026.',
    ]);
  });

  it('noemt de opschorting die erbij kwam en die wegviel', () => {
    const een = { van: '2026-10-01', tot: '2026-10-05', grond: 'uitstel' };
    const open = { van: '2026-11-01', grond: 'overmacht' };
    expect(oorzaken(tien({}, { schorsingen: [een] }), tien({}, { schorsingen: [open] }))).toEqual([
      'De opschorting vanaf donderdag 1 oktober 2026, tot en met maandag 5 oktober 2026 (uitstel) telt niet meer mee.',
      'De opschorting vanaf zondag 1 november 2026, nog niet beëindigd (overmacht) telt mee.',
    ]);
  });

  it('noemt de verlenging die erbij kwam, ook als er al zo een was', () => {
    const b = { vraag: { termijn: 'VERLENGING', feiten: { grond: 'b' } }, feit: 'eindeTermijn' };
    const met = (...daarna: object[]) => ({ ...tien({}), daarna }) as Rekenverzoek;
    expect(oorzaken(met(b), met(b, b))).toEqual(['De verlenging op grond b telt mee.']);
    expect(oorzaken(met(b, b), met(b))).toEqual(['De verlenging op grond b telt niet meer mee.']);
  });

  it('noemt DUO, ook als DUO de dag terugneemt, en een andere versie van de regel', () => {
    expect(oorzaken(tien({}), DUO)).toEqual([
      'DUO stelde de laatste dag vast op zaterdag 10 november 2029.',
    ]);
    expect(oorzaken(DUO, tien({}))).toEqual([
      'DUO nam de vastgestelde laatste dag terug; de eigen berekening geldt weer.',
    ]);
    expect(oorzaken(tien({}), tien({}), 'PIP_VASTSTELLEN@2030-01-01')).toEqual([
      'Een andere versie van de regel geldt (PIP_VASTSTELLEN@2030-01-01 in plaats van PIP_VASTSTELLEN@2023-01-01).',
    ]);
  });

  it('noemt niets als er niets veranderde', () => {
    expect(
      oorzaken(tien({ kennisgevingOp: '2026-09-07' }), tien({ kennisgevingOp: '2026-09-07' })),
    ).toEqual([]);
    expect(oorzaken(DUO, DUO)).toEqual([]);
  });
});
