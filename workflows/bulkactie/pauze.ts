import { condition, setHandler } from '@temporalio/workflow';
import { hervat, pauzeer, voortgang } from '#contracts/bulkactie.js';

/** Pausing, resuming and following a bulk action. */
export class Pauze {
  private gepauzeerd = false;
  private gewekt = 0;

  /** `gedaan`: how many journeys are done, for whoever asks. */
  constructor(gedaan: () => number) {
    setHandler(pauzeer, () => {
      this.gepauzeerd = true;
    });
    setHandler(hervat, () => {
      this.gepauzeerd = false;
      this.gewekt += 1;
    });
    setHandler(voortgang, () => ({ gedaan: gedaan(), gepauzeerd: this.gepauzeerd }));
  }

  /** How often it was told to go on. */
  get wekkingen(): number {
    return this.gewekt;
  }

  /** Stands still from now on, until somebody resumes it. */
  begin(): void {
    this.gepauzeerd = true;
  }

  /** Resolves when it is not paused. */
  einde(): Promise<void> {
    return condition(() => !this.gepauzeerd);
  }
}
