import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import type { Stand, Stuurinformatie } from '#contracts/traject.js';

/**
 * A workflow started from nothing only to see where it would stand. Its calls to the chain do nothing, and it goes
 * when each of them has ended: one that was broken off would keep the test server from skipping time.
 */
export class Kijker {
  readonly trajectId = randomUUID();
  private isGezien = false;
  private readonly bellend: (() => void)[] = [];

  constructor(private readonly stuur: () => Stuurinformatie) {}

  lees(): Stuurinformatie {
    const stuur = this.stuur();
    if (!this.isGezien) return stuur;
    const volgende = this.bellend.shift();
    volgende?.();
    return {
      ...stuur,
      ...(volgende === undefined ? { status: 'afgelost' } : {}),
      berichten: [],
      ophalen: [],
    };
  }

  /** In the place of every call to the chain. */
  bel(): Promise<void> {
    return new Promise((klaar) => this.bellend.push(klaar));
  }

  async ga(handle: WorkflowHandle, { onderweg }: Stand): Promise<void> {
    if (onderweg.length === 0) {
      const { status } = await handle.describe();
      if (status.name === 'RUNNING') await handle.terminate();
      return;
    }
    for (let keer = 0; this.bellend.length < onderweg.length; keer += 1) {
      if (keer > 1_000) throw new Error('De kijker belt niet.');
      await wacht(5);
    }
    this.isGezien = true;
    this.bellend.shift()?.();
    await handle.result();
  }
}
