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
  const start = async (args: string[] = []) => {
    const proces = draai(args);
    const regels = createInterface(proces.stdout!)[Symbol.asyncIterator]();
    const gereed = JSON.parse((await regels.next()).value as string) as {
      gereed: boolean;
      duo: string;
      beheer: string;
    };
    expect(gereed.gereed).toBe(true);
    const klant = await maakKlant(gereed);
    klanten.push(klant);
    return { proces, klant, regels };
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

  const scenario = (stappen: object[]): string => {
    const bestand = join(map, 'scenario.json');
    const persoon = { sleutel: 'een', bsn: BSN, gemeenteOin: DUO_OIN };
    const inhoud = { versie: 1, titel: 'Proef', personen: [persoon], stappen };
    writeFileSync(bestand, JSON.stringify(inhoud));
    return bestand;
  };
  const STUUR = { opDag: 2, persoon: 'een', stuur: 'SS139' };

  it('speelt een scenario, meldt het einde en doet het na een herstart niet nog eens', async () => {
    const bestand = scenario([
      STUUR,
      { opDag: 2, persoon: 'een', bezorgd: { gebeurtenisId: 'SS139' } },
      { opDag: 3, verwacht: { api: 'PIP', methode: 'POST', binnenSeconden: 0 } },
    ]);
    for (const keer of [1, 2]) {
      const { proces, regels, klant } = await start(['--scenario', bestand]);
      expect(JSON.parse((await regels.next()).value as string)).toEqual({
        scenario: 'Proef',
        gedaan: 2,
        nietVoldaan: 1,
      });
      expect((await klant.beheer('GET', '/scenario')).body.status).toBe('klaar');
      expect([keer, await doodt(proces, 'SIGTERM')]).toEqual([keer, 0]);
    }
    expect(gemeente.ontvangen.map(({ body }) => body.gebeurtenisId)).toEqual(['SS139']);
  }, 60_000);

  it('start niet met een scenario dat niet klopt, en noemt de plaats', async () => {
    const proces = draai(['--scenario', scenario([{ ...STUUR, opDag: -1 }])]);
    const [regel] = (await once(createInterface(proces.stderr!), 'line')) as [string];
    expect(regel).toMatch(/scenario klopt niet.*\/stappen\/0\/opDag: moet minstens 0 zijn/);
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
