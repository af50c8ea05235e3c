/** The table of DUO's events; pure data, nothing is faked. */
import { DUO_GEBEURTENISSEN, duoGebeurtenis } from './gebeurtenissen.js';

const ids = (kies: (g: (typeof DUO_GEBEURTENISSEN)[number]) => boolean): string[] =>
  DUO_GEBEURTENISSEN.filter(kies)
    .map((g) => g.id)
    .sort();

describe('gebeurtenissen van DUO', () => {
  it('kent 28 gebeurtenissen die DUO stuurt en 12 attentiesignalen', () => {
    expect(ids((g) => g.live)).toHaveLength(28);
    expect(ids((g) => !g.live)).toEqual(
      'SS112 SS122 SS123 SS126 SS127 SS132 SS133 SS135 SS136 SS140 SS141 SS142'.split(' '),
    );
  });

  it('heeft elke id één keer en in de vorm die DUO voorschrijft', () => {
    const alle = ids(() => true);
    expect(new Set(alle).size).toBe(alle.length);
    expect(alle.every((id) => /^[0-9A-Z]{1,6}$/.test(id))).toBe(true);
  });

  it('opent een traject bij elke melding van een nieuwe inburgeraar voor de gemeente', () => {
    expect(ids((g) => g.opent)).toEqual('SS101 SS120 SS121 SS128 SS129 SS130 SS139'.split(' '));
  });

  it('haalt bij elke gebeurtenis die DUO stuurt iets op, en bij een opening altijd plicht en doelgroep', () => {
    expect(ids((g) => g.live && g.ophalen.length === 0)).toEqual([]);
    expect(
      ids((g) => g.opent && !(g.ophalen.includes('plicht') && g.ophalen.includes('doelgroep'))),
    ).toEqual([]);
  });

  it('laat een attentiesignaal nooit een traject openen', () => {
    expect(ids((g) => !g.live && g.opent)).toEqual([]);
  });

  it('geeft niets voor een id die niet in de tabel staat', () => {
    expect(duoGebeurtenis('SS999')).toBeUndefined();
    expect(duoGebeurtenis('SS102')?.ophalen).toEqual(['termijn']);
  });
});
