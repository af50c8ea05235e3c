/** Real: the whole core with the shipped table, calendar and settings; nothing is faked. volgorde.spec.ts generates entries. */
import { omgevingOp, Journaal } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { naarDatum } from '../datum/datum.js';
import type { Opdracht } from '../traject/opdracht.js';
import { takenVan } from '../traject/overzicht.js';
import type { Toestand } from '../traject/toestand.js';

const D = naarDatum;
const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000004';

/** A journey with the ten weeks running to 2026-11-16. */
function tienWeken(): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaalGezin(ID)) {
    if (opdracht.soort === 'nodigUitVoorIntake') break;
    journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
  }
  return journaal;
}

function geef(journaal: Journaal, op: string, opdracht: Opdracht) {
  return journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
}

/** The same with an aanvraag to decide on: eight weeks from 2026-10-05, to 2026-11-30. */
function metAanvraag(): { journaal: Journaal; termijn: string } {
  const journaal = tienWeken();
  geef(journaal, '2026-10-05', {
    soort: 'legAanvraagVast',
    onderwerp: 'Een andere lesplaats.',
    ontvangenOp: D('2026-10-05'),
  });
  const termijn = Object.keys(journaal.toestand.aanvragen ?? {})[0] ?? '';
  return { journaal, termijn };
}

const uiterlijkOp = ({ toestand }: Journaal, termijn: string) =>
  toestand.termijnen[termijn]?.uiterlijkOp;

const laatsteId = (toestand: Toestand, termijn: string): string =>
  toestand.opschortingen?.[termijn]?.at(-1)?.id ?? '';

const verplaatsingen = (journaal: Journaal) =>
  journaal.regels.flatMap(({ gebeurtenis }) =>
    gebeurtenis.soort === 'termijnVerplaatst' ? [gebeurtenis] : [],
  );

function schort(termijn: string, van: string, tot?: string, meer: object = {}): Opdracht {
  return {
    soort: 'schortTermijnOp',
    termijn,
    van: D(van),
    ...(tot === undefined ? {} : { tot: D(tot) }),
    grond: 'uitstel in overleg',
    ...meer,
  };
}

