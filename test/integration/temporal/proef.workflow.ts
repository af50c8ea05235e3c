import {
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  rootCause,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { ProefActiviteiten } from './proef.activities.js';
import { GEHEIM } from '#test/integration/temporal/geheim.js';

const lokaal = proxyLocalActivities<ProefActiviteiten>({ startToCloseTimeout: '5 seconds' });
const ver = proxyActivities<ProefActiviteiten>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});

export const geheimSignaal = defineSignal<[string]>('geheim');
export const geheimVraag = defineQuery<string>('geheim');

interface Meting {
  readonly workflow: number;
  readonly activiteit: number;
  readonly lokaleActiviteit: number;
}

/** Waits `keren` times thirty days and tells what time it was, seen from the workflow and outside. */
export async function dertigDagen(keren: number): Promise<Meting[]> {
  const metingen: Meting[] = [];
  for (let keer = 0; keer < keren; keer += 1) {
    await sleep('30 days');
    metingen.push({
      workflow: Date.now(),
      activiteit: await ver.hoeLaat(),
      lokaleActiviteit: await lokaal.hoeLaat(),
    });
  }
  return metingen;
}

/** Every way in which a text reaches the history. */
export async function allesMetGeheim(invoer: string, ronde: number): Promise<string> {
  let ontvangen = '';
  setHandler(geheimSignaal, (tekst) => {
    ontvangen = tekst;
  });
  setHandler(geheimVraag, () => `${GEHEIM} gevraagd`);
  if (ronde === 0) {
    await condition(() => ontvangen !== '');
    await continueAsNew<typeof allesMetGeheim>(invoer, 1);
  }
  await sleep(10, { summary: `${GEHEIM} samenvatting` });
  await lokaal.herhaal(invoer);
  await ver.herhaal(invoer);
  const fouten: string[] = [];
  for (const activiteiten of [lokaal, ver]) {
    try {
      await activiteiten.mislukt(invoer);
    } catch (fout) {
      fouten.push(rootCause(fout) ?? '');
    }
  }
  if (fouten.some((melding) => !melding.includes(GEHEIM)))
    return 'de fouten kwamen niet leesbaar aan';
  throw ApplicationFailure.nonRetryable(`${GEHEIM} einde`, 'proef', { detail: `${GEHEIM} detail` });
}
