import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface WorkerProces {
  /** kill -9, and waits until it is gone. */
  dood(): Promise<void>;
}

/** Starts a worker of test/support as a process of its own; resolves when it takes work. */
export async function startWorkerProces(
  bestand: string,
  env: Readonly<Record<string, string>>,
): Promise<WorkerProces> {
  const wortel = join(import.meta.dirname, '..', '..');
  const proces = spawn(
    process.execPath,
    ['--import', './tools/lokaal/bron.mjs', `test/support/${bestand}`],
    { cwd: wortel, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await gereed(proces);
  return {
    dood: async () => {
      if (proces.exitCode !== null || proces.signalCode !== null) return;
      const weg = once(proces, 'exit');
      proces.kill('SIGKILL');
      await weg;
    },
  };
}

async function gereed(proces: ChildProcess): Promise<void> {
  await new Promise<void>((klaar, mislukt) => {
    proces.once('exit', (code) => {
      mislukt(new Error(`De worker stopte met ${String(code)}.`));
    });
    proces.stdout?.on('data', (deel: Buffer) => {
      if (deel.toString().includes('gereed')) klaar();
    });
  });
}
