// Starts the built program once: mistakes that only the built program has (import cycles between
// entities, a file that the build leaves out) show here and not in the tests, which run from source.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { regelEinde } from '../lokaal/einde.js';
import { LokaalFout } from '../lokaal/fout.js';
import { startOmgeving } from '../lokaal/omgeving.js';

const GEREED_MS = 60_000;

const meld = (regel: string): void => {
  console.log(regel);
};

if (import.meta.filename.endsWith('.ts')) {
  throw new Error('Dit start het gebouwde programma: eerst npm run build, dan dist/tools/ci.');
}
const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-gebouwd-'));
const einde = regelEinde(meld);
einde.voegToe('map', () => {
  rmSync(map, { recursive: true, force: true });
  return Promise.resolve();
});
try {
  const omgeving = await startOmgeving({
    map,
    wegwerp: true,
    meld,
    voegToe: (naam, stop) => {
      einde.voegToe(naam, stop);
    },
  });
  await wachtOpGereed(`${omgeving.apiUrl}/v1/gezondheid/ready`, omgeving.logmap);
  meld('De gebouwde api en worker zijn gestart en gereed.');
} finally {
  await einde.stop();
}

async function wachtOpGereed(url: string, logmap: string): Promise<void> {
  const uiterlijk = Date.now() + GEREED_MS;
  let laatste = 'geen antwoord';
  while (Date.now() < uiterlijk) {
    try {
      const antwoord = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (antwoord.ok) return;
      laatste = `${antwoord.status} ${await antwoord.text()}`;
    } catch (fout) {
      laatste = fout instanceof Error ? fout.message : String(fout);
    }
    await new Promise((verder) => setTimeout(verder, 250));
  }
  const log = resolve(logmap, 'api.log');
  const slot = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : '';
  throw new LokaalFout(`De gebouwde api wordt niet gereed: ${laatste}\n${slot}`);
}
