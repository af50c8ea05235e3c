/** Real: the engine, its table and the standard calendar. Nothing is faked. */
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { STANDAARD_KEUZES } from './keuzes.js';
import { berekenReeks } from './reeks.js';
import type { TermijnAntwoord, TermijnKeuzes } from './typen.js';

const EINDE = '2029-05-11';
const PIP = '2026-05-11';

function reken(
  termijn: string,
  feiten: Record<string, unknown>,
  rest: object = {},
  keuzes: TermijnKeuzes = STANDAARD_KEUZES,
): TermijnAntwoord {
  const uitkomst = berekenTermijn(
    { termijn, feiten, ...rest },
    { kalender: STANDAARD_KALENDER, keuzes },
  );
  if (!uitkomst.ok) throw new Error(`${uitkomst.fout.code} ${uitkomst.fout.veld}`);
  return uitkomst.antwoord;
}

describe('de aanvang van de tien weken', () => {
  const feiten = { kennisgevingOp: '2026-06-20', gehuisvestViaHvw28: true };

  it('is nog niet bekend zolang een te huisvesten persoon niet is ingeschreven', () => {
    const antwoord = reken('PIP_VASTSTELLEN', feiten);
    expect(antwoord.uiterlijkOp).toBeNull();
    expect(antwoord.uitleg[0]?.tekst).toContain('nog niet');
  });

  it('is de kennisgeving voor wie toen al was ingeschreven of niet zo wordt gehuisvest', () => {
    for (const f of [
      { ...feiten, inschrijvingOp: '2026-06-01' },
      { ...feiten, gehuisvestViaHvw28: false },
    ]) {
      expect(reken('PIP_VASTSTELLEN', f).aanvangOp).toBe('2026-06-20');
    }
  });

  it('volgt voor 2022 de oude tekst, met een voorbehoud', () => {
    const antwoord = reken('PIP_VASTSTELLEN', {
      kennisgevingOp: '2022-03-01',
      gehuisvestViaHvw28: false,
      inschrijvingOp: '2022-02-01',
    });
    expect(antwoord).toMatchObject({
      aanvangOp: '2022-02-01',
      bron: { geldigVanaf: '2022-01-01' },
    });
    expect(antwoord.voorbehouden.join(' ')).toContain('afgeleid');
  });
});

describe('de uitleg', () => {
  it('noemt elke dag die het einde verschoof met de reden en het artikel', () => {
    const { uitleg } = reken('BEZWAARTERMIJN', { bekendmakingOp: '2026-04-13' });
    expect(uitleg).toContainEqual(
      expect.objectContaining({
        datum: '2026-05-25',
        tekst: 'Maandag 25 mei 2026 telt niet als laatste dag (Tweede Pinksterdag).',
        bron: expect.objectContaining({ artikel: '1 lid 1' }) as unknown,
      }),
    );
  });

  it('zegt waarom een zaterdag blijft staan als de Termijnenwet niet geldt', () => {
    const { uitleg } = reken('INBURGERINGSTERMIJN', { pipDagtekening: '2026-05-12' });
    expect(uitleg.map((stap) => stap.tekst).join(' ')).toContain(
      '(zaterdag) blijft de laatste dag',
    );
  });
});

describe('het voorbehoud over gelijkgestelde dagen', () => {
  const dagen = (jaar: number): string =>
    reken('BEZWAARTERMIJN', { bekendmakingOp: `${jaar}-03-01` }).voorbehouden.join(' ');

  const ONBEKEND = Array.from({ length: 79 }, (_, n) => 2022 + n).filter(
    (jaar) => jaar < 2026 || jaar > 2028,
  );

  it.each(ONBEKEND)('staat bij een einde in %i', (jaar) => {
    expect(dagen(jaar)).toContain(String(jaar));
  });

  it.each([2026, 2027, 2028])('staat niet bij een einde in %i', (jaar) => {
    expect(dagen(jaar)).toBe('');
  });

  it('staat bij een einde dat pas door de verschuiving een onbekend jaar raakt', () => {
    // 31 December 2028 is a Sunday and 1 January 2029 a holiday.
    const antwoord = reken('BEZWAARTERMIJN', { bekendmakingOp: '2028-11-19' });
    expect(antwoord.uiterlijkOp).toBe('2029-01-02');
    expect(antwoord.voorbehouden.join(' ')).toContain('2029');
  });

  it('staat niet bij een termijn buiten de Termijnenwet', () => {
    expect(reken('LEERROUTE_WIJZIGEN', { pipDagtekening: '2028-05-11' }).voorbehouden).toEqual([]);
  });
});

