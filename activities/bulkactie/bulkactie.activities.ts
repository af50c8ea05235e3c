import { heartbeat } from '@temporalio/activity';
import type { BulkactieActiviteiten } from '#contracts/bulkactie.js';
import type { Herzieningen } from '#dossier/herziening/herzieningen.js';

/** Pages of a bulk recalculation of terms. A heartbeat per journey: a worker that dies is noticed within seconds. */
export function maakBulkactieActiviteiten(
  herzieningen: Herzieningen,
): Pick<BulkactieActiviteiten, 'doeHerzieningsblad'> {
  return {
    doeHerzieningsblad: ({ herzieningId, gemeenteId }) =>
      herzieningen.doeBlad({ herzieningId, gemeenteId }, () => {
        heartbeat();
      }),
  };
}