describe('opschorting van een termijn van een traject', () => {
  it('verplaatst de laatste dag met het aantal dagen, en zegt waarom', () => {
    const { journaal, termijn } = metAanvraag();
    expect(uiterlijkOp(journaal, termijn)).toBe('2026-11-30');

    expect(geef(journaal, '2026-10-19', schort(termijn, '2026-10-12', '2026-10-16'))).toBeNull();

    // Five days: Saturday 5 December, by the Termijnenwet Monday the 7th.
    expect(uiterlijkOp(journaal, termijn)).toBe('2026-12-07');
    const [verplaatst] = verplaatsingen(journaal);
    expect(verplaatst).toMatchObject({ oudUiterlijkOp: '2026-11-30' });
    expect(verplaatst?.oorzaken).toEqual([
      'De opschorting vanaf maandag 12 oktober 2026, tot en met vrijdag 16 oktober 2026 (uitstel in overleg) telt mee.',
    ]);
    expect(JSON.stringify(verplaatst?.uitleg)).toContain('5 dagen erbij');
  });

  it('rekent een aanvulling van de dag na de uitnodiging, en nooit langer dan de gegeven tijd', () => {
    const vraag = (compleetOp?: string): Opdracht => ({
      soort: 'vraagAanvulling',
      termijn: 'AANVRAAG_BESLISSEN:0',
      uitnodigingOp: D('2026-10-12'),
      hersteltermijnTot: D('2026-10-26'),
      ...(compleetOp === undefined ? {} : { compleetOp: D(compleetOp) }),
      grond: 'een kopie ontbreekt',
    });
    const einde = (compleetOp?: string) => {
      const { journaal, termijn } = metAanvraag();
      const opdracht = { ...vraag(compleetOp), termijn } as Opdracht;
      expect(geef(journaal, '2026-11-10', opdracht)).toBeNull();
      return uiterlijkOp(journaal, termijn);
    };
    expect(einde('2026-10-19')).toBe('2026-12-07');
    expect(einde('2026-10-26')).toBe('2026-12-14');
    expect(einde('2026-11-09')).toBe('2026-12-14');
    expect(einde()).toBe('2026-12-14');
  });

  it.each([
    // Saturday 5 or Sunday 6 December: Monday the 7th either way; a day more and it matters.
    ['2026-10-18', '2026-12-07', false],
    ['2026-10-20', '2026-12-08', true],
  ])('zegt na een aanvulling op %s of die dag zelf uitmaakt', (compleet, einde, maaktUit) => {
    const { journaal, termijn } = metAanvraag();
    geef(journaal, '2026-11-10', {
      soort: 'vraagAanvulling',
      termijn,
      uitnodigingOp: D('2026-10-12'),
      hersteltermijnTot: D('2026-10-26'),
      compleetOp: D(compleet),
      grond: 'een kopie ontbreekt',
    });
    expect(uiterlijkOp(journaal, termijn)).toBe(einde);
    const tekst = verplaatsingen(journaal).at(-1)?.voorbehouden.join() ?? '';
    expect(tekst.includes('is aangevuld telt als opgeschort')).toBe(maaktUit);
  });

  it('neemt de escalatie terug die door een later vastgelegde opschorting te vroeg was', () => {
    const { journaal, termijn } = metAanvraag();
    journaal.laatTijdVerstrijken(omgevingOp('2026-12-01T09:00:00.000Z'));
    expect(takenVan(journaal.toestand).map(({ soort }) => soort)).toContain('escalatie-behandelen');
    const opdracht = schort(termijn, '2026-10-12', '2026-10-25');
    expect(geef(journaal, '2026-12-01', opdracht)).toBeNull();
    expect(verplaatsingen(journaal).at(-1)?.teruggenomen).toEqual(
      expect.arrayContaining(['verstreken', 'escalatie']),
    );
    expect(journaal.toestand.escalaties[termijn]).toBeUndefined();
  });

  it('laat de termijn zonder laatste dag stilstaan tot het einde van de opschorting bekend is', () => {
    const { journaal, termijn } = metAanvraag();
    geef(journaal, '2026-10-19', schort(termijn, '2026-10-12'));
    const vervangt = laatsteId(journaal.toestand, termijn);
    expect(journaal.regels.at(-1)?.gebeurtenis).toEqual({
      soort: 'termijnIngetrokken',
      sleutel: termijn,
      reden: 'opgeschort',
    });
    const [taak] = takenVan(journaal.toestand).filter(
      ({ soort }) => soort === 'aanvraag-beslissen',
    );
    expect(taak?.uiterlijkOp).toBeNull();

    const einde = schort(termijn, '2026-10-12', '2026-10-25', { vervangt, reden: 'Hervat.' });
    expect(geef(journaal, '2026-10-26', einde)).toBeNull();
    expect(uiterlijkOp(journaal, termijn)).toBe('2026-12-14');
    expect(journaal.toestand.termijnen[termijn]?.status).toBe('loopt');
  });

  it('is met het besluit op de aanvraag voorbij: de termijn is gehaald, en op tijd', () => {
    const { journaal, termijn } = metAanvraag();
    geef(journaal, '2026-10-19', schort(termijn, '2026-10-12'));
    const besluit = {
      soort: 'legBesluitOpAanvraagVast',
      termijn,
      besluitOp: D('2026-10-26'),
      uitkomst: 'afgewezen',
    } as const;
    expect(geef(journaal, '2026-10-26', besluit)).toBeNull();

    expect(journaal.regels.at(-1)?.gebeurtenis).toEqual({
      soort: 'termijnGehaald',
      sleutel: termijn,
      gehaaldOp: '2026-10-26',
      teLaat: false,
    });
    expect(journaal.toestand.termijnen[termijn]).toMatchObject({
      status: 'gehaald',
      uiterlijkOp: '2026-12-15',
    });
    expect(geef(journaal, '2026-10-27', schort(termijn, '2026-10-20'))).toMatchObject({
      code: 'TERMIJN_LOOPT_NIET',
    });
  });

  it('bewaart bij een correctie en een intrekking de oude versies', () => {
    const { journaal, termijn } = metAanvraag();
    geef(journaal, '2026-10-19', schort(termijn, '2026-10-12', '2026-10-16'));
    const id = laatsteId(journaal.toestand, termijn);
    const correctie = schort(termijn, '2026-10-12', '2026-10-14', {
      vervangt: id,
      reden: 'Korter.',
    });
    geef(journaal, '2026-10-20', correctie);
    geef(journaal, '2026-10-21', { soort: 'trekOpschortingIn', opschorting: id, reden: 'Abuis.' });

    expect(uiterlijkOp(journaal, termijn)).toBe('2026-11-30');
    expect(journaal.toestand.opschortingen?.[termijn]).toMatchObject([
      { id, versie: 1, inhoud: { tot: '2026-10-16' } },
      { id, versie: 2, inhoud: { tot: '2026-10-14' }, reden: 'Korter.' },
      { id, versie: 3, reden: 'Abuis.', ingetrokken: true },
    ]);
    const weer = { soort: 'trekOpschortingIn', opschorting: id, reden: 'Nogmaals.' } as const;
    expect(geef(journaal, '2026-10-22', weer)).toMatchObject({ code: 'OPSCHORTING_ONBEKEND' });
  });

  it('geeft het PIP twee weken na de informatie van een derde, en neemt de escalatie terug', () => {
    const journaal = tienWeken();
    const vraag = {
      soort: 'wachtOpInformatie',
      derde: 'DUO',
      gevraagd: 'De uitslag van de leerbaarheidstoets.',
      gevraagdOp: D('2026-10-20'),
    } as const;
    expect(geef(journaal, '2026-10-20', vraag)).toBeNull();
    // The ten weeks keep signalling while one waits: nothing says how long that may last.
    expect(uiterlijkOp(journaal, 'PIP_VASTSTELLEN')).toBe('2026-11-16');
    journaal.laatTijdVerstrijken(omgevingOp('2026-11-17T09:00:00.000Z'));
    expect(journaal.toestand.escalaties['PIP_VASTSTELLEN']).toBeDefined();

    const vervangt = laatsteId(journaal.toestand, 'PIP_VASTSTELLEN');
    const ontvangen = { ...vraag, ontvangenOp: D('2026-11-19'), vervangt, reden: 'Ontvangen.' };
    expect(geef(journaal, '2026-11-19', ontvangen)).toBeNull();
    expect(uiterlijkOp(journaal, 'PIP_VASTSTELLEN')).toBe('2026-12-03');
    expect(journaal.toestand.escalaties['PIP_VASTSTELLEN']).toBeUndefined();
    expect(verplaatsingen(journaal).at(-1)).toMatchObject({
      bron: { artikel: '5.3 lid 2' },
      regelVersie: 'PIP_NA_INFORMATIE_DERDEN@2022-01-01',
    });
  });

  it.each([
    ['voor de kennisgeving', '2026-09-06', 'DATUM_TE_VROEG'],
    ['op de dag van de kennisgeving', '2026-09-07', null],
    ['op de laatste dag van de tien weken', '2026-11-16', null],
    ['op de dag na de tien weken', '2026-11-17', 'DATUM_TE_LAAT'],
  ])('oordeelt over informatie van een derde die %s is gevraagd', (_wanneer, dag, code) => {
    const journaal = tienWeken();
    const weigering = geef(journaal, '2026-11-20', {
      soort: 'wachtOpInformatie',
      derde: 'DUO',
      gevraagd: 'De uitslag van de leerbaarheidstoets.',
      gevraagdOp: D(dag),
      ontvangenOp: D('2026-11-19'),
    });
    if (code === null) expect(weigering).toBeNull();
    else {
      expect(weigering).toMatchObject({
        code,
        veld: 'gevraagdOp',
        artikel: { wet: 'Besluit inburgering 2021', artikel: '5.3 lid 2' },
      });
    }
  });

  it.each<[string, (termijn: string) => Opdracht, object]>([
    [
      'een termijn die geen opschorting kent, met het artikel',
      () => schort('PIP_VASTSTELLEN', '2026-10-12'),
      {
        code: 'SCHORSING_ONBEKEND_BIJ_TERMIJN',
        veld: 'termijn',
        artikel: { artikel: '5.3 lid 1' },
      },
    ],
    [
      'een termijn die het traject niet kent',
      () => schort('ONTZORGEN', '2026-10-12'),
      { code: 'TERMIJN_ONBEKEND' },
    ],
    [
      'een einde voor het begin',
      (termijn) => schort(termijn, '2026-10-12', '2026-10-11'),
      { code: 'DATUM_TE_VROEG', veld: 'tot' },
    ],
    [
      'een begin in de toekomst',
      (termijn) => schort(termijn, '2026-12-12'),
      { code: 'DATUM_IN_TOEKOMST', veld: 'van' },
    ],
    [
      'een verzoek om aanvulling van voor de ontvangst van de aanvraag',
      (termijn) => ({
        soort: 'vraagAanvulling',
        termijn,
        uitnodigingOp: D('2026-10-04'),
        hersteltermijnTot: D('2026-10-18'),
        grond: 'een kopie ontbreekt',
      }),
      { code: 'DATUM_TE_VROEG', veld: 'uitnodigingOp', artikel: { artikel: '4:15' } },
    ],
    [
      'een correctie zonder reden',
      (termijn) => schort(termijn, '2026-10-12', undefined, { vervangt: 'x' }),
      { code: 'OPSCHORTING_ONBEKEND', veld: 'vervangt' },
    ],
    [
      'een reden zonder wat zij vervangt',
      (termijn) => schort(termijn, '2026-10-12', undefined, { reden: 'Zomaar.' }),
      { code: 'REDEN_BIJ_VERVANGING', veld: 'vervangt' },
    ],
  ])('weigert %s', (_wat, maak, verwacht) => {
    const { journaal, termijn } = metAanvraag();
    expect(geef(journaal, '2026-10-19', maak(termijn))).toMatchObject(verwacht);
  });

  it('weigert een nieuwe opschorting als de termijn gehaald is', () => {
    const { journaal, termijn } = metAanvraag();
    geef(journaal, '2026-10-19', {
      soort: 'legBesluitOpAanvraagVast',
      termijn,
      besluitOp: D('2026-10-19'),
      uitkomst: 'toegewezen',
    });
    expect(journaal.toestand.termijnen[termijn]).toMatchObject({ status: 'gehaald' });
    expect(geef(journaal, '2026-10-20', schort(termijn, '2026-10-12'))).toMatchObject({
      code: 'TERMIJN_LOOPT_NIET',
    });
  });
});
