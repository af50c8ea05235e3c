/** Real: calendar and dates. The second algorithms stand in this file and share no code with them. */
import { naarDatum } from '../datum/datum.js';
import { eerstePaasdag, feestdagenVan } from './feestdagen.js';
import { eersteWerkdagVanaf, STANDAARD_KALENDER, uitgeslotenDag } from './kalender.js';

const JAREN = Array.from({ length: 101 }, (_, i) => 2000 + i);
const DAG = 86_400_000;
const iso = (t: number): string => new Date(t).toISOString().slice(0, 10);

/** Easter by Gauss, with his two exceptions, on the platform's own dates. */
function paasGauss(jaar: number): number {
  const k = Math.floor(jaar / 100);
  const p = Math.floor((13 + 8 * k) / 25);
  const m = (15 - p + k - Math.floor(k / 4)) % 30;
  const n = (4 + k - Math.floor(k / 4)) % 7;
  const d = (19 * (jaar % 19) + m) % 30;
  const e = (2 * (jaar % 4) + 4 * (jaar % 7) + 6 * d + n) % 7;
  const uitzondering = e === 6 && (d === 29 || (d === 28 && (11 * m + 11) % 30 < 19)) ? 7 : 0;
  return Date.UTC(jaar, 2, 22 + d + e - uitzondering);
}

function feestdagenTweedeManier(jaar: number): string[] {
  const pasen = paasGauss(jaar);
  const koningsdag = Date.UTC(jaar, 3, 27);
  const uitPasen = [-2, 0, 1, 39, 49, 50].map((n) => pasen + n * DAG);
  const vast = [
    Date.UTC(jaar, 0, 1),
    new Date(koningsdag).getUTCDay() === 0 ? koningsdag - DAG : koningsdag,
    Date.UTC(jaar, 4, 5),
    Date.UTC(jaar, 11, 25),
    Date.UTC(jaar, 11, 26),
  ];
  return [...uitPasen, ...vast].map(iso).sort();
}

describe('de feestdagen', () => {
  it.each(JAREN)('vallen in %i op dezelfde dagen als bij een tweede rekenwijze', (jaar) => {
    expect(eerstePaasdag(jaar)).toBe(iso(paasGauss(jaar)));
    expect(feestdagenVan(jaar).map((dag) => dag.datum)).toEqual(feestdagenTweedeManier(jaar));
  });

  it('telt 5 mei elk jaar mee en schuift Koningsdag van zondag naar zaterdag', () => {
    expect(uitgeslotenDag(STANDAARD_KALENDER, naarDatum('2026-05-05'))).toEqual({
      reden: 'Bevrijdingsdag',
    });
    expect(uitgeslotenDag(STANDAARD_KALENDER, naarDatum('2031-04-26'))?.reden).toBe('Koningsdag');
  });
});

describe('de gelijkgestelde dagen', () => {
  it('zijn die van 2026 tot en met 2028 uit de bekendgemaakte lijst', () => {
    expect(STANDAARD_KALENDER.gelijkgesteldeDagen.map((dag) => dag.datum)).toEqual([
      '2026-01-02',
      '2026-05-15',
      '2027-05-07',
      '2028-04-28',
      '2028-05-26',
    ]);
    expect(STANDAARD_KALENDER.bekendeJaren).toEqual([2026, 2027, 2028]);
  });

  it('schuiven naar de eerste werkdag erna, met het nummer van de Staatscourant als dat bekend is', () => {
    const dag = naarDatum('2026-05-15');
    expect(eersteWerkdagVanaf(STANDAARD_KALENDER, dag)).toBe('2026-05-18');
    const metNummer = {
      ...STANDAARD_KALENDER,
      gelijkgesteldeDagen: [{ datum: dag, staatscourant: '2025, 1' }],
    };
    expect(uitgeslotenDag(metNummer, dag)?.reden).toContain('Staatscourant 2025, 1');
  });

  it('horen bij hun eigen versie van de kalender', () => {
    const leeg = { versie: 2, gelijkgesteldeDagen: [], bekendeJaren: [] };
    const dag = naarDatum('2026-05-15');
    expect(uitgeslotenDag(STANDAARD_KALENDER, dag)).not.toBeNull();
    expect(uitgeslotenDag(leeg, dag)).toBeNull();
  });
});
