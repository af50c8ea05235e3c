/**
 * Computes every running term of a journey anew, with the calendar and the table of terms as they are now. The facts
 * stay; what was decided with an older list stays in the journal as it was.
 */
export interface HerzieningOpdracht {
  readonly soort: 'herberekenTermijnen';
  /** The calendar that must be known at least: an older one would move nothing and seem done. */
  readonly kalenderVersie: number;
  /** Dutch, for the journal of the journey; without personal data. */
  readonly reden: string;
}
