/** Real: the engine and its table. Nothing is faked. */
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { berekenLos } from './los.js';
import { VORMEN } from './termijncodes.testdata.js';

function voorbehouden(termijn: string, feiten: Record<string, unknown>): string {
  const uitkomst = berekenLos({ termijn, feiten }, STANDAARD_KALENDER);
  return uitkomst.ok ? uitkomst.antwoord.voorbehouden.join('\n') : uitkomst.fout.code;
}

describe('een losse berekening', () => {
  it('noemt de gebruikte keuze als een andere keuze een andere dag geeft', () => {
    expect(voorbehouden('ONTZORGEN', { rechtOpBijstandOp: '2026-08-31' })).toContain(
      'het latere einde',
    );
    expect(voorbehouden('DWANGSOM', { ingebrekestellingOp: '2026-08-10' })).toContain(
      'plus veertien dagen',
    );
  });

  it('noemt geen keuze die niets uitmaakt', () => {
    expect(voorbehouden('ONTZORGEN', { rechtOpBijstandOp: '2026-06-15' })).not.toContain('keuze');
  });

  it.each(VORMEN)(
    'geeft voor $termijn met $feiten verder het antwoord van de rekenkern',
    (vorm) => {
      const { termijn, feiten } = vorm;
      const kern = berekenTermijn({ termijn, feiten }, { kalender: STANDAARD_KALENDER });
      if (!kern.ok) throw new Error(kern.fout.code);
      expect(berekenLos({ termijn, feiten }, STANDAARD_KALENDER)).toEqual({
        ok: true,
        antwoord: { ...kern.antwoord, voorbehouden: expect.any(Array) as string[] },
      });
    },
  );
});
