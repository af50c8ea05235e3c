/** Real: the command's answering function and the engine. Not covered here: the process itself. */
import { REKENVOORBEELDEN } from '#domain/termijnen/rekenvoorbeelden.testdata.js';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { beantwoord, kalenderTekst, leesKalender } from './beantwoord.js';

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

  it('rekent met een meegegeven kalender en zegt welke dat is', () => {
    const tekst = JSON.stringify({
      ...STANDAARD_KALENDER,
      versie: 2,
      gelijkgesteldeDagen: [{ datum: '2026-05-26', staatscourant: '1' }],
    });
    const kalender = leesKalender(tekst);
    const { uitvoer } = beantwoord(
      '{"termijn":"BEZWAARTERMIJN","feiten":{"bekendmakingOp":"2026-04-13"}}',
      kalender,
    );
    expect(JSON.parse(uitvoer)).toMatchObject({ uiterlijkOp: '2026-05-27' });
    expect(kalender && kalenderTekst(kalender)).toBe(
      'Kalenderversie 2: 1 gelijkgestelde dagen, lijst bekend van 2026, 2027, 2028.',
    );
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"versie":1}',
    '{"versie":1,"gelijkgesteldeDagen":[{"datum":"2026-02-30"}],"bekendeJaren":[]}',
  ])('neemt %s niet als kalender', (tekst) => {
    expect(leesKalender(tekst)).toBeUndefined();
  });

  it('weigert invoer die geen JSON is', () => {
    expect(beantwoord('{')).toMatchObject({ uitgang: 1 });
  });
});