describe('verlenging', () => {
  const v = (feiten: Record<string, unknown>, rest: object = {}): TermijnAntwoord =>
    reken('VERLENGING', { eindeTermijn: EINDE, ...feiten }, rest);

  it('geeft niets als de omstandigheid een dag korter duurde dan drie maanden', () => {
    expect(v({ grond: 'a', van: '2027-01-14', tot: '2027-04-12' })).toMatchObject({
      uiterlijkOp: EINDE,
      verlengd: false,
    });
    expect(v({ grond: 'a', van: '2027-01-14', tot: '2027-04-13' })).toMatchObject({ dagen: 90 });
    expect(v({ grond: 'd', duurMaanden: 2 })).toMatchObject({ verlengd: false });
  });

  it('houdt de langste duur van gronden h en i aan, ook in dagen', () => {
    expect(v({ grond: 'h', van: '2027-01-01', tot: '2027-12-31' }).uiterlijkOp).toBe('2029-11-11');
    expect(v({ grond: 'i', duurMaanden: 36 }).uiterlijkOp).toBe('2031-05-11');
    expect(v({ grond: 'j', duurMaanden: 36 }).uiterlijkOp).toBe('2032-05-11');
  });

  const g = { grond: 'g', leerroute: 'B', pipDagtekening: PIP };

  it('telt bij een laat aanbod zonder start tot en met de peildatum', () => {
    expect(v(g, { peildatum: '2026-08-21' })).toMatchObject({
      dagen: 10,
      uiterlijkOp: '2029-05-21',
    });
    expect(v({ ...g, startLessenOp: '2026-08-12' })).toMatchObject({ verlengd: false });
    expect(v({ ...g, startLessenOp: '2026-10-01', doelgroep: 'gezin' })).toMatchObject({
      verlengd: false,
    });
  });

  it('geeft op de onderwijsroute vast zes maanden als de start na zes maanden komt', () => {
    const o = { ...g, leerroute: 'O' };
    expect(v({ ...o, startLessenOp: '2026-11-12' }).uiterlijkOp).toBe('2029-11-11');
    expect(v({ ...o, startLessenOp: '2026-11-11' })).toMatchObject({ verlengd: false });
    expect(v(o).uiterlijkOp).toBe('2029-11-11');
    // The day of the aanbod itself is no fact here: both outcomes say that it may matter.
    for (const startLessenOp of ['2026-11-12', '2026-11-11']) {
      expect(v({ ...o, startLessenOp }).voorbehouden.join()).toContain('aanbod zelf');
    }
  });

  it('telt bij een beëindigde opleiding de inschrijving, bij entree ten hoogste twee jaar', () => {
    const periode = { grond: 'opleiding', van: '2026-01-01', tot: '2028-12-31' };
    expect(v({ ...periode, soort: 'pro' })).toMatchObject({ dagen: 1096 });
    expect(v({ ...periode, soort: 'entree' }).uiterlijkOp).toBe('2031-05-11');
    expect(v({ grond: 'opleiding', soort: 'vso', nogBezig: true }).uiterlijkOp).toBe('2031-05-11');
  });

  it('stapelt gronden: de volgende begint bij het einde van de vorige', () => {
    const stapel = (...gronden: string[]) =>
      berekenReeks(
        {
          vraag: { termijn: 'INBURGERINGSTERMIJN', feiten: { pipDagtekening: '2026-05-11' } },
          daarna: gronden.map((grond) => ({
            vraag: { termijn: 'VERLENGING', feiten: { grond } },
            feit: 'eindeTermijn' as const,
          })),
        },
        { kalender: STANDAARD_KALENDER },
      );
    expect(stapel('c', 'inspanningen')).toMatchObject({
      antwoord: { uiterlijkOp: '2030-02-28', bron: { artikel: '4.4' } },
    });
    // What the engine refuses moves nothing, and says so.
    const metOnbekende = stapel('c', 'x');
    expect(metOnbekende).toMatchObject({ ok: true, antwoord: { uiterlijkOp: '2029-08-31' } });
    expect(JSON.stringify(metOnbekende)).toContain('Telt niet mee');
  });
});

