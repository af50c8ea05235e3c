/** Real: the engine, its table and the standard calendar. Nothing is faked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { REKENVOORBEELDEN } from './rekenvoorbeelden.testdata.js';

describe('de rekenvoorbeelden', () => {
  it.each(REKENVOORBEELDEN.map((v) => [v.nr, v.verzoek.termijn, v] as const))(
    'geeft bij voorbeeld %i (%s) de verwachte dagen',
    (_nr, _termijn, { verzoek, verwacht }) => {
      expect(berekenTermijn(verzoek, { kalender: STANDAARD_KALENDER })).toMatchObject({
        ok: true,
        antwoord: verwacht,
      });
    },
  );
});

describe('de eigen tabel naast het bestand met rekenvoorbeelden', () => {
  type Voorbeeld = (typeof REKENVOORBEELDEN)[number];

  /** One line per example that is missing, too many or different; empty when the two say the same. */
  function verschillen(eigen: readonly Voorbeeld[], rijen: readonly Voorbeeld[]): string[] {
    const perNr = (lijst: readonly Voorbeeld[]) => new Map(lijst.map((rij) => [rij.nr, rij]));
    const [onze, hunne] = [perNr(eigen), perNr(rijen)];
    const nummers = [...new Set([...onze.keys(), ...hunne.keys()])].sort((a, b) => a - b);
    return nummers.flatMap((nr) => {
      const [a, b] = [onze.get(nr), hunne.get(nr)];
      if (a === undefined) return [`voorbeeld ${nr} ontbreekt in de eigen tabel`];
      if (b === undefined) return [`voorbeeld ${nr} staat niet in het bestand`];
      return (['verzoek', 'verwacht'] as const)
        .filter((deel) => !isDeepStrictEqual(a[deel], b[deel]))
        .map((deel) => `voorbeeld ${nr} heeft een ander ${deel}`);
    });
  }

  const map = process.env['KETEN_SPECIFICATIES'] ?? join(process.cwd(), '../shared/keten');
  const bestand = join(map, '../recht/rekenvoorbeelden.json');
  const aanwezig = existsSync(bestand);
  const titel = 'bevat elk voorbeeld van het bestand, met dezelfde feiten en uitkomst';
  const inCi = process.env['CI'] === 'true';

  (aanwezig || inCi ? it : it.skip)(
    aanwezig ? titel : `${titel} (overgeslagen: ${bestand} ontbreekt)`,
    () => {
      const rijen = JSON.parse(readFileSync(bestand, 'utf8')) as readonly Voorbeeld[];
      expect(verschillen(REKENVOORBEELDEN, rijen)).toEqual([]);
      expect(REKENVOORBEELDEN).toHaveLength(rijen.length);
    },
  );

  it('noemt wat ontbreekt, wat te veel is en wat verschilt', () => {
    const [een, twee, drie, ...rest] = REKENVOORBEELDEN as [
      Voorbeeld,
      Voorbeeld,
      Voorbeeld,
      ...Voorbeeld[],
    ];
    const anders = { ...drie, verwacht: { ...drie.verwacht, uiterlijkOp: '2026-04-29' } };
    const bestandMetVerschil = [twee, anders, ...rest, { ...een, nr: 999 }];
    expect(verschillen(REKENVOORBEELDEN, bestandMetVerschil)).toEqual([
      `voorbeeld ${een.nr} staat niet in het bestand`,
      `voorbeeld ${drie.nr} heeft een ander verwacht`,
      'voorbeeld 999 ontbreekt in de eigen tabel',
    ]);
    expect(verschillen(REKENVOORBEELDEN, [...REKENVOORBEELDEN].reverse())).toEqual([]);
  });
});
