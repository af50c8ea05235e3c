/** Real: the whole core with the shipped table, calendar and settings. The prints, which the door makes, are words. */
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { naarDatum } from '../datum/datum.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { takenVan, termijnenVan } from '../traject/overzicht.js';
import type { Opdracht } from '../traject/opdracht.js';
import { vouw } from '../traject/pas-toe.js';

const D = naarDatum;
const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000011';
const BSN = '999993653';
type Profiel = Extract<Opdracht, { soort: 'legCoaProfielVast' }>;

const persoon = { bsn: BSN, vNummer: null, naam: null, geboortedatum: null };

function profiel(
  meer: Partial<Profiel['profiel']> = {},
  wie: Partial<Profiel['persoon']> = {},
  afdruk: NonNullable<Profiel['afdruk']> = { 'gegevens.taal': 'a' },
): Profiel {
  return {
    soort: 'legCoaProfielVast',
    persoon: { ...persoon, ...wie },
    profiel: {
      schemaVersie: 1,
      koppelingOp: D('2026-06-15'),
      vergunningOp: D('2026-06-01'),
      herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: D('2026-06-15') },
      gegevens: {},
      ...meer,
    },
    medisch: null,
    afdruk,
  };
}

function geef(journaal: Journaal, opdracht: Opdracht, op = '2026-07-01'): readonly Gebeurtenis[] {
  const eerder = journaal.regels.length;
  const nee = journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
  if (nee !== null) throw new Error(nee.code);
  return journaal.regels.slice(eerder).map(({ gebeurtenis }) => gebeurtenis);
}

function weiger(journaal: Journaal, opdracht: Opdracht): string | undefined {
  return journaal.geef(opdracht, omgevingOp('2026-07-01T09:00:00.000Z'))?.code;
}

/** Opened by COA, or by DUO with only the BSN; the first profile has come. */
function overgedragen(eerste = profiel(), bron: 'COA' | 'DUO' = 'COA'): Journaal {
  const journaal = new Journaal();
  const wie = bron === 'COA' ? eerste.persoon : persoon;
  geef(journaal, { soort: 'openTraject', trajectId: ID, proef: false, bron, persoon: wie });
  geef(journaal, eerste);
  return journaal;
}

const soorten = (gebeurtenissen: readonly Gebeurtenis[]): string[] =>
  gebeurtenissen.map(({ soort }) => soort);
const open = ({ toestand }: Journaal): string[] => takenVan(toestand).map(({ soort }) => soort);
const termijn = ({ toestand }: Journaal): string | undefined =>
  termijnenVan(toestand).find(({ sleutel }) => sleutel === 'HUISVESTING')?.uiterlijkOp;

describe('een profiel van COA dat nog eens komt', () => {
  it('geeft niets nieuws als COA hetzelfde zegt, ook als het minder zegt', () => {
    const journaal = overgedragen(profiel({}, { naam: 'Testpersoon' }));

    expect(geef(journaal, profiel({}, { naam: 'Testpersoon' }))).toEqual([]);
    expect(geef(journaal, profiel({ vergunningOp: null }, {}, {}))).toEqual([]);
  });

  it('geeft één gebeurtenis met wat er anders is, en de termijn gaat mee', () => {
    const journaal = overgedragen();
    const voor = termijn(journaal);

    const nieuw = geef(
      journaal,
      profiel(
        { vergunningOp: D('2026-06-08') },
        {},
        { 'gegevens.taal': 'b', 'gegevens.land': 'c' },
      ),
    );

    expect(soorten(nieuw)).toEqual(['coaProfielVastgelegd', 'termijnVerplaatst']);
    expect(nieuw[0]).toMatchObject({
      wijziging: {
        vorigNr: 2,
        velden: ['vergunningOp', 'gegevens.taal', 'gegevens.land'],
        strijdig: [],
      },
    });
    expect(termijn(journaal)).not.toBe(voor);
    expect(open(journaal)).not.toContain('coa-profiel-beoordelen');
  });

  it('laat staan wat het niet noemt', () => {
    const journaal = overgedragen();
    geef(journaal, profiel({ vergunningOp: null, koppelingOp: D('2026-06-16') }));

    expect(journaal.toestand.koppeling).toMatchObject({
      op: '2026-06-16',
      vergunningOp: '2026-06-01',
    });
  });

  it('vult aan wat nog niet bekend was, in dezelfde gebeurtenis', () => {
    const journaal = overgedragen();
    const nieuw = geef(journaal, profiel({}, { vNummer: '1234567890', naam: 'Testpersoon' }));

    expect(soorten(nieuw)).toEqual(['coaProfielVastgelegd']);
    expect(nieuw[0]).toMatchObject({ wijziging: { velden: ['naam', 'vNummer'] } });
    expect(journaal.toestand.persoon).toMatchObject({
      vNummer: '1234567890',
      naam: 'Testpersoon',
    });
  });

  it('neemt een naam over die COA herstelt, maar niet een die een medewerker anders vastlegde', () => {
    const vanCoa = overgedragen(profiel({}, { naam: 'Testpersoon' }));
    geef(vanCoa, profiel({}, { naam: 'Testpersoon Hersteld' }));
    expect(vanCoa.toestand.persoon.naam).toBe('Testpersoon Hersteld');

    const vanMedewerker = overgedragen(profiel(), 'DUO');
    geef(vanMedewerker, { soort: 'vulPersoonAan', persoon: { ...persoon, naam: 'Testpersoon' } });
    geef(vanMedewerker, profiel({}, { naam: 'Testpersoon Anders' }));
    expect(vanMedewerker.toestand.persoon.naam).toBe('Testpersoon');
    expect(open(vanMedewerker)).toContain('coa-profiel-beoordelen');
  });

  it('neemt een naam die COA eerst bevestigde niet later toch over', () => {
    const journaal = overgedragen(profiel(), 'DUO');
    geef(journaal, { soort: 'vulPersoonAan', persoon: { ...persoon, naam: 'Testpersoon' } });
    geef(journaal, profiel({}, { naam: 'Testpersoon' }));
    expect(open(journaal)).not.toContain('coa-profiel-beoordelen');

    geef(journaal, profiel({}, { naam: 'Testpersoon Anders' }));

    expect(journaal.toestand.persoon.naam).toBe('Testpersoon');
    expect(open(journaal)).toContain('coa-profiel-beoordelen');
  });

  it('weigert een ander nummer en een dag in de toekomst', () => {
    const journaal = overgedragen();
    expect(weiger(journaal, profiel({}, { bsn: '999990342' }))).toBe('ANDERE_PERSOON');
    expect(weiger(journaal, profiel({ koppelingOp: D('2026-07-02') }))).toBe('DATUM_IN_TOEKOMST');
  });

  it('legt vast wat komt als het niet te vergelijken is, zoals het altijd deed', () => {
    const { afdruk: _afdruk, ...oud } = profiel();
    const journaal = overgedragen(oud);
    expect(journaal.toestand).not.toHaveProperty('coaProfiel');
    expect(soorten(geef(journaal, oud))).toEqual(['coaProfielVastgelegd']);

    // What was handed over before profiles were compared: its dates are known, the rest is new once.
    expect(geef(journaal, profiel())[0]).toMatchObject({
      wijziging: { velden: ['gegevens.taal'], strijdig: [] },
    });
    expect(geef(journaal, profiel())).toEqual([]);
  });
});

