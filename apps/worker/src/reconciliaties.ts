import type { Logger } from 'pino';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import { reconcilieer } from '#activities/reconciliatie/reconcilieer.js';
import { RECONCILIATIE_RITME_SECONDEN } from '#database/reconciliatie.js';
import type { Dossier } from '#dossier/dossier.js';
import type { ReconciliatieSysteem } from '#dossier/reconciliaties.js';
import { startLus, type Lus } from './lus.js';

const PLAN_PAUZE_MS = 30_000;
const PLAN_PER_RONDE = 50;
/** One at a time and often: a rehearsal that is forwarded waits for its comparison. */
const PAUZE_MS = 300;
const PER_RONDE = 1;
/** Longer than ten calls to DUO can take together. */
const HUUR_SECONDEN = 600;
const EERSTE_WACHT_SECONDEN = 30;
const LANGSTE_WACHT_SECONDEN = 21_600;
/** Together more than two days. */
const MEESTE_POGINGEN = 18;

interface Benodigdheden {
  readonly systeem: ReconciliatieSysteem;
  readonly dossier: Dossier;
  readonly duo: DuoPort;
}

/** Does what is due, a few at a time, so that DUO and the journeys themselves come first. */
export async function reconcilieerRonde({ systeem, dossier, duo }: Benodigdheden): Promise<number> {
  let gedaan = 0;
  for (; gedaan < PER_RONDE; gedaan += 1) {
    const rij = await systeem.neem(HUUR_SECONDEN);
    if (rij === undefined) return gedaan;
    const uitkomst = await reconcilieer({ dossier, duo }, rij);
    if (uitkomst.soort === 'klaar') {
      await systeem.klaar(rij.id, uitkomst.verschillen, uitkomst.nietGevraagd);
    } else if (uitkomst.soort === 'later' && rij.poging < MEESTE_POGINGEN) {
      const wacht = EERSTE_WACHT_SECONDEN * 2 ** (rij.poging - 1);
      await systeem.later(rij.id, uitkomst.reden, Math.min(wacht, LANGSTE_WACHT_SECONDEN));
    } else {
      await systeem.mislukt(rij.id, uitkomst.reden);
    }
  }
  return gedaan;
}

/** Plans comparisons and does them. They wait in rows, so that nothing is lost when a worker stops. */
export function startReconciliaties(benodigdheden: Benodigdheden, log: Logger): readonly Lus[] {
  const { systeem } = benodigdheden;
  return [
    startLus('reconciliaties-plannen', PLAN_PAUZE_MS, log, async () => {
      await systeem.plan(RECONCILIATIE_RITME_SECONDEN, PLAN_PER_RONDE);
      return false;
    }),
    startLus('reconciliaties', PAUZE_MS, log, async () => {
      await reconcilieerRonde(benodigdheden);
      // Always a rest: this is what keeps it from crowding out the journeys.
      return false;
    }),
  ];
}
