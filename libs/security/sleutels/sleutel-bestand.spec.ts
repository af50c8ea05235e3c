// Real: files in a temporary folder.
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SleutelBestand } from './sleutel-bestand.adapter.js';
import type { Sleutelrij } from './sleutelrij.js';

const eenRij = (eigenaar: string): Sleutelrij => ({
  id: randomUUID(),
  eigenaar,
  gemeente: randomUUID(),
  categorie: 'kern',
  omhuld: randomBytes(61),
  gemaaktTijdstip: '2026-01-01T00:00:00.000Z',
  vernietigdTijdstip: null,
});
const grafsteen = (rij: Sleutelrij): Sleutelrij => ({
  ...rij,
  omhuld: null,
  vernietigdTijdstip: '2026-02-01T00:00:00.000Z',
});
const alleVernietigingen = async (opslag: SleutelBestand): Promise<unknown[]> => {
  const gevonden: unknown[] = [];
  for await (const een of opslag.vernietigingen()) gevonden.push(een);
  return gevonden;
};

describe('SleutelBestand', () => {
  let map = '';
  let opslag: SleutelBestand;
  beforeEach(async () => {
    map = await mkdtemp(join(tmpdir(), 'sleutels-'));
    opslag = new SleutelBestand(map);
  });
  afterEach(() => rm(map, { recursive: true }));

  const bestanden = async (): Promise<string[]> =>
    (await readdir(map, { recursive: true })).filter((naam) => naam.includes('.'));

  it('geeft terug wat is vastgelegd, leesbaar voor de eigenaar van het proces alleen', async () => {
    const rij = eenRij(randomUUID());
    await opslag.legVast([rij]);
    expect(await opslag.lees(rij.eigenaar, ['kern', 'medisch'])).toEqual([rij]);
    const [naam] = await bestanden();
    expect((await stat(join(map, naam!))).mode & 0o777).toBe(0o600);
  });

  it('laat van schrijvers tegelijk er één winnen, en allen zien dezelfde', async () => {
    const eigenaar = randomUUID();
    const uitkomsten = await Promise.all(
      Array.from({ length: 10 }, () => opslag.legVast([eenRij(eigenaar)])),
    );
    expect(new Set(uitkomsten.map(([rij]) => rij?.id)).size).toBe(1);
    expect(await bestanden()).toHaveLength(1);
  });

  it('laat na vernietigen geen sleutel achter, en neemt geen nieuwe meer aan', async () => {
    const rij = eenRij(randomUUID());
    await opslag.legVast([rij]);
    await opslag.vernietig([grafsteen(rij)]);
    for (const naam of await bestanden()) {
      const inhoud = await readFile(join(map, naam), 'utf8');
      expect(inhoud).not.toContain(rij.omhuld!.toString('base64'));
    }
    expect(await opslag.legVast([eenRij(rij.eigenaar)])).toEqual([grafsteen(rij)]);
  });

  it('somt alle vernietigingen op, ook na een regel die een stroomstoring afbrak', async () => {
    const [eerste, tweede] = [eenRij(randomUUID()), eenRij(randomUUID())];
    await opslag.vernietig([grafsteen(eerste)]);
    await appendFile(join(map, 'vernietigd.log'), '0198a000-0000');
    await opslag.vernietig([grafsteen(tweede)]);
    expect(await alleVernietigingen(opslag)).toEqual([
      { eigenaar: eerste.eigenaar, categorie: 'kern' },
      { eigenaar: tweede.eigenaar, categorie: 'kern' },
    ]);
  });

  it('weigert een eigenaar die geen uuid is', async () => {
    await expect(opslag.legVast([eenRij('../../etc/passwd')])).rejects.toThrow(/uuid/);
  });
});
