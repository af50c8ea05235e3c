import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { BulkactieActiviteiten, HerzieningInvoer } from '#contracts/bulkactie.js';
import { BULK } from '../shared/activity-options.js';
import { spoorStap } from '../shared/spoor.js';
import { Pauze } from './pauze.js';

const { doeHerzieningsblad } = proxyActivities<BulkactieActiviteiten>(BULK);

const BLADEN_PER_RUN = 20;

/** Goes through all journeys of a gemeente, page by page, once to try a recalculation and once to apply it (E20). */
export async function termijnherziening(invoer: HerzieningInvoer): Promise<number> {
  let gedaan = invoer.gedaan ?? 0;
  const pauze = new Pauze(() => gedaan);

  for (let bladen = 1; ; bladen += 1) {
    await pauze.einde();
    const eerder = pauze.wekkingen;
    spoorStap('blad');
    const blad = await doeHerzieningsblad(invoer);
    gedaan = blad.gedaan;
    // Woken meanwhile: what the page saw is no longer how it stands.
    const gewekt = pauze.wekkingen !== eerder;
    if (blad.soort === 'klaar' && !gewekt) return gedaan;
    if (blad.soort === 'gepauzeerd' && !gewekt) pauze.begin();
    if (blad.soort === 'wacht') {
      await sleep(blad.wachtMs, { summary: 'kalender bekend' });
    }
    const vol = bladen >= (invoer.bladenPerRun ?? BLADEN_PER_RUN);
    if (vol || workflowInfo().continueAsNewSuggested) {
      await pauze.einde();
      await continueAsNew<typeof termijnherziening>({ ...invoer, gedaan });
    }
  }
}
