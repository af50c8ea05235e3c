// Real: a program of its own that uses regelEinde, and the signals it gets. Fake: what it stops.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let map: string;

async function draai(
  slot: string,
  signaal?: NodeJS.Signals,
): Promise<{ code: number | null; regels: string[] }> {
  const script = join(map, 'programma.ts');
  writeFileSync(
    script,
    `import { regelEinde } from ${JSON.stringify(join(import.meta.dirname, 'einde.ts'))};
     import { LokaalFout } from ${JSON.stringify(join(import.meta.dirname, 'fout.ts'))};
     const einde = regelEinde((regel) => console.log(regel));
     const stop = (naam, fout) => async () => { console.log('stop ' + naam); if (fout) throw new Error(fout); };
     einde.voegToe('database', stop('database'));
     einde.voegToe('worker', stop('worker', 'hangt'));
     einde.voegToe('api', stop('api'));
     const wekker = setInterval(() => undefined, 1000);
     console.log('gereed');
     ${slot}`,
  );
  const bron = join(import.meta.dirname, 'bron.mjs');
  const proces = spawn(process.execPath, ['--import', bron, script]);
  let uitvoer = '';
  proces.stdout.on('data', (deel: Buffer) => {
    uitvoer += deel.toString();
    if (signaal !== undefined && uitvoer.includes('gereed')) proces.kill(signaal);
  });
  const [code] = (await once(proces, 'close')) as [number | null];
  return { code, regels: uitvoer.trim().split('\n').slice(1) };
}

const GESTOPT = [
  'stop api',
  'stop worker',
  'Stoppen van worker lukte niet: hangt',
  'stop database',
];

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'lokaal-einde-'));
});

afterEach(() => {
  rmSync(map, { recursive: true, force: true });
});

describe('regelEinde', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'stopt bij %s alles in omgekeerde volgorde, ook als er een niet wil',
    async (signaal, code) => {
      expect(await draai('', signaal)).toEqual({ code, regels: GESTOPT });
    },
  );

  it('stopt alles bij een fout die niemand opvangt en eindigt met code 1', async () => {
    const { code, regels } = await draai("setTimeout(() => { throw new Error('stuk'); }, 10);");

    expect(code).toBe(1);
    expect(regels[0]).toContain('Onverwachte fout: Error: stuk');
    expect(regels.slice(-4)).toEqual(GESTOPT);
  });

  it('toont van een verwachte fout alleen de melding', async () => {
    const { code, regels } = await draai(
      "void Promise.reject(new LokaalFout('De poort is bezet.'));",
    );

    expect(code).toBe(1);
    expect(regels).toEqual(['De poort is bezet.', ...GESTOPT]);
  });

  it('stopt zonder fout als het programma dat zelf vraagt', async () => {
    const { code, regels } = await draai(
      'await einde.stop(); await einde.stop(); clearInterval(wekker);',
    );

    expect({ code, regels }).toEqual({ code: 0, regels: GESTOPT });
  });
});
