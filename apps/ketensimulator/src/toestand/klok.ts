import { datumOp } from '../datum.js';
import type { Persoon } from './persoon.js';

/** The person's own time: real time plus how far this person's clock was moved. */
export class Klok {
  constructor(private readonly echteTijd: () => number = Date.now) {}

  nu(persoon: Persoon): number {
    return this.echteTijd() + persoon.klokVerschuivingMs;
  }

  vandaag(persoon: Persoon): string {
    return datumOp(this.nu(persoon));
  }

  /** Moves the clock forward to a moment; a moment already past leaves it as it is. */
  zetVooruit(persoon: Persoon, moment: number): void {
    persoon.klokVerschuivingMs += Math.max(0, moment - this.nu(persoon));
  }

  /** The shift that makes a new person's clock show `moment` now. */
  verschuivingVoor(moment: number): number {
    return moment - this.echteTijd();
  }

  echt(): number {
    return this.echteTijd();
  }
}
