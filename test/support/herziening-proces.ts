import { startWorkerProces, type WorkerProces } from './werkproces.js';

export type { WorkerProces };

/** What a worker of bulk actions needs to know. */
export interface HerzieningWerkplek {
  readonly app: string;
  readonly systeem: string;
  /** Hex. */
  readonly zoeksleutel: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly taakwachtrij: string;
  /** Path of the workflow bundle. */
  readonly bundel: string;
}

export function startHerzieningWorker(plek: HerzieningWerkplek): Promise<WorkerProces> {
  return startWorkerProces('herziening-worker.ts', { HERZIENING_WERKPLEK: JSON.stringify(plek) });
}
