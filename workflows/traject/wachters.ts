import { CancellationScope } from '@temporalio/workflow';

interface Wachter {
  readonly voldaan: () => boolean;
  readonly door: () => void;
}

/** Enough turns for a story function to run from one await to the next, however deep its verbs are nested. */
const BEURTEN = 25;

/**
 * Who waits for what. The story moves only when a reading brought something new, in rounds, until nobody can go
 * on any more: after `herzie` the story stands still, so that what nobody keeps can be told from what is about to be kept.
 */
export class Wachters {
  private readonly wachters = new Set<Wachter>();

  /** Resolves when `voldaan` holds; rejects when the current scope is cancelled. */
  async tot(voldaan: () => boolean): Promise<void> {
    if (voldaan()) return;
    let wachter: Wachter | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        wachter = { voldaan, door: resolve };
        this.wachters.add(wachter);
        CancellationScope.current().cancelRequested.catch(reject);
      });
    } finally {
      if (wachter) this.wachters.delete(wachter);
    }
  }

  async herzie(): Promise<void> {
    let doorgelaten: boolean;
    do {
      doorgelaten = false;
      for (const wachter of this.wachters) {
        if (!wachter.voldaan()) continue;
        this.wachters.delete(wachter);
        wachter.door();
        doorgelaten = true;
      }
      for (let beurt = 0; beurt < BEURTEN; beurt += 1) await Promise.resolve();
    } while (doorgelaten);
  }
}
