import type { UitgaandBericht, UitgaandUitkomst } from './uitgaand.port.js';

/** The way to one receiver. */
export interface UitgaandeLijn {
  /** One attempt; `einde` rings when its time is over or the caller stops. Never throws. */
  verstuur(bericht: UitgaandBericht, einde: AbortSignal): Promise<UitgaandUitkomst>;
  close(): Promise<void>;
}

export interface UitgaandeGrenzen {
  readonly verbindenMs: number;
  readonly koppenMs: number;
  readonly bodyMs: number;
  /** The whole attempt, waiting for a place included. The lease on a message must last longer. */
  readonly totaalMs: number;
  readonly antwoordBytes: number;
  readonly naStoringen: number;
  readonly rustMs: number;
  /** Attempts at once, per receiver. */
  readonly gelijktijdig: number;
  /** Attempts that may wait for a place, per receiver. Few: whoever waits keeps a place of the worker from DUO. */
  readonly wachtend: number;
}

export const STANDAARD_UITGAAND_GRENZEN: UitgaandeGrenzen = {
  verbindenMs: 3_000,
  koppenMs: 8_000,
  bodyMs: 3_000,
  totaalMs: 15_000,
  antwoordBytes: 64_000,
  naStoringen: 5,
  rustMs: 30_000,
  gelijktijdig: 4,
  wachtend: 4,
};
