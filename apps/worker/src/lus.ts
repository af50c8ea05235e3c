import type { Logger } from 'pino';

export interface Lus {
  stop(): Promise<void>;
}

const LANGSTE_PAUZE_MS = 30_000;

/**
 * Does a round, rests, and goes on until stopped. A round that fails is logged by kind and tried again, ever more
 * slowly: whatever it looks after is a row that will still be there. `ronde` returns true when there is more to do.
 */
export function startLus(
  naam: string,
  pauzeMs: number,
  log: Logger,
  ronde: () => Promise<boolean>,
): Lus {
  let gestopt = false;
  let wek: (() => void) | undefined;
  const rust = (ms: number): Promise<void> =>
    new Promise((verder) => {
      const wekker = setTimeout(verder, ms);
      wek = () => {
        clearTimeout(wekker);
        verder();
      };
    });
  const draai = async (): Promise<void> => {
    let mislukt = 0;
    for (;;) {
      if (gestopt) return;
      try {
        const meer = await ronde();
        mislukt = 0;
        if (!meer) await rust(pauzeMs);
      } catch (fout) {
        mislukt += 1;
        log.warn({ actie: naam, resultaat: 'mislukt', keer: mislukt, fout: soortVan(fout) });
        await rust(Math.min(pauzeMs * 2 ** mislukt, LANGSTE_PAUZE_MS));
      }
    }
  };
  const klaar = draai();
  return {
    stop: () => {
      gestopt = true;
      wek?.();
      return klaar;
    },
  };
}

/** Kind of an error, never its text: that may hold data. */
export function soortVan(fout: unknown): string {
  if (!(fout instanceof Error)) return 'onbekend';
  const code = 'code' in fout ? String(fout.code) : '';
  return code === '' ? fout.name : `${fout.name}:${code}`;
}
