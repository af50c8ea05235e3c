import {
  NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { Logger } from 'pino';
import type { BulkactieActiviteiten } from '#contracts/bulkactie.js';
import type { ControleActiviteiten } from '#contracts/controle.js';
import type { DossierActiviteiten, DuoActiviteiten } from '#contracts/traject.js';
import { TAAKWACHTRIJ } from '#contracts/traject.js';
import type { WorkerInstellingen } from '#config/instellingen.js';
import { werkerBundel } from '#temporal/bundel.js';
import { soortVan, startLus, type Lus } from './lus.js';

export interface TemporalWorkerOpties {
  readonly instellingen: WorkerInstellingen['temporal'];
  readonly dataConverter: DataConverter;
  readonly activiteiten: DossierActiviteiten &
    DuoActiviteiten &
    BulkactieActiviteiten &
    ControleActiviteiten;
  /** Spans around activities, when tracing is on. */
  readonly interceptors?: WorkerOptions['interceptors'];
  /** Terms that only the safety net keeps. */
  readonly onverteld: (aantal: number) => void;
  readonly log: Logger;
  readonly gereed: () => void;
}

/** Runs until stopped; a server that is away is waited for, since the connection has no lazy form. */
export function startTemporalWorker(opties: TemporalWorkerOpties): Lus {
  const { instellingen, dataConverter, activiteiten, log } = opties;
  let lopend: Worker | undefined;
  let gestopt = false;
  let gemaakt: WorkflowBundleOption | undefined;
  const lus = startLus('temporal-worker', 1_000, log, async () => {
    gemaakt ??= await werkerBundel();
    const connection = await NativeConnection.connect({
      address: instellingen.address,
      ...(instellingen.tls === undefined ? {} : { tls: instellingen.tls }),
    });
    try {
      const worker = await Worker.create({
        connection,
        namespace: instellingen.namespace,
        taskQueue: TAAKWACHTRIJ,
        workflowBundle: gemaakt,
        activities: { ...activiteiten },
        dataConverter,
        ...(opties.interceptors === undefined ? {} : { interceptors: opties.interceptors }),
        maxCachedWorkflows: 2_000,
        maxConcurrentWorkflowTaskExecutions: 40,
        maxConcurrentActivityTaskExecutions: 50,
        shutdownGraceTime: '10 seconds',
        sinks: {
          spoor: { stap: { fn: () => undefined, callDuringReplay: false } },
          telling: {
            onverteld: {
              fn: (_info, aantal: number) => {
                opties.onverteld(aantal);
              },
              callDuringReplay: false,
            },
          },
        },
      });
      lopend = worker;
      opties.gereed();
      if (!gestopt) await worker.run();
    } finally {
      lopend = undefined;
      // A worker that failed may hold on to its connection: the next round makes a new one all the same.
      await connection.close().catch((fout: unknown) => {
        log.warn({ actie: 'verbinding-sluiten', resultaat: 'mislukt', fout: soortVan(fout) });
      });
    }
    return false;
  });
  return {
    stop: async () => {
      gestopt = true;
      try {
        lopend?.shutdown();
      } catch (fout) {
        log.warn({ actie: 'worker-stoppen', resultaat: 'mislukt', fout: soortVan(fout) });
      }
      await lus.stop();
    },
  };
}
