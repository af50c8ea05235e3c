/** One page of a list: a row more than asked tells whether there is a next page. */
export interface Bladzijde<T> {
  readonly rijen: readonly T[];
  readonly meer: boolean;
}

/** Numbered parameters of one query, in the order in which they are added. */
export class Parameters {
  readonly waarden: unknown[] = [];

  /** Adds a value and gives its placeholder. */
  zet(waarde: unknown): string {
    this.waarden.push(waarde);
    return `$${this.waarden.length}`;
  }
}

/** Conditions that hold together; `true` when there are none. */
export function enVoorwaarden(voorwaarden: readonly string[]): string {
  return voorwaarden.length === 0 ? 'true' : voorwaarden.join(' AND ');
}

/**
 * The civil date in Amsterdam on the clock of the journey with alias `t`: a rehearsal runs ahead, and
 * a clock never runs back (E2, E3).
 */
export const VANDAAG_VAN_TRAJECT = `(greatest(t.laatste_tijdstip, clock_timestamp()
  + t.klokverzet_ms * interval '1 millisecond') AT TIME ZONE 'Europe/Amsterdam')::date`;

const NU_OP_DE_KLOK = `(clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date`;

/**
 * No journey of this gemeente has a later day than this on its clock, but for rehearsals that is today (and a day for a
 * clock that was set back). A bound for an index; who is late is decided per journey.
 */
export const LAATSTE_VANDAAG = `(SELECT greatest(max(${VANDAAG_VAN_TRAJECT}), ${NU_OP_DE_KLOK} + 1)
  FROM traject t WHERE t.proef)`;

/** No journey of this gemeente has an earlier day than this on its clock. */
export const EERSTE_VANDAAG = `(SELECT least(min(${VANDAAG_VAN_TRAJECT}), ${NU_OP_DE_KLOK})
  FROM traject t WHERE t.proef)`;

/**
 * Merges pages of several gemeenten into one (E21): each holds the first rows of its gemeente in the
 * same order.
 */
export function voegSamen<T>(
  bladzijden: readonly Bladzijde<T>[],
  limiet: number,
  vergelijk: (a: T, b: T) => number,
): Bladzijde<T> {
  const alles = bladzijden.flatMap(({ rijen }) => rijen).sort(vergelijk);
  return {
    rijen: alles.slice(0, limiet),
    meer: alles.length > limiet || bladzijden.some(({ meer }) => meer),
  };
}