describe('een profiel dat het dossier tegenspreekt', () => {
  const DRIEGESPREK: Opdracht = {
    soort: 'rondDriegesprekAf',
    vorm: 'in-persoon',
    gevoerdOp: D('2026-06-18'),
  };
  const LATER = profiel({ koppelingOp: D('2026-06-25') });

  function metDriegesprek(): Journaal {
    const journaal = overgedragen();
    geef(journaal, DRIEGESPREK);
    geef(journaal, LATER);
    return journaal;
  }

  it('verzet een koppeling niet tot na wat al gedaan is, maar wordt een taak', () => {
    const journaal = metDriegesprek();

    expect(journaal.toestand.koppeling?.op).toBe('2026-06-15');
    expect(open(journaal)).toContain('coa-profiel-beoordelen');
    expect(geef(journaal, LATER)).toEqual([]);
    expect(weiger(journaal, { soort: 'beoordeelCoaProfiel', uitkomst: 'overgenomen' })).toBe(
      'KOPPELING_NA_GEVOLG',
    );
  });

  it('wordt na een correctie alsnog overgenomen', () => {
    const journaal = metDriegesprek();
    geef(journaal, { soort: 'trekFeitIn', feit: 'driegesprek', reden: 'Was de dag erna.' });

    const gedaan = geef(journaal, { soort: 'beoordeelCoaProfiel', uitkomst: 'overgenomen' });

    expect(gedaan[0]).toMatchObject({
      soort: 'coaProfielBeoordeeld',
      oud: { koppelingOp: '2026-06-15' },
      nieuw: { koppelingOp: '2026-06-25' },
    });
    expect(journaal.toestand.koppeling?.op).toBe('2026-06-25');
    expect(open(journaal)).not.toContain('coa-profiel-beoordelen');
  });

  it('komt na behouden niet terug zolang COA hetzelfde zegt', () => {
    const journaal = metDriegesprek();
    geef(journaal, { soort: 'beoordeelCoaProfiel', uitkomst: 'behouden' });

    expect(journaal.toestand.koppeling?.op).toBe('2026-06-15');
    expect(geef(journaal, LATER)).toEqual([]);
    expect(open(journaal)).not.toContain('coa-profiel-beoordelen');
    expect(weiger(journaal, { soort: 'beoordeelCoaProfiel', uitkomst: 'behouden' })).toBe(
      'GEEN_STRIJDIG_PROFIEL',
    );
  });

  it('is afgedaan als COA daarna zegt wat het dossier zegt', () => {
    const journaal = metDriegesprek();
    geef(journaal, profiel());

    expect(open(journaal)).not.toContain('coa-profiel-beoordelen');
    expect(journaal.toestand.coaProfiel).not.toHaveProperty('strijdig');
  });
});

