export interface OnderbrekerGrenzen {
  /** Failures in a row after which nothing is sent for a while. */
  readonly naStoringen: number;
  readonly rustMs: number;
}

/**
 * Stops calling a DUO that is down. After `naStoringen` failures in a row it lets nothing through
 * for `rustMs`; then one call may try, and its end decides.
 */
export class Stroomonderbreker {
  #storingen = 0;
  #dichtTot = 0;
  #proefLoopt = false;

  constructor(
    private readonly grenzen: OnderbrekerGrenzen,
    private readonly nuMs: () => number,
  ) {}

  /** `null`: go ahead and report the end with `meld`. Otherwise the seconds to wait. */
  wacht(): number | null {
    if (this.#storingen < this.grenzen.naStoringen) return null;
    const resterendMs = this.#dichtTot - this.nuMs();
    if (resterendMs > 0) return Math.ceil(resterendMs / 1000);
    if (this.#proefLoopt) return 1;
    this.#proefLoopt = true;
    return null;
  }

  /** The end of a call that was let through; `niets` when it says nothing about DUO. */
  meld(einde: 'antwoord' | 'storing' | 'niets'): void {
    this.#proefLoopt = false;
    if (einde === 'antwoord') this.#storingen = 0;
    if (einde !== 'storing') return;
    this.#storingen += 1;
    if (this.#storingen >= this.grenzen.naStoringen) {
      this.#dichtTot = this.nuMs() + this.grenzen.rustMs;
    }
  }
}
