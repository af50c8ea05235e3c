// Real: folders, lock files and process ids. Fake: no server runs; only its lock is taken.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTGRES_SLOT } from './postgres.js';
import { neemSlot, slotHouder } from './slot.js';
import { neemStaatmap, staatBasis, wisStaat } from './staat.js';

let basis: string;

beforeEach(() => {
  basis = mkdtempSync(join(tmpdir(), 'lokaal-staat-'));
});

afterEach(() => {
  rmSync(basis, { recursive: true, force: true });
});

describe('de staatmap', () => {
  it('is bij elke volgende start dezelfde, en bij twee starts tegelijk een eigen', () => {
    const eerste = neemStaatmap(basis);
    const tweede = neemStaatmap(basis);
    expect(tweede.map).not.toBe(eerste.map);

    eerste.geefTerug();
    const opnieuw = neemStaatmap(basis);

    expect(opnieuw.map).toBe(eerste.map);
  });

  it('ligt waar STAAT_MAP zegt, altijd in een map die alleen van ons is', () => {
    const voor = process.env['STAAT_MAP'];
    try {
      process.env['STAAT_MAP'] = basis;
      expect(staatBasis()).toBe(join(basis, '.lokaal'));
      process.env['STAAT_MAP'] = '';
      expect(staatBasis()).toBe(join(process.cwd(), '.lokaal'));
    } finally {
      if (voor === undefined) delete process.env['STAAT_MAP'];
      else process.env['STAAT_MAP'] = voor;
    }
  });

  it('wordt overgenomen van een programma dat niet meer leeft', async () => {
    const dood = spawn('/bin/sh', ['-c', 'exit']);
    await once(dood, 'exit');
    writeFileSync(join(basis, 'proef.slot'), JSON.stringify({ pid: dood.pid, begin: '' }));

    expect(slotHouder(basis, 'proef')).toBeUndefined();
    neemSlot(basis, 'proef');
    expect(slotHouder(basis, 'proef')).toBe(process.pid);
  });

  it('wordt ook overgenomen als het nummer van de vorige houder nu van een ander programma is', () => {
    writeFileSync(
      join(basis, 'proef.slot'),
      JSON.stringify({ pid: process.ppid, begin: 'eerder' }),
    );

    neemSlot(basis, 'proef');

    expect(slotHouder(basis, 'proef')).toBe(process.pid);
  });

  it('wordt gewist, met de gegevens die ergens anders staan', () => {
    const elders = mkdtempSync(join(tmpdir(), 'inburgeringsregie-'));
    const vreemd = mkdtempSync(join(tmpdir(), 'lokaal-vreemd-'));
    for (const [naam, plaats] of Object.entries({ 1: elders, 2: vreemd })) {
      mkdirSync(join(basis, naam));
      writeFileSync(join(basis, naam, 'postgres.plaats'), plaats);
    }

    wisStaat(basis);

    expect(existsSync(basis)).toBe(false);
    expect(existsSync(elders)).toBe(false);
    expect(existsSync(vreemd)).toBe(true);
    rmSync(vreemd, { recursive: true });
  });

  it('wordt niet gewist zolang er iets op draait', () => {
    const map = join(basis, '1');
    const geefTerug = neemSlot(map, POSTGRES_SLOT);

    expect(() => {
      wisStaat(basis);
    }).toThrow(/Er draait nog iets op .*PostgreSQL.*niets gewist/);
    expect(existsSync(map)).toBe(true);

    geefTerug();
    wisStaat(basis);
    expect(existsSync(map)).toBe(false);
  });
});
