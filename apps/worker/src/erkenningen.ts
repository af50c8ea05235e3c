import type { Logger } from 'pino';
import { haalErkenningen } from '#activities/duo/erkenningen.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { ErkenningenSysteem } from '#dossier/erkenningen.js';
import { startLus, type Lus } from './lus.js';

/** About a day: DUO's list changes seldom, and what it has not yet is known the next day. */
const RITME_SECONDEN = 90_000;
const PAUZE_MS = 30_000;
/** Longer than the calls for some gemeenten take. */
const HUUR_SECONDEN = 600;
const EERSTE_WACHT_SECONDEN = 60;
const LANGSTE_WACHT_SECONDEN = 21_600;
const MEESTE_VERDUBBELINGEN = 9;

interface Benodigdheden {
  readonly systeem: ErkenningenSysteem;
  readonly duo: DuoPort;
  readonly log: Pick<Logger, 'warn'>;
}

/** Fetches the list when it is due. */
export async function erkenningenRonde({ systeem, duo, log }: Benodigdheden): Promise<void> {
  const poging = await systeem.neem(HUUR_SECONDEN);
  if (poging === undefined) return;
  const uitkomst = await haalErkenningen(duo, await systeem.oins());
  if (uitkomst.soort === 'gelukt') {
    await systeem.bewaar(uitkomst.lijst, RITME_SECONDEN);
    return;
  }
  const wacht = EERSTE_WACHT_SECONDEN * 2 ** Math.min(poging - 1, MEESTE_VERDUBBELINGEN);
  await systeem.later(uitkomst.reden, Math.min(wacht, LANGSTE_WACHT_SECONDEN));
  log.warn({ actie: 'erkenningen', resultaat: 'later', poging, reden: uitkomst.reden });
}

/** Keeps DUO's list of recognised schools up to date. */
export function startErkenningen(benodigdheden: Benodigdheden, log: Logger): Lus {
  return startLus('erkenningen', PAUZE_MS, log, async () => {
    await erkenningenRonde(benodigdheden);
    return false;
  });
}