describe('een profiel corrigeren', () => {
  const correctie: Opdracht = {
    soort: 'corrigeerCoaProfiel',
    reden: 'COA herstelde de datum.',
    vergunningOp: D('2026-06-08'),
    naam: 'Testpersoon Hersteld',
  };

  it('verplaatst de termijn en bewaart wat er stond', () => {
    const journaal = overgedragen(profiel({}, { naam: 'Testpersoon' }));

    expect(geef(journaal, correctie)).toMatchObject([
      {
        soort: 'coaProfielGecorrigeerd',
        reden: 'COA herstelde de datum.',
        oud: { vergunningOp: '2026-06-01', naam: 'Testpersoon' },
        nieuw: { vergunningOp: '2026-06-08', naam: 'Testpersoon Hersteld' },
      },
      { soort: 'termijnVerplaatst', sleutel: 'HUISVESTING' },
    ]);
    expect(weiger(journaal, correctie)).toBe('NIETS_GEWIJZIGD');
  });

  it('wordt door een export met de oude waarde niet teruggedraaid, en door een derde waarde een taak', () => {
    const journaal = overgedragen();
    geef(journaal, correctie);

    expect(geef(journaal, profiel())).toEqual([]);
    expect(journaal.toestand.koppeling?.vergunningOp).toBe('2026-06-08');

    geef(journaal, profiel({ vergunningOp: D('2026-06-10') }));
    expect(journaal.toestand.koppeling?.vergunningOp).toBe('2026-06-08');
    expect(open(journaal)).toContain('coa-profiel-beoordelen');
  });

  it.each<[string, Partial<Extract<Opdracht, { soort: 'corrigeerCoaProfiel' }>>]>([
    ['DATUM_IN_TOEKOMST', { koppelingOp: D('2026-07-02') }],
    ['DATUM_IN_TOEKOMST', { vergunningOp: D('2026-07-02') }],
    ['NIETS_GEWIJZIGD', {}],
  ])('weigert met %s: %j', (code, velden) => {
    const opdracht = { soort: 'corrigeerCoaProfiel', reden: 'x', ...velden } as const;
    expect(weiger(overgedragen(), opdracht)).toBe(code);
  });
});

describe('een overdracht intrekken', () => {
  const terug: Opdracht = { soort: 'trekCoaOverdrachtIn', reden: 'Was van iemand anders.' };

  it('neemt taken, termijn en wat alleen COA van de persoon zei weg, en bewaart wat er stond', () => {
    const journaal = overgedragen(profiel({}, { vNummer: '1234567890', naam: 'X' }), 'DUO');

    expect(geef(journaal, terug)).toMatchObject([
      { soort: 'coaOverdrachtIngetrokken', koppelingOp: '2026-06-15', vergunningOp: '2026-06-01' },
      { soort: 'termijnIngetrokken', sleutel: 'HUISVESTING' },
    ]);
    const { koppeling, gehuisvestViaHvw28, persoon: over } = journaal.toestand;
    expect({ koppeling, gehuisvestViaHvw28, over }).toEqual({
      koppeling: null,
      gehuisvestViaHvw28: false,
      over: persoon,
    });
    expect(open(journaal)).toEqual([]);
    expect(weiger(journaal, terug)).toBe('GEEN_COA_OVERDRACHT');
    expect(weiger(journaal, { soort: 'corrigeerCoaProfiel', reden: 'x', naam: 'Y' })).toBe(
      'GEEN_COA_OVERDRACHT',
    );
  });

  it('kan opnieuw worden overgedragen, met nieuwe taken', () => {
    const journaal = overgedragen();
    const [eerst] = takenVan(journaal.toestand);
    geef(journaal, terug);
    geef(journaal, profiel());

    expect(open(journaal)).toContain('scenario-kiezen');
    expect(takenVan(journaal.toestand)[0]?.sleutel).not.toBe(eerst?.sleutel);
    expect(vouw(journaal.regels)).toEqual(journaal.toestand);
  });

  it('kan niet als er al iets op steunt, en zegt wat', () => {
    const journaal = overgedragen();
    geef(journaal, { soort: 'kiesScenario', scenario: 'gecombineerd' });

    expect(journaal.geef(terug, omgevingOp('2026-07-01T09:00:00.000Z'))).toMatchObject({
      code: 'OVERDRACHT_IN_GEBRUIK',
      melding: expect.stringContaining('het scenario') as string,
    });
  });

  it('kan niet als met het bsn van COA al gegevens van DUO zijn opgehaald', () => {
    const journaal = new Journaal();
    const metNummer = { ...persoon, bsn: null, vNummer: '1234567890' };
    geef(journaal, {
      soort: 'openTraject',
      trajectId: ID,
      proef: false,
      bron: 'DUO',
      persoon: metNummer,
    });
    geef(journaal, profiel());
    geef(journaal, {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: '2026-07-01T08:00:00.000Z',
      feiten: {
        plichtig: true,
        beginOp: D('2026-06-20'),
        eindeOp: null,
        kennisgevingOp: D('2026-06-20'),
        redenGeenPlicht: null,
      },
    });

    expect(weiger(journaal, terug)).toBe('OVERDRACHT_IN_GEBRUIK');
  });
});
