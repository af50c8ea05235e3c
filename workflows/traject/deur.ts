import {
  condition,
  isCancellation,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { DossierActiviteiten, Stuurinformatie, TrajectInvoer } from '#contracts/traject.js';
import { DEUR } from '../shared/activity-options.js';
import { workflowTijd } from '../shared/klok.js';

const { leesStuur } = proxyLocalActivities<DossierActiviteiten>(DEUR);

const EERSTE_WACHT_MS = 30_000;
const LANGSTE_WACHT_MS = 15 * 60_000;

export function vraagVan({ trajectId, gemeenteId, epoche }: TrajectInvoer) {
  return {
    trajectId,
    gemeenteId,
    epoche,
    workflowTijdstip: new Date(workflowTijd()).toISOString(),
  };
}

/** Reads at the door, and waits patiently when it is shut: half a minute, doubling to a quarter of an hour (E14). */
export class Deur {
  private sinds: string | null = null;

  constructor(private readonly invoer: TrajectInvoer) {}

  get dichtSinds(): string | null {
    return this.sinds;
  }

  /** `eerder`: a nudge came in; whoever sent it got through, so the door may be open again. */
  async lees(eerder: () => boolean): Promise<Stuurinformatie> {
    let wacht = EERSTE_WACHT_MS;
    for (;;) {
      try {
        const stuur = await leesStuur(vraagVan(this.invoer));
        this.sinds = null;
        return stuur;
      } catch (fout) {
        // A failed local activity comes bare or wrapped, as the SDK pleases.
        if (!(fout instanceof TemporalFailure) || isCancellation(fout)) throw fout;
        this.sinds ??= new Date(workflowTijd()).toISOString();
        await condition(eerder, wacht);
        wacht = Math.min(wacht * 2, LANGSTE_WACHT_MS);
      }
    }
  }
}
