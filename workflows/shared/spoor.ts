import { proxySinks, type Sinks } from '@temporalio/workflow';

/** Every verb of the journey reports its name; a replay must leave the same trail (E11). */
export interface SpoorSinks extends Sinks {
  spoor: { stap(naam: string): void };
  /** Counted by the worker: terms that only the safety net keeps (E10). */
  telling: { onverteld(aantal: number): void };
}

const { spoor, telling } = proxySinks<SpoorSinks>();

export function spoorStap(naam: string): void {
  spoor.stap(naam);
}

/** After a reading with which the story could not keep every term. */
export function meldOnverteld(aantal: number): void {
  if (aantal > 0) telling.onverteld(aantal);
}
