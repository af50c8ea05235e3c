import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { BijwerkingInvoer, BulkactieActiviteiten } from '#contracts/bulkactie.js';
import { BULK } from '../shared/activity-options.js';
import { spoorStap } from '../shared/spoor.js';
import { Pauze } from './pauze.js';

const { doeBijwerkingsblad } = proxyActivities<BulkactieActiviteiten>(BULK);

const BLADEN_PER_RUN = 20;

/** Brings every journey in line with this version of the code, page by page and slowly (E8). Returns how many. */
export async function bijwerking(invoer: BijwerkingInvoer): Promise<number> {
  const { versie, perSeconde } = invoer;
  let { vanaf = null, gedaan = 0, mislukt = 0 } = invoer;
  const pauze = new Pauze(() => gedaan);

  for (let bladen = 1; ; bladen += 1) {
    await pauze.einde();
    spoorStap('blad');
    const blad = await doeBijwerkingsblad({ versie, perSeconde, vanaf });
    vanaf = blad.volgende;
    gedaan += blad.gedaan;
    mislukt += blad.mislukt;
    if (vanaf === null) return gedaan;
    await sleep(blad.wachtMs, { summary: 'tempo' });
    const vol = bladen >= (invoer.bladenPerRun ?? BLADEN_PER_RUN);
    if (vol || workflowInfo().continueAsNewSuggested) {
      await pauze.einde();
      await continueAsNew<typeof bijwerking>({ ...invoer, vanaf, gedaan, mislukt });
    }
  }
}
