import { proxySinks, type Sinks } from '@temporalio/workflow';

/** Every verb of the journey reports its name; the replay test compares the trail with the recorded one (E11). */
export interface SpoorSinks extends Sinks {
  spoor: { stap(naam: string): void };
}

const { spoor } = proxySinks<SpoorSinks>();

export function spoorStap(naam: string): void {
  spoor.stap(naam);
}
