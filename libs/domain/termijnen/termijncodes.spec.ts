/** Real: the engine and its table. Nothing is faked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REKENAARS } from './regels/rekenaars.js';
import { TERMIJNCODES, VORMEN } from './termijncodes.testdata.js';
import { WETTELIJKE_TERMIJNEN } from './wettelijke-termijnen.js';

const gesorteerd = (namen: Iterable<string>): string[] => [...new Set(namen)].sort();
/** What the file names besides facts: values of a choice, fields of the answer and of one line of `eerdere`. */
const GEEN_FEITEN = [
  ...['asiel', 'gezin', 'dossier', 'kern', 'vooruit', 'terug', 'pro', 'vso', 'entree'],
  ...['uiterlijkOp', 'peildatum', 'onherroepelijk', 'basisbedragEuro'],
];
const CODES = gesorteerd(Object.keys(TERMIJNCODES));

describe('de termijncodes', () => {
  it('zijn precies die van de rekenkern en van de tabel', () => {
    expect(gesorteerd(REKENAARS.keys())).toEqual(CODES);
    expect(gesorteerd(WETTELIJKE_TERMIJNEN.map(({ code }) => code))).toEqual(CODES);
  });

  it('hebben elk een volledig verzoek met elk van hun feiten', () => {
    expect(gesorteerd(VORMEN.map(({ termijn }) => termijn))).toEqual(CODES);
    for (const code of CODES) {
      const gebruikt = VORMEN.filter(({ termijn }) => termijn === code).flatMap(({ feiten }) =>
        Object.keys(feiten),
      );
      expect([code, gesorteerd(gebruikt)]).toEqual([code, gesorteerd(TERMIJNCODES[code] ?? [])]);
    }
  });
});

describe('de eigen lijst naast het bestand met termijncodes', () => {
  const cellen = (regel: string): string[] => regel.split('|').map((cel) => cel.trim());
  const woorden = (cel: string): string[] =>
    [...cel.matchAll(/`(\w+)(?:: true)?`/g)].map(([, w]) => w ?? '');

  /** One line per code or fact name that one has and the other has not. */
  function verschillen(bestand: string): string[] {
    const tabel = new Map<string, string>();
    let gronden = '';
    for (const regel of bestand.split('\n').filter((een) => een.startsWith('|'))) {
      const [, eerste = '', tweede = '', derde = ''] = cellen(regel);
      if (/^[A-Z][A-Z0-9_]+$/.test(eerste)) tabel.set(eerste, derde);
      else if (eerste.startsWith('`')) gronden += ` ${tweede}`;
    }
    const codes = gesorteerd([...tabel.keys(), ...CODES]);
    return codes.flatMap((code) => {
      const cel = tabel.get(code);
      const eigen = TERMIJNCODES[code];
      if (cel === undefined) return [`${code} staat niet in het bestand`];
      if (eigen === undefined) return [`${code} ontbreekt in de eigen lijst`];
      const genoemd = woorden(code === 'VERLENGING' ? `${cel} ${gronden}` : cel);
      // Names of one letter, numbers and the values of a choice are no facts.
      const feiten = genoemd.filter(
        (naam) => /^[a-zA-Z]{3,}\d*$/.test(naam) && !GEEN_FEITEN.includes(naam),
      );
      return [
        ...eigen
          .filter((naam) => !genoemd.includes(naam))
          .map((naam) => `${code}: ${naam} te veel`),
        ...gesorteerd(feiten)
          .filter((naam) => !eigen.includes(naam))
          .map((naam) => `${code}: ${naam} ontbreekt`),
      ];
    });
  }
  const map = process.env['KETEN_SPECIFICATIES'] ?? join(process.cwd(), '../shared/keten');
  const bestand = join(map, '../recht/termijncodes.md');
  const aanwezig = existsSync(bestand);
  const inCi = process.env['CI'] === 'true';
  const titel = 'heeft elke code van het bestand met zijn feiten, en geen andere';

  (aanwezig || inCi ? it : it.skip)(
    aanwezig ? titel : `${titel} (overgeslagen: ${bestand} ontbreekt)`,
    () => {
      expect(verschillen(readFileSync(bestand, 'utf8'))).toEqual([]);
    },
  );

  it('noemt een code en een feit die ontbreken of te veel zijn', () => {
    const regels = CODES.filter((code) => code !== 'ONTZORGEN').map((code) => {
      const feiten = (TERMIJNCODES[code] ?? []).filter((naam) => naam !== 'boeterapportOp');
      return `| ${code} | T0 | ${feiten.map((naam) => `\`${naam}\``).join(', ')} | |`;
    });
    const nieuw = '| VERZONNEN_TERMIJN | T99 | `verzonnenOp` | |';
    const extra = '| HUISVESTING | T29 | `vergunningOp`, `woningOp` | |';
    expect(verschillen([...regels, nieuw, extra].join('\n'))).toEqual([
      'BOETEBESLUIT: boeterapportOp te veel',
      'HUISVESTING: woningOp ontbreekt',
      'ONTZORGEN staat niet in het bestand',
      'VERZONNEN_TERMIJN ontbreekt in de eigen lijst',
    ]);
  });
});
