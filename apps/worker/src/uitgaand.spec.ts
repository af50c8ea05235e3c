// Real: what the worker reads from its folder, and what an operator is told of an attempt. Fake: counters and log,
// which only keep; nothing is sent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UitgaandUitkomst } from '#adapters/uitgaand/uitgaand.port.js';
import { eenAttendering, UITGAAND_OIN } from '#test/support/attendering.js';
import { maakUitgaand, maakUitgaandWaarnemer } from './uitgaand.js';

const stil = (): void => undefined;
let map: string;

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'uitgaand-map-'));
});

afterEach(() => {
  rmSync(map, { recursive: true });
});

const schrijf = (naam: string, inhoud: string): void => {
  writeFileSync(join(map, naam), inhoud);
};

describe('de map met webhook en mail', () => {
  it('mag er niet zijn, of leeg: dan hoort geen gemeente iets', async () => {
    for (const waar of [undefined, map]) {
      const uitgaand = maakUitgaand(waar, stil);
      expect(await uitgaand.verstuur(eenAttendering())).toEqual({ soort: 'niet-ingericht' });
      await uitgaand.close();
    }
  });

  it('zegt per gemeente waarheen, en negeert wat geen bestand van een gemeente is', async () => {
    // Nobody listens there.
    const mail = {
      host: '127.0.0.1',
      poort: 9,
      tls: 'direct',
      van: 'a@b.example',
      aan: 'c@d.example',
    };
    schrijf(`${UITGAAND_OIN}.json`, JSON.stringify({ mail }));
    schrijf('leesmij.txt', 'Hier staan de bestanden.');
    const uitgaand = maakUitgaand(map, stil);

    expect(await uitgaand.verstuur(eenAttendering({ kanaal: 'mail' }))).toEqual({
      soort: 'storing',
      oorzaak: 'verbinding',
      ongewis: false,
    });
    expect(await uitgaand.verstuur(eenAttendering())).toEqual({ soort: 'niet-ingericht' });
    await uitgaand.close();
  });

  it.each([
    ['geen JSON', '{ geheim: "abc"'],
    ['een fout', JSON.stringify({ webhook: { url: 'https://b.example', geheim: 'abc' } })],
  ])(
    'met %s laat de worker niet starten, en wat er stond komt niet in de melding',
    (_naam, inhoud) => {
      schrijf(`${UITGAAND_OIN}.json`, inhoud);
      let melding = '';
      try {
        maakUitgaand(map, stil);
      } catch (fout) {
        melding = String(fout);
      }
      expect(melding).toContain(`Uitgaand-configuratie: ${UITGAAND_OIN}`);
      expect(melding).not.toMatch(/abc|example/);
    },
  );
});

describe('een poging om een gemeente te attenderen', () => {
  it.each<[UitgaandUitkomst, string | null, object]>([
    [{ soort: 'gelukt' }, null, {}],
    [{ soort: 'niet-ingericht' }, 'error', {}],
    [{ soort: 'niet-geautoriseerd' }, 'error', {}],
    [{ soort: 'geweigerd', oorzaak: 'http-410' }, 'error', { oorzaak: 'http-410' }],
    [
      { soort: 'storing', oorzaak: 'http', status: 503, ongewis: false },
      'warn',
      { oorzaak: 'http', status: 503 },
    ],
  ])(
    'wordt geteld, en komt bij de beheerder als die iets moet doen: %j',
    (uitkomst, niveau, meer) => {
      const geteld: unknown[] = [];
      const gelogd: unknown[] = [];
      const waarnemer = maakUitgaandWaarnemer(
        { uitgaand: { plus: (labels) => geteld.push(labels) } },
        {
          warn: (velden: unknown) => gelogd.push(['warn', velden]),
          error: (velden: unknown) => gelogd.push(['error', velden]),
        },
      );

      waarnemer('mail', uitkomst);

      const { soort } = uitkomst;
      expect(geteld).toEqual([{ kanaal: 'mail', uitkomst: soort }]);
      const velden = { actie: 'attendering', kanaal: 'mail', resultaat: soort, ...meer };
      expect(gelogd).toEqual(niveau === null ? [] : [[niveau, velden]]);
    },
  );
});