describe('overige regels', () => {
  it('laat de plicht doorlopen na een onderbreking van precies een jaar, en eindigen na een dag meer', () => {
    const feiten = { van: '2027-02-01', tot: '2028-01-31', eindeTermijn: EINDE };
    expect(reken('ONDERBREKING', feiten)).toMatchObject({
      plichtGeeindigd: false,
      dagen: 365,
      uiterlijkOp: '2030-05-11',
    });
    expect(reken('ONDERBREKING', { ...feiten, tot: '2028-02-01' })).toMatchObject({
      plichtGeeindigd: true,
      uiterlijkOp: null,
    });
  });

  it('neemt bij informatie van een derde de laatste van de twee dagen', () => {
    const feiten = { ontvangenOp: '2026-06-03', eindeTienWeken: '2026-07-01' };
    expect(reken('PIP_NA_INFORMATIE_DERDEN', feiten).uiterlijkOp).toBe('2026-07-01');
  });

  it('verdubbelt bij recidive het hoogste basisbedrag tot ten hoogste 800 euro', () => {
    const eerder = (constateringOp: string, basisbedragEuro: number, onherroepelijk = true) => ({
      constateringOp,
      basisbedragEuro,
      onherroepelijk,
    });
    const bedrag = (...eerdere: object[]): unknown =>
      reken('RECIDIVE_ARTIKEL_23', { constateringOp: '2027-03-19', eerdere }).basisbedragEuro;
    expect(bedrag()).toBe(50);
    expect(bedrag(eerder('2026-05-01', 50), eerder('2026-09-01', 100))).toBe(200);
    expect(bedrag(eerder('2026-05-01', 800))).toBe(800);
    expect(bedrag(eerder('2026-03-18', 400))).toBe(50);
    expect(bedrag(eerder('2026-03-19', 400))).toBe(800);
    expect(bedrag(eerder('2027-03-18', 400, false))).toBe(50);
  });

  it('neemt bij artikel 24 en 25 samen de langste nieuwe termijn', () => {
    const feiten = {
      bekendmakingOp: '2029-06-14',
      artikel: '24+25',
      ontbrekendeOnderdelen: 2,
      behaaldeOnderdelen: 4,
    };
    expect(reken('NIEUWE_TERMIJN_NA_BOETE', feiten).maanden).toBe(12);
  });

  it.each([
    ['asiel', 400, 24],
    ['asiel', 401, 18],
    ['asiel', 1200, 12],
    ['asiel', 1599, 6],
    ['gezin', 200, 24],
    ['gezin', 601, 6],
  ])('geeft op de Z-route (%s) bij %i uren %i maanden', (doelgroep, gevolgdeUren, maanden) => {
    const feiten = { bekendmakingOp: '2029-06-14', artikel: '25', leerroute: 'Z', doelgroep };
    expect(reken('NIEUWE_TERMIJN_NA_BOETE', { ...feiten, gevolgdeUren }).maanden).toBe(maanden);
  });

  it('begint de aflossing op de eerste dag van een maand', () => {
    expect(reken('AFLOSSING_SOCIALE_LENING_VANAF', { eindePlicht: '2029-03-14' })).toMatchObject({
      uiterlijkOp: null,
      vroegstOp: '2029-10-01',
    });
  });

  it('verschuift bij een dwangsom de twee weken wel en de 42 dagen niet', () => {
    expect(reken('DWANGSOM', { ingebrekestellingOp: '2026-08-08' })).toMatchObject({
      eersteDagOp: '2026-08-24',
      uiterlijkOp: '2026-10-04',
    });
  });

  it('noemt de laatste werkdag binnen twee maanden na de boete', () => {
    expect(reken('BREDE_INTAKE_NA_BOETE', { bekendmakingOp: '2026-03-25' })).toMatchObject({
      uiterlijkOp: '2026-05-25',
      laatsteWerkdagOp: '2026-05-22',
    });
  });

  it('volgt de instelling voor ontzorgen en voor de dwangsom', () => {
    const feiten = { rechtOpBijstandOp: '2026-08-31' };
    const keuzes = {
      ...STANDAARD_KEUZES,
      ontzorgenTelling: 'dag_zelf',
      dwangsomEersteDag: 'dag_15',
    } as const;
    expect(reken('ONTZORGEN', feiten, {}, keuzes).uiterlijkOp).toBe('2027-02-27');
    expect(reken('DWANGSOM', { ingebrekestellingOp: '2026-08-10' }, {}, keuzes).eersteDagOp).toBe(
      '2026-08-25',
    );
  });

  it('zegt bij een lopende opschorting wat het einde is als zij op de peildatum stopt', () => {
    const antwoord = reken(
      'AANVRAAG_BESLISSEN',
      { ontvangenOp: '2026-06-08' },
      { schorsingen: [{ van: '2026-06-10', grond: 'overmacht' }], peildatum: '2026-06-19' },
    );
    expect(antwoord.uiterlijkOp).toBeNull();
    expect(antwoord.uitleg.at(-1)?.datum).toBe('2026-08-13');
  });
});
