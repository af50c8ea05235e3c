import { LokaalFout, foutTekst } from './fout.js';

export interface Einde {
  /** Adds something to stop; the last one added is stopped first. */
  voegToe(naam: string, stop: () => Promise<void>): void;
  /** Stops everything that was added, once; later calls wait for the first. */
  stop(): Promise<void>;
}

const SIGNALEN = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Sees to it that what was started is stopped: on Ctrl-C, on SIGTERM and SIGHUP, and when this
 * program fails. A second Ctrl-C no longer waits; the watchers of the processes then do the rest.
 */
export function regelEinde(meld: (regel: string) => void): Einde {
  const stoppers: { naam: string; stop: () => Promise<void> }[] = [];
  let bezig: Promise<void> | undefined;

  const stopAlles = async (): Promise<void> => {
    for (let laatste = stoppers.pop(); laatste !== undefined; laatste = stoppers.pop()) {
      try {
        await laatste.stop();
      } catch (fout) {
        meld(`Stoppen van ${laatste.naam} lukte niet: ${foutTekst(fout)}`);
      }
    }
  };
  const stop = (): Promise<void> => (bezig ??= stopAlles());
  const stopEnGa = (code: number): void => {
    if (bezig !== undefined) process.exit(code);
    void stop().then(() => process.exit(code));
  };
  const faal = (fout: unknown): void => {
    meld(fout instanceof LokaalFout ? fout.message : `Onverwachte fout: ${tekstMetSpoor(fout)}`);
    stopEnGa(1);
  };

  for (const [signaal, code] of Object.entries(SIGNALEN)) {
    process.on(signaal, () => {
      stopEnGa(code);
    });
  }
  process.on('uncaughtException', faal);
  process.on('unhandledRejection', faal);
  return {
    voegToe: (naam, stopper) => stoppers.push({ naam, stop: stopper }),
    stop,
  };
}

function tekstMetSpoor(fout: unknown): string {
  return fout instanceof Error ? (fout.stack ?? fout.message) : String(fout);
}
