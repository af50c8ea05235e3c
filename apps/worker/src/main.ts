import { setPriority } from 'node:os';
import { leesInstellingen } from '#config/instellingen.js';
import { maakLogger } from '#observability/logger.js';
import { WorkerService } from './worker.service.js';

/** Longest a stop may take before the process ends anyway; what was under way is claimed and comes back. */
const STOP_TERMIJN_MS = 20_000;
/** A third of the share of a process with the ordinary 0, where both want the same core. */
const PRIORITEIT = 5;

async function start(): Promise<void> {
  // Where it shares cores with the api: nobody waits for a driver, and a caseworker does for an answer.
  setPriority(PRIORITEIT);
  const instellingen = leesInstellingen(process.env, 'worker');
  const log = maakLogger({ dienst: 'worker', niveau: instellingen.logNiveau });
  const worker = new WorkerService(instellingen, log);

  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_TERMIJN_MS).unref();
    void worker.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  await worker.start(() => {
    log.info({ actie: 'worker-gereed', resultaat: 'gelukt' });
  });
}

start().catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? fout.message : 'De worker start niet.'}\n`);
  // What did start would keep the process alive, without a worker.
  process.exit(1);
});
