import { ApplicationFailure } from '@temporalio/common';
import { activityInfo } from '@temporalio/activity';
import { GEHEIM } from './geheim.js';

export interface ProefActiviteiten {
  hoeLaat(): Promise<number>;
  herhaal(tekst: string): Promise<string>;
  mislukt(tekst: string): Promise<never>;
}

export const proefActiviteiten: ProefActiviteiten = {
  hoeLaat: () => Promise.resolve(activityInfo().scheduledTimestampMs),
  herhaal: (tekst) => Promise.resolve(tekst.repeat(2)),
  mislukt: (tekst) =>
    Promise.reject(
      ApplicationFailure.nonRetryable(`${GEHEIM} mislukt`, 'proef', { detail: tekst }),
    ),
};
