/** Real: the command's answering function and the engine. Not covered here: the process itself. */
import { REKENVOORBEELDEN } from '#domain/termijnen/rekenvoorbeelden.testdata.js';
import { beantwoord } from './beantwoord.js';

describe('npm run termijn', () => {
  it('geeft voor alle rekenvoorbeelden de antwoorden in dezelfde volgorde', () => {
    const { uitvoer, uitgang } = beantwoord(
      JSON.stringify(REKENVOORBEELDEN.map((voorbeeld) => voorbeeld.verzoek)),
    );
    expect(JSON.parse(uitvoer)).toMatchObject(REKENVOORBEELDEN.map((v) => v.verwacht));
    expect(uitgang).toBe(0);
  });

  it('geeft voor een verzoek een antwoord', () => {
    const { uitvoer, uitgang } = beantwoord(
      '{"termijn":"BEZWAARTERMIJN","feiten":{"bekendmakingOp":"2026-04-13"}}',
    );
    expect(JSON.parse(uitvoer)).toMatchObject({ uiterlijkOp: '2026-05-26' });
    expect(uitgang).toBe(0);
  });

  it('zet een weigering op haar plaats in de lijst en eindigt met 1', () => {
    const { uitvoer, uitgang } = beantwoord(
      JSON.stringify([
        { termijn: 'BEZWAARTERMIJN', feiten: {} },
        { termijn: 'BEZWAARTERMIJN', feiten: { bekendmakingOp: '2026-05-11' } },
        null,
      ]),
    );
    expect(JSON.parse(uitvoer)).toMatchObject([
      { fout: { veld: 'bekendmakingOp' } },
      { uiterlijkOp: '2026-06-22' },
      { fout: { code: 'VERZOEK_ONGELDIG' } },
    ]);
    expect(uitgang).toBe(1);
  });

  it('weigert invoer die geen JSON is', () => {
    expect(beantwoord('{')).toMatchObject({ uitgang: 1 });
  });
});
