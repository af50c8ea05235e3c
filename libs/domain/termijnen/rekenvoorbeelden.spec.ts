/** Real: the engine, its table and the standard calendar. Nothing is faked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const map = process.env['KETEN_SPECIFICATIES'] ?? join(process.cwd(), '../shared/keten');
  const bestand = join(map, '../recht/rekenvoorbeelden.json');
  const aanwezig = existsSync(bestand);
  const titel = 'bevat elk voorbeeld van het bestand, met dezelfde feiten en uitkomst';
  const inCi = process.env['CI'] === 'true';

  (aanwezig || inCi ? it : it.skip)(
    aanwezig ? titel : `${titel} (overgeslagen: ${bestand} ontbreekt)`,
    () => {
      type Voorbeeld = (typeof REKENVOORBEELDEN)[number];
      const rijen = JSON.parse(readFileSync(bestand, 'utf8')) as readonly Voorbeeld[];
      const eigen = new Map(REKENVOORBEELDEN.map((voorbeeld) => [voorbeeld.nr, voorbeeld]));
      const ontbreekt = rijen.filter((rij) => !eigen.has(rij.nr)).map((rij) => rij.nr);
      const teveel = [...eigen.keys()].filter((nr) => !rijen.some((rij) => rij.nr === nr));
      expect({ ontbreekt, teveel }).toEqual({ ontbreekt: [], teveel: [] });
      expect([...eigen.values()]).toEqual(rijen);
    },
  );
});
