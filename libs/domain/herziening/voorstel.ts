import { datumTekst } from '../datum/datum-tekst.js';
import { uitgeslotenDag, type GelijkgesteldeDag, type Kalender } from '../kalender/kalender.js';
import type { RegelWijziging } from '../termijnen/gewijzigde-tabel.js';
import { geweigerd, type Weigering } from '../traject/kern.js';

/** What is proposed to change for running journeys. */
export type Voorstel =
  | {
      readonly soort: 'gelijkgestelde-dagen';
      /** Each with its number in the Staatscourant. */
      readonly dagen: readonly (GelijkgesteldeDag & { readonly staatscourant: string })[];
      /** Years whose whole list is known with these days. */
      readonly volledigeJaren: readonly number[];
    }
  | {
      readonly soort: 'regel';
      /** None: the table as this release ships it. Only that can be applied; a changed row is only tried. */
      readonly rijen: readonly RegelWijziging[];
    };

type Gemaakt<T> =
  { readonly ok: true; readonly waarde: T } | { readonly ok: false; readonly weigering: Weigering };

/**
 * The calendar with these days added, one version on; the same calendar when it has them all. Refuses a day that
 * already does not count (`DAG_TELT_AL_NIET`) and a day named twice (`DAG_DUBBEL`).
 */
export function kalenderMet(
  kalender: Kalender,
  { dagen, volledigeJaren }: Extract<Voorstel, { soort: 'gelijkgestelde-dagen' }>,
): Gemaakt<Kalender> {
  const bekend = new Set(kalender.gelijkgesteldeDagen.map(({ datum }) => datum));
  const zonderLijst = { ...kalender, gelijkgesteldeDagen: [] };
  const genoemd = new Set<string>();
  for (const { datum } of dagen) {
    const reden = uitgeslotenDag(zonderLijst, datum)?.reden;
    if (reden !== undefined) {
      return geweigerd(
        'DAG_TELT_AL_NIET',
        `${datumTekst(datum)} telt al niet als werkdag (${reden}).`,
        { veld: 'dagen' },
      );
    }
    if (genoemd.has(datum)) {
      return geweigerd('DAG_DUBBEL', `${datumTekst(datum)} staat er twee keer.`, { veld: 'dagen' });
    }
    genoemd.add(datum);
  }
  const extra = dagen.filter(({ datum }) => !bekend.has(datum));
  const jaren = volledigeJaren.filter((jaar) => !kalender.bekendeJaren.includes(jaar));
  if (extra.length === 0 && jaren.length === 0) return { ok: true, waarde: kalender };
  return {
    ok: true,
    waarde: {
      versie: kalender.versie + 1,
      gelijkgesteldeDagen: [...kalender.gelijkgesteldeDagen, ...extra].sort((a, b) =>
        a.datum < b.datum ? -1 : 1,
      ),
      bekendeJaren: [...kalender.bekendeJaren, ...jaren].sort((a, b) => a - b),
    },
  };
}
