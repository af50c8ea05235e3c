import { setTimeout as wacht } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

// Temporal's IndexedValueType by number: its proto package has no named exports in an ES module.
const SOORTEN = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

export type Zoekattributen = Readonly<Record<string, keyof typeof SOORTEN>>;

interface Inrichting {
  readonly zoekattributen?: Zoekattributen;
  readonly retentieDagen?: number;
}

const DAG_MS = 86_400_000;

/**
 * Brings a namespace in line: it answers, has the search attributes (a kept database does not take
 * them from the server's command line) and the retention. The caller sets the deadline.
 */
export async function richtNamespaceIn(
  connection: Connection,
  namespace: string,
  inrichting: Inrichting,
): Promise<void> {
  const { workflowService, operatorService } = connection;
  await tot(() => workflowService.describeNamespace({ namespace }));

  const bekend = await tot(() => operatorService.listSearchAttributes({ namespace }));
  const nieuw = Object.entries(inrichting.zoekattributen ?? {}).filter(
    ([naam]) => !(naam in bekend.customAttributes),
  );
  if (nieuw.length > 0) {
    const searchAttributes = Object.fromEntries(
      nieuw.map(([naam, soort]) => [naam, SOORTEN[soort]]),
    );
    await operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
  if (inrichting.retentieDagen !== undefined) {
    const workflowExecutionRetentionTtl = msToTs(inrichting.retentieDagen * DAG_MS);
    await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
  }
}

const NOG_NIET_GEREED = new Set([5, 14]); // NOT_FOUND (namespace cache), UNAVAILABLE

async function tot<T>(vraag: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await vraag();
    } catch (fout) {
      if (!NOG_NIET_GEREED.has((fout as { code?: number }).code ?? -1)) throw fout;
      await wacht(50);
    }
  }
}
