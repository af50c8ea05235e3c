import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { vrijePoort } from '#tools/lokaal/poorten.js';
import type { Doorgeefluik } from './doorgeefluik.js';

export interface Prism {
  readonly url: string;
  readonly stop: () => Promise<unknown>;
}

/** Prism as a proxy that holds every request and answer against a file of DUO, and answers an error for what is not. */
export async function startPrism(bestand: string, naar: string): Promise<Prism> {
  const poort = String(await vrijePoort());
  const prism: ChildProcess = spawn(
    process.execPath,
    [
      join('node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js'),
      ...['proxy', bestand, naar, '--errors', '--host', '127.0.0.1', '--port', poort],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const einde = once(prism, 'exit');
  const regels: string[] = [];
  const gereed = new Promise<void>((klaar) => {
    for (const stroom of [prism.stdout, prism.stderr]) {
      createInterface({ input: stroom! }).on('line', (regel) => {
        regels.push(regel);
        if (regel.includes('is listening on')) klaar();
      });
    }
  });
  const gestopt = einde.then(() => {
    throw new Error(`Prism start niet: ${regels.join('\n')}`);
  });
  gestopt.catch(() => undefined);
  await Promise.race([gereed, gestopt]);
  return {
    url: `http://127.0.0.1:${poort}`,
    stop: () => {
      prism.kill('SIGTERM');
      return einde;
    },
  };
}

/** What Prism said against what went through here. */
export function overtredingen({ doorgegeven }: Doorgeefluik): string[] {
  return doorgegeven.flatMap(({ methode, terug }) =>
    'sl-violations' in terug.koppen || terug.koppen['content-type'] === 'application/problem+json'
      ? [`${methode} ${terug.status} ${terug.body} ${terug.koppen['sl-violations'] ?? ''}`]
      : [],
  );
}
