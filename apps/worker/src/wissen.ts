import type { Logger } from 'pino';
import type { Dossier } from '#dossier/dossier.js';
import type { DossierSysteem, TeWissen } from '#dossier/systeem.js';
import type { TrajectWorkflows } from '#temporal/trajectworkflows.js';
import { soortVan } from './lus.js';

const PER_RONDE = 50;
/** So long a driver may take to hear that its journey is erased and to end by itself. */
const GEDULD_SECONDEN = 30;
/** Ninety days: so long after an erasure late post of the same person is known. */
const HERKEN_SECONDEN = 7_776_000;

export interface Wissers {
  readonly systeem: Pick<DossierSysteem, 'teWissen' | 'vergeetGewisten'>;
  readonly dossier: Pick<Dossier, 'vernietigSleutels' | 'rondWissingAf'>;
  readonly workflows: Pick<TrajectWorkflows, 'loopt' | 'stootAan' | 'beeindig' | 'verwijder'>;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * Erases what the door decided to erase, in the order of E22: first the workflow, which cannot end without its key, then
 * the keys, last the line that says so. Each step may be done again; whatever stops half-way is found again by the
 * missing line.
 */
export async function wisRonde({ systeem, dossier, workflows, log }: Wissers): Promise<boolean> {
  await systeem.vergeetGewisten(HERKEN_SECONDEN);
  for (const plek of await systeem.teWissen(PER_RONDE)) {
    try {
      if (!(await eindigt(workflows, plek))) continue;
      await dossier.vernietigSleutels(plek);
      // A nudge that was under way may have started it once more: with its key gone it would try for ever.
      await workflows.beeindig(plek.trajectId);
      await workflows.verwijder(plek.trajectId);
      await dossier.rondWissingAf(plek);
    } catch (fout) {
      // The next may succeed, and this one comes back.
      log.warn({
        actie: 'wissen',
        resultaat: 'later',
        trajectId: plek.trajectId,
        fout: soortVan(fout),
      });
    }
  }
  return false;
}

/** Whether the workflow has ended; asks it to, and ends it when it does not listen. */
async function eindigt(
  workflows: Wissers['workflows'],
  { trajectId, sindsSeconden }: TeWissen,
): Promise<boolean> {
  if (!(await workflows.loopt(trajectId))) return true;
  if (sindsSeconden < GEDULD_SECONDEN) {
    await workflows.stootAan(trajectId);
    return false;
  }
  await workflows.beeindig(trajectId);
  return true;
}
