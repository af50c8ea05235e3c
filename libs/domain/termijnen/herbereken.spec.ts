/** Real: the engine. Planted: a calendar with one extra day, and ends as DUO could state them. */
import { naarDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { herbereken, type Rekengeval } from './herbereken.js';
import { vergelijkMetDuo } from './vergelijk-met-duo.js';

const geval = (aanvangOp: string, kalender = STANDAARD_KALENDER): Rekengeval => ({
  verzoek: { termijn: 'PIP_VASTSTELLEN', feiten: { aanvangOp } },
  omgeving: { kalender },
});
const RUIMER = {
  ...STANDAARD_KALENDER,
  versie: 2,
  gelijkgesteldeDagen: [
    ...STANDAARD_KALENDER.gelijkgesteldeDagen,
    { datum: naarDatum('2026-05-11'), staatscourant: null },
  ],
};

describe('herberekening na een correctie', () => {
  it('noemt de oude en de nieuwe dag, het verschil en het feit dat wijzigde', () => {
    expect(herbereken(geval('2026-03-02'), geval('2026-03-05'))).toEqual({
      ok: true,
      verplaatsing: {
        termijn: 'PIP_VASTSTELLEN',
        oud: '2026-05-11',
        nieuw: '2026-05-18',
        dagen: 7,
        oorzaken: ['aanvangOp was 2026-03-02 en is 2026-03-05.'],
      },
    });
  });

  it('meldt niets als de laatste dag gelijk blijft', () => {
    // Both end in the weekend of Pinksteren.
    expect(herbereken(geval('2026-03-14'), geval('2026-03-15'))).toEqual({
      ok: true,
      verplaatsing: null,
    });
  });

  it('noemt een ruimere kalender als oorzaak', () => {
    expect(herbereken(geval('2026-03-02'), geval('2026-03-02', RUIMER))).toMatchObject({
      verplaatsing: { nieuw: '2026-05-12', oorzaken: ['De kalender was versie 1 en is versie 2.'] },
    });
  });

  it('weigert een correctie naar een dag die niet bestaat', () => {
    expect(herbereken(geval('2026-03-02'), geval('2026-02-30'))).toMatchObject({
      ok: false,
      fout: { veld: 'aanvangOp' },
    });
  });
});

describe('de termijn van DUO naast die van ons', () => {
  it.each([
    ['2026-05-11', '2029-05-11', '2029-05-12', 0, 'gelijk'],
    ['2026-05-11', '2029-05-11', '2029-05-11', -1, 'einddatum_als_laatste_dag'],
    ['2028-02-28', '2031-02-28', '2031-02-28', -1, 'maandeinde_of_schrikkeldag'],
    ['2027-02-28', '2030-02-28', '2030-03-01', 0, 'gelijk'],
    ['2026-05-11', '2029-05-11', '2029-11-12', 184, 'verlenging_niet_bekend'],
    ['2026-05-11', '2029-05-11', '2028-01-01', -497, 'onbekend'],
  ])('PIP %s, eigen einde %s, DUO %s: verschil %i (%s)', (pip, eigen, duo, dagen, oorzaak) => {
    expect(vergelijkMetDuo(naarDatum(pip), naarDatum(eigen), naarDatum(duo))).toMatchObject({
      verschilDagen: dagen,
      oorzaak,
    });
  });
});
