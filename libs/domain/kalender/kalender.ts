import {
  dagnummer,
  delen,
  naarDatum,
  vanDagnummer,
  weekdagVanNummer,
  type IsoDatum,
} from '../datum/datum.js';
import { feestdagenVan } from './feestdagen.js';

/** A day put on a level with a holiday by royal decree (Algemene termijnenwet, article 3(3)). */
export interface GelijkgesteldeDag {
  readonly datum: IsoDatum;
  /** Number in the Staatscourant; null when it was not recorded with the day. */
  readonly staatscourant: string | null;
}

/** One version of the list of equated days. A value: a longer list is a new version. */
export interface Kalender {
  readonly versie: number;
  readonly gelijkgesteldeDagen: readonly GelijkgesteldeDag[];
  /** Years of which the whole list of equated days is known. */
  readonly bekendeJaren: readonly number[];
}

/** The equated days of 2026 to 2028 as published. */
export const STANDAARD_KALENDER: Kalender = {
  versie: 1,
  gelijkgesteldeDagen: ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'].map(
    (datum) => ({ datum: naarDatum(datum), staatscourant: null }),
  ),
  bekendeJaren: [2026, 2027, 2028],
};

const redenenPerKalender = new WeakMap<Kalender, Map<number, string | null>>();

function zoekReden(kalender: Kalender, nummer: number): string | null {
  const datum = vanDagnummer(nummer);
  const feestdag = feestdagenVan(delen(datum).jaar).find((dag) => dag.datum === datum);
  if (feestdag !== undefined) return feestdag.naam;
  const dag = weekdagVanNummer(nummer);
  if (dag > 5) return dag === 6 ? 'zaterdag' : 'zondag';
  const gelijkgesteld = kalender.gelijkgesteldeDagen.find((rij) => rij.datum === datum);
  if (gelijkgesteld === undefined) return null;
  return gelijkgesteld.staatscourant === null
    ? 'bij koninklijk besluit gelijkgestelde dag'
    : `bij koninklijk besluit gelijkgestelde dag, Staatscourant ${gelijkgesteld.staatscourant}`;
}

/**
 * Why a day does not count as a working day, in Dutch; null for a working day. Takes a day number.
 * Answers are remembered per calendar: the same few thousand days are asked over and over.
 */
export function redenGeenWerkdag(kalender: Kalender, nummer: number): string | null {
  let redenen = redenenPerKalender.get(kalender);
  if (redenen === undefined) {
    redenen = new Map();
    redenenPerKalender.set(kalender, redenen);
  }
  let reden = redenen.get(nummer);
  if (reden === undefined) {
    reden = zoekReden(kalender, nummer);
    redenen.set(nummer, reden);
  }
  return reden;
}

/** Saturday, Sunday, holiday or equated day with its reason in Dutch; null for a working day. */
export function uitgeslotenDag(kalender: Kalender, d: IsoDatum): { reden: string } | null {
  const reden = redenGeenWerkdag(kalender, dagnummer(d));
  return reden === null ? null : { reden };
}

/** The day itself when it is a working day, else the first working day after it. */
export function eersteWerkdagVanaf(kalender: Kalender, d: IsoDatum): IsoDatum {
  let nummer = dagnummer(d);
  while (redenGeenWerkdag(kalender, nummer) !== null) nummer += 1;
  return vanDagnummer(nummer);
}

/** The day itself when it is a working day, else the last working day before it. */
export function laatsteWerkdagTot(kalender: Kalender, d: IsoDatum): IsoDatum {
  let nummer = dagnummer(d);
  while (redenGeenWerkdag(kalender, nummer) !== null) nummer -= 1;
  return vanDagnummer(nummer);
}
