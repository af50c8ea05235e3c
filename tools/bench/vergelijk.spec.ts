// Real: the comparison, the stretches of a load. Fake: the figures.
import { inDelen } from './delen.js';
import type { Onderdeel } from './document.js';
import type { Reeks } from './reeksen.js';
import { vergelijk } from './vergelijk.js';

function onderdeel(...reeksen: readonly Reeks[]): readonly Onderdeel[] {
  const omstandigheden = { machine: '', drukte: 0, versies: '', commit: '', op: '' };
  return [
    { naam: 'taak', wat: '', keren: 3, seconden: 1, omstandigheden, afwijkingen: [], reeksen },
  ];
}

const reeks = (naam: string, ...waarden: readonly number[]): Reeks => ({
  naam,
  eenheid: 'ms',
  waarden,
});

describe('twee metingen vergelijken', () => {
  it('komen overeen als hun spreidingen elkaar raken', () => {
    const een = onderdeel(reeks('p50', 10, 11, 12), reeks('alleen hier', 1));
    const twee = onderdeel(reeks('p50', 16, 17, 18));

    expect(vergelijk(een, twee)).toEqual({ vergeleken: 1, anders: [] });
  });

  it('verschillen als ook met de marge niets overlapt, ook als de tweede lager is', () => {
    const een = onderdeel(reeks('p50', 10, 11, 12));
    const twee = onderdeel(reeks('p50', 30, 31, 32));

    expect(vergelijk(een, twee).anders).toEqual(['taak: p50: 11 en 31 ms']);
    expect(vergelijk(twee, een).anders).toHaveLength(1);
  });

  it('mogen in de staart meer verschillen dan in het midden', () => {
    const verschil = (naam: string) =>
      vergelijk(onderdeel(reeks(naam, 10)), onderdeel(reeks(naam, 25))).anders.length;

    expect([verschil('p50'), verschil('p99')]).toEqual([1, 0]);
  });
});

describe('een belasting in delen', () => {
  it('telt elke vraag bij het deel waarin zij klaar was', () => {
    const uitslag = {
      aantal: 4,
      seconden: 4,
      ms: [1, 2, 3, 4],
      einden: [100, 1_900, 2_100, 4_000],
      perSoort: {},
      gemist: 0,
      ids: [],
    };

    expect(inDelen(uitslag, 2)).toEqual([
      { aantal: 2, seconden: 2, ms: [1, 2] },
      { aantal: 2, seconden: 2, ms: [3, 4] },
    ]);
  });
});
