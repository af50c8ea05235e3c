import type { Reeksen } from './reeksen.js';

export interface MeterOpties {
  /** A smaller measurement, to compare two of them soon after each other. */
  readonly vlug: boolean;
  /** How often to measure. */
  readonly keren: number;
  /** A line of progress. */
  readonly meld: (regel: string) => void;
}

/** One line of the benchmark: puts its figures, of every run, into the series. */
export type Meter = (reeksen: Reeksen, opties: MeterOpties) => Promise<void>;
