// Real: the simulator as a process of its own, killed and started again, with its state file and
// both listeners. Fake: the gemeente's listener, certificates.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import {
  BSN,
  DUO_OIN,
  maakKlant,
  maakPersoon,
  startGemeente,
  uitgever,
  type Gemeente,
  type Klant,
} from './opstelling.js';

const PIP = { dagtekeningPip: '2026-05-11', leerroute: 'B', niveau: 'B1' };

describe('ketensimulator als eigen proces', () => {
  let map: string;
  let gemeente: Gemeente;
  let omgeving: Record<string, string>;
  const processen: ChildProcess[] = [];
  const klanten: Klant[] = [];
  beforeEach(async () => {
    map = mkdtempSync(join(tmpdir(), 'ketensimulator-'));
    gemeente = await startGemeente();
    const { ca, geef } = await uitgever();
    const { cert, key } = await geef(DUO_OIN);
    const bestanden = { CERT: cert, KEY: key, CA: ca };
    omgeving = {
      PATH: process.env.PATH ?? '',
      SIMULATOR_DUO_OIN: DUO_OIN,
      SIMULATOR_NOTIFICATIE_URL: gemeente.url,
      SIMULATOR_BESTAND: join(map, 'toestand.json'),
    };
    for (const [naam, inhoud] of Object.entries(bestanden)) {
      const pad = join(map, naam);
      writeFileSync(pad, inhoud, { mode: 0o600 });
      omgeving[`SIMULATOR_TLS_${naam}`] = pad;
      omgeving[`SIMULATOR_CLIENT_${naam}`] = pad;
    }
  });
  afterEach(async () => {
    for (const proces of processen.splice(0)) proces.kill('SIGKILL');
    await Promise.all(klanten.splice(0).map((klant) => klant.sluit()));
    await gemeente.sluit();
    rmSync(map, { recursive: true });
  });

  const draai = (args: string[] = [], extra: Record<string, string> = {}): ChildProcess => {
    const hulp = ['--import', './tools/lokaal/bron.mjs', 'apps/ketensimulator/src/main.ts'];
    const proces = spawn(process.execPath, [...hulp, ...args], {
      env: { ...omgeving, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    processen.push(proces);
    return proces;
  };
  const start = async (args: string[] = []): Promise<{ proces: ChildProcess; klant: Klant }> => {
    const proces = draai(args);
    const [regel] = (await once(createInterface(proces.stdout!), 'line')) as [string];
    const gereed = JSON.parse(regel) as { gereed: boolean; duo: string; beheer: string };
    expect(gereed.gereed).toBe(true);
    const klant = await maakKlant(gereed);
    klanten.push(klant);
    return { proces, klant };
  };
  const doodt = async (proces: ChildProcess, sein: NodeJS.Signals): Promise<number | null> => {
    const einde = once(proces, 'exit') as Promise<[number | null]>;
    proces.kill(sein);
    return (await einde)[0];
  };

  it('verliest niets bij kill -9 en bezorgt wat wachtte onder hetzelfde berichtId', async () => {
    const eerste = await start();
    const id = await maakPersoon(eerste.klant);
    expect((await eerste.klant.duo('POST', `/personen/${BSN}/PIP`, PIP)).status).toBe(201);
    gemeente.antwoordMet = () => 503;
    await eerste.klant.beheer('POST', `/personen/${id}/gebeurtenissen`, { gebeurtenisId: 'SS139' });
    await doodt(eerste.proces, 'SIGKILL');

    const bezorgd = new Promise<void>((klaar) => {
      gemeente.antwoordMet = () => {
        klaar();
        return 201;
      };
    });
    const { klant, proces } = await start();
    await bezorgd;
    const { body } = await klant.beheer('PUT', `/personen/${id}/klok`, {
      tijdstip: '2026-06-01T00:00:00Z',
    });
    expect(body.verzonden.map((n) => n.gebeurtenisId)).toEqual(['SS102']);
    const ss139 = gemeente.ontvangen.filter((o) => o.body.gebeurtenisId === 'SS139');
    expect(new Set(ss139.map((o) => o.berichtId)).size).toBe(1);
    expect((await klant.duo('GET', `/personen/${BSN}/PIP`)).status).toBe(200);
    expect(await doodt(proces, 'SIGTERM')).toBe(0);
  }, 30_000);

  it('begint met een scenario', async () => {
    const scenario = join(map, 'scenario.json');
    const persoon = {
      bsn: BSN,
      gemeenteOin: DUO_OIN,
      gebeurtenissen: [{ gebeurtenisId: 'SS139' }],
    };
    writeFileSync(scenario, JSON.stringify({ personen: [persoon] }));
    const { klant } = await start(['--scenario', scenario]);
    const { status } = await klant.beheer('POST', '/personen/_zoek', { bsn: BSN });
    expect(status).toBe(200);
  }, 30_000);

  it.each([
    [{ NODE_ENV: 'production' }, /productie/],
    [{ SIMULATOR_DUO_OIN: '' }, /SIMULATOR_DUO_OIN/],
  ])(
    'start niet met %j en zegt waarom',
    async (extra, reden) => {
      const proces = draai([], extra);
      const regels: string[] = [];
      createInterface(proces.stderr!).on('line', (regel) => regels.push(regel));
      const [code] = (await once(proces, 'close')) as [number];
      expect(code).toBe(1);
      expect(regels.join('\n')).toMatch(reden);
    },
    30_000,
  );
});
