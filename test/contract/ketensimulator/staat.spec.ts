// Real: the simulator's memory and its file. Nothing is fake.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Staat } from '#apps/ketensimulator/src/toestand/staat.js';

let map: string;
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ketensimulator-staat-'));
});
afterEach(() => {
  rmSync(map, { recursive: true, force: true });
});

describe('de toestand van de ketensimulator', () => {
  it('schrijft nooit twee keer tegelijk, ook niet voor wie vraagt als de volgende begint', async () => {
    const bestand = join(map, 'staat.json');
    const staat = new Staat(bestand);
    const eerste = staat.bewaar();
    const tweede = staat.bewaar();
    await eerste;
    staat.gegevens.laatsteContactId = 7;
    await Promise.all([tweede, staat.bewaar()]);
    expect(JSON.parse(readFileSync(bestand, 'utf8'))).toMatchObject({ laatsteContactId: 7 });
  });
});
