/**
 * Lets the driver go on only after someone looked at where its last reading put it: its calls to the chain wait,
 * one at a time, so that after every reading the driver stands still until it was seen.
 */
export class Lezingpoort {
  /** Called after every reading of the driver; null: nobody looks, and nothing waits. */
  kijk: (() => Promise<void>) | null = null;
  private kijkend = false;
  /** A call was let through; it ends in a reading that is to be seen before the next one goes. */
  private onderweg = false;
  private readonly wachtrij: (() => void)[] = [];
  private fout: Error | null = null;

  get isStil(): boolean {
    return !this.kijkend;
  }

  /** Throws what went wrong while looking. */
  controleer(): void {
    if (this.fout !== null) throw this.fout;
  }

  gelezen(): void {
    if (this.kijk === null) return;
    if (this.kijkend) {
      this.fout ??= new Error('De drijver las verder voordat naar zijn lezing was gekeken.');
      return;
    }
    this.kijkend = true;
    this.kijk()
      .catch((fout: unknown) => {
        this.fout ??= fout instanceof Error ? fout : new Error(String(fout));
      })
      .finally(() => {
        this.kijkend = false;
        this.laatVerder();
      });
  }

  async door<T>(doe: () => Promise<T>): Promise<T> {
    if (this.kijk === null) return doe();
    while (this.kijkend || this.onderweg) {
      await new Promise<void>((verder) => this.wachtrij.push(verder));
    }
    this.onderweg = true;
    try {
      return await doe();
    } catch (fout) {
      this.laatVerder();
      throw fout;
    }
  }

  private laatVerder(): void {
    this.onderweg = false;
    for (const verder of this.wachtrij.splice(0)) verder();
  }
}
