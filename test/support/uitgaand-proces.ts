import { startWorkerProces, type WorkerProces } from './werkproces.js';

/** What a worker that tells a gemeente by webhook needs to know. */
export interface UitgaandWerkplek {
  readonly app: string;
  /** Hex. */
  readonly zoeksleutel: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly taakwachtrij: string;
  /** Path of the workflow bundle. */
  readonly bundel: string;
  /** Of the gemeente. */
  readonly oin: string;
  readonly webhook: { readonly ca?: string; readonly url: string; readonly geheim: string };
}

export function startUitgaandWorker(plek: UitgaandWerkplek): Promise<WorkerProces> {
  return startWorkerProces('uitgaand-worker.ts', { UITGAAND_WERKPLEK: JSON.stringify(plek) });
}
