/** Real: the comparison. Planted: ends as DUO could state them. */
import { naarDatum } from '../datum/datum.js';
import { vergelijkMetDuo } from './vergelijk-met-duo.js';

const vergelijk = (
  pip: string,
  duo: string,
  eigen: string,
  { zonder = eigen, verwacht = eigen } = {},
) =>
  vergelijkMetDuo(
    naarDatum(pip),
    {
      eigen: naarDatum(eigen),
      zonderVerlenging: naarDatum(zonder),
      metVerwachte: naarDatum(verwacht),
    },
    naarDatum(duo),
  );

describe('de termijn van DUO naast die van ons', () => {
  it.each([
    ['2026-05-11', '2029-05-11', '2029-05-11', 0, 'gelijk'],
    ['2026-05-11', '2029-05-11', '2029-05-10', -1, 'einddatum_als_laatste_dag'],
    ['2026-05-11', '2029-05-11', '2029-05-12', 1, 'einddatum_als_laatste_dag'],
    ['2028-02-28', '2031-02-28', '2031-02-27', -1, 'maandeinde_of_schrikkeldag'],
    ['2027-02-28', '2030-02-28', '2030-02-28', 0, 'gelijk'],
    ['2026-05-11', '2029-05-11', '2029-11-11', 184, 'verlenging_niet_bekend'],
    ['2026-05-11', '2029-05-11', '2027-12-31', -497, 'onbekend'],
  ])('PIP %s, eigen einde %s, DUO %s: verschil %i (%s)', (pip, eigen, duo, dagen, oorzaak) => {
    const uitkomst = vergelijk(pip, duo, eigen);
    expect(uitkomst).toMatchObject({ verschilDagen: dagen, oorzaak });
    expect(uitkomst.toelichting).toMatch(/\.$/);
  });

  it('herkent een verlenging die DUO nog niet verwerkte, en een verwachte die DUO toekende', () => {
    expect(
      vergelijk('2026-05-11', '2029-05-11', '2029-08-31', { zonder: '2029-05-11' }),
    ).toMatchObject({ verschilDagen: -112, oorzaak: 'verlenging_niet_verwerkt' });
    expect(
      vergelijk('2026-05-11', '2029-08-31', '2029-05-11', { verwacht: '2029-08-31' }),
    ).toMatchObject({ verschilDagen: 112, oorzaak: 'verwachte_verlenging_toegekend' });
  });
});
