// Real: the command line of the kit, also as a process of its own. Fake: certificates and DUO's files,
// which are only looked for here; what the kit finds is shown in test/contract/conformiteit.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBsn } from '#security/bsn.js';
import { bsnMaker } from './geval.js';
import { Gebruiksfout, leesOpties, type Opties } from './opties.js';

const OIN = '00000001003214345000';

let map: string;
let goed: Record<string, string>;

beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'conformiteit-opties-'));
  mkdirSync(join(map, 'Notificatie'));
  writeFileSync(join(map, 'Notificatie', 'openapi.yml'), '');
  writeFileSync(join(map, 'pem'), '-----BEGIN CERTIFICATE-----\n');
  writeFileSync(join(map, 'geen-pem'), 'x');
  goed = {
    url: 'https://gemeente.example/keten/notificaties',
    sleutel: join(map, 'pem'),
    certificaat: join(map, 'pem'),
    ca: join(map, 'pem'),
    bron: OIN,
    doel: OIN,
    specificaties: map,
  };
});

afterAll(() => {
  rmSync(map, { recursive: true });
});

function lees(anders: Record<string, string | undefined> = {}): Opties {
  const args = Object.entries({ ...goed, ...anders }).flatMap(([naam, waarde]) =>
    waarde === undefined ? [] : [`--${naam}`, waarde],
  );
  return leesOpties(args, {});
}

describe('npm run conformiteit', () => {
  it('leest waar het adres en de bestanden zijn', () => {
    expect(lees()).toMatchObject({
      kant: 'gemeente',
      url: goed['url'],
      specificaties: map,
      tijdMs: 15_000,
      bsnReeks: '9999',
    });
    expect(lees({ kant: 'duo', url: 'https://duo.example/', bsn: '999990019' })).toMatchObject({
      kant: 'duo',
      url: 'https://duo.example',
      beheer: undefined,
    });
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['zonder adres', { url: undefined }, /--url ontbreekt/],
    ['een adres zonder TLS', { url: 'http://gemeente.example/notificaties' }, /https:/],
    ['een adres dat niet op notificaties eindigt', { url: 'https://a.example' }, /notificaties/],
    ['een onbekende kant', { kant: 'coa' }, /gemeente of duo/],
    ['een bron die geen OIN is', { bron: '123' }, /--bron/],
    ['zonder doel', { doel: undefined }, /--doel ontbreekt/],
    ['een sleutel die er niet is', { sleutel: '/nergens' }, /leesbaar/],
    ['een ca die geen PEM is', { ca: 'package.json' }, /PEM/],
    ['een map zonder de bestanden van DUO', { specificaties: tmpdir() }, /OpenAPI-bestanden/],
    ['nul seconden', { tijd: '0' }, /--tijd/],
    ['een reeks van drie cijfers', { 'bsn-reeks': '999' }, /--bsn-reeks/],
    ['de kant van DUO zonder persoon', { kant: 'duo', url: 'https://duo.example' }, /--bsn of/],
    ['een optie die niet bestaat', { snel: 'ja' }, /snel/],
  ])('weigert %s', (_naam, anders, reden) => {
    expect(() => lees(anders)).toThrow(Gebruiksfout);
    expect(() => lees(anders)).toThrow(reden);
  });

  const draai = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--import', './tools/lokaal/bron.mjs', 'tools/conformiteit/main.ts', ...args],
      { encoding: 'utf8' },
    );

  it('eindigt met 2 en de gebruiksregels als het verkeerd wordt aangeroepen', () => {
    const { status, stderr, stdout } = draai('--kant', 'duo');

    expect(status).toBe(2);
    expect(stderr).toContain('--url ontbreekt.');
    expect(stderr).toContain('Gebruik: npm run conformiteit');
    expect(stdout).toBe('');
  });
});

describe('de testnummers', () => {
  it('beginnen met de reeks, doorstaan de elfproef en zijn elk een ander', () => {
    const nieuw = bsnMaker('9999');
    const nummers = Array.from({ length: 2_000 }, nieuw);

    expect(nummers.every((nummer) => isBsn(nummer) && nummer.startsWith('9999'))).toBe(true);
    expect(new Set(nummers).size).toBe(2_000);
  });
});
