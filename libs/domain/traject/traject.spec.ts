// Real: the whole core with the shipped table, calendar and settings. Nothing is faked; there is no I/O.
import { naarDatum } from '../datum/datum.js';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';
import { besluit, openen, speelAf } from './besluit.js';
import { STANDAARD_INSTELLINGEN } from './instellingen.js';
import type { Omgeving, Weigering } from './kern.js';
import type { Opdracht } from './opdracht.js';
import { mijlpalenVan, schakelsVan, takenVan, teBezorgen, termijnenVan } from './overzicht.js';
import { laatTijdVerstrijken, volgendeWekdag } from './tijd.js';
import type { Toestand } from './toestand.js';

function omgeving(vandaag: string): Omgeving {
  return {
    vandaag: naarDatum(vandaag),
    tijdstip: `${vandaag}T10:00:00.000Z`,
    kalender: STANDAARD_KALENDER,
    instellingen: STANDAARD_INSTELLINGEN,
    actor: { soort: 'medewerker', id: 'test' },
  };
}

/** Gives the steps in order, lets time pass before each and has DUO take every message at once. */
function speel(stappen: readonly Stap[], tot?: (stap: Stap) => boolean): Toestand {
  let toestand: Toestand | null = null;
  for (const stap of stappen) {
    if (tot?.(stap)) break;
    const nu = omgeving(stap.op);
    if (toestand !== null) toestand = speelAf(toestand, laatTijdVerstrijken(toestand, nu), nu);
    const uitkomst =
      toestand === null
        ? openen(stap.opdracht as Extract<typeof stap.opdracht, { soort: 'openTraject' }>, nu)
        : besluit(toestand, stap.opdracht, nu);
    if (!uitkomst.ok) throw new Error(`${stap.opdracht.soort}: ${uitkomst.weigering.code}`);
    toestand = speelAf(toestand, uitkomst.gebeurtenissen, nu);
    for (const { meldingId } of teBezorgen(toestand)) {
      const bezorgd = besluit(toestand, { soort: 'meldBezorgd', meldingId, berichtId: 'b' }, nu);
      if (bezorgd.ok) toestand = speelAf(toestand, bezorgd.gebeurtenissen, nu);
    }
  }
  if (toestand === null) throw new Error('no steps');
  return toestand;
}

const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000001';

/** The refusal of the step of this kind, given again when all of it was done. */
function nogEens(soort: string): Weigering | undefined {
  const verhaal = verhaalAsiel(ID);
  const toestand = speel(verhaal, ({ opdracht }) => opdracht.soort === 'voerEindgesprek');
  const opdracht = verhaal.find((stap) => stap.opdracht.soort === soort)?.opdracht;
  if (opdracht === undefined) throw new Error(`geen ${soort}`);
  const uitkomst = besluit(toestand, opdracht, omgeving('2028-04-10'));
  return uitkomst.ok ? undefined : uitkomst.weigering;
}

/** What DUO may still tell of who is done: it was asked for before the closing. */
const NA_DE_SLUITING: readonly Opdracht[] = [
  {
    soort: 'verwerkExamens',
    gevraagdTijdstip: '2029-04-02T09:00:00.000Z',
    resultaten: [
      {
        onderdeel: 'LE',
        niveau: 'B1',
        examenOp: naarDatum('2029-03-01'),
        resultaat: 'Geslaagd',
      },
    ],
  },
  {
    soort: 'verwerkTermijn',
    gevraagdTijdstip: '2029-04-02T09:00:00.000Z',
    termijn: { startOp: naarDatum('2026-11-11'), eindeOp: naarDatum('2030-05-10') },
  },
  {
    soort: 'verwerkKetenfeit',
    bron: 'vrijstelling',
    gevraagdTijdstip: '2029-04-02T09:00:00.000Z',
    feiten: '{"soort":"geheel"}',
  },
];

describe('traject', () => {
  it('brengt een asielstatushouder op de B1-route van COA-profiel tot afsluiting', () => {
    const eind = speel(verhaalAsiel(ID));
    expect(schakelsVan(eind)).toEqual(['gesloten']);
    expect(takenVan(eind)).toEqual([]);
    expect(eind.gesloten?.bewarenTot).toBe('2033-03-31');
    expect(Object.keys(mijlpalenVan(eind))).toHaveLength(19);
    expect(volgendeWekdag(eind)).toBeNull();
  });

  it.each([
    ['legWoningVast', '28'],
    ['legVerhuizingVast', '28'],
    ['legBrpInschrijvingVast', '5.3 lid 1'],
    ['legBijstandVast', '56a'],
    ['startBegeleiding', '13'],
    ['richtOntzorgenIn', '56a'],
    ['nodigUitVoorIntake', '14 lid 1'],
    ['legIntakeVast', '14 lid 1'],
    ['meldAanVoorLbt', '14 lid 3'],
    ['kiesLeerroute', '15 lid 1'],
    ['stelPipOp', '15'],
    ['stelPipVast', '15'],
    ['doeAanbod', '16'],
    ['rondPvtAf', '3.1'],
    ['rondMapAf', '3.2'],
  ])('weigert %s een tweede keer en noemt het artikel (%s)', (soort, artikel) => {
    expect(nogEens(soort)).toMatchObject({ code: 'AL_VASTGELEGD', artikel: { artikel } });
  });

  it.each(['kiesScenario', 'rondDriegesprekAf', 'rondRegelingenAf'])(
    'weigert %s een tweede keer zonder artikel: geen wet vraagt erom',
    (soort) => {
      const weigering = nogEens(soort);
      expect(weigering?.code).toBe('AL_VASTGELEGD');
      expect(weigering?.artikel).toBeUndefined();
    },
  );

  /** Where the message of the PIP is still open, and DUO then says that the plicht has ended. */
  function naEindePlicht(reden: string): Toestand {
    const nu = omgeving('2026-11-16');
    const verhaal = verhaalAsiel(ID);
    const voor = speel(verhaal, ({ opdracht }) => opdracht.soort === 'stelPipVast');
    const stelVast = verhaal.find(({ opdracht }) => opdracht.soort === 'stelPipVast')!.opdracht;
    const einde: Opdracht = {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: '2026-11-16T09:30:00.000Z',
      feiten: {
        plichtig: false,
        beginOp: null,
        eindeOp: naarDatum('2026-11-15'),
        kennisgevingOp: null,
        redenGeenPlicht: reden,
      },
    };
    return [stelVast, einde].reduce((toestand, opdracht) => {
      const uitkomst = besluit(toestand, opdracht, nu);
      if (!uitkomst.ok) throw new Error(`${opdracht.soort}: ${uitkomst.weigering.code}`);
      return speelAf(toestand, uitkomst.gebeurtenissen, nu);
    }, voor);
  }

  const pipBericht = (toestand: Toestand): string | undefined =>
    Object.values(toestand.berichten).find(({ soort }) => soort === 'PIP_AANLEVEREN')?.status;

  it('trekt na een overlijden elk bericht in dat DUO nog niet heeft', () => {
    const na = naEindePlicht('Overlijden');
    expect(pipBericht(na)).toBe('vervallen');
    expect(teBezorgen(na)).toEqual([]);
    expect(takenVan(na).map(({ soort }) => soort)).not.toContain('bericht-herstellen');
  });

  it.each(['Overig', 'Vertrek uit Nederland langer dan een jaar', 'Volledige ontheffing'])(
    'laat een bericht staan bij een einde dat DUO terug kan nemen (%s)',
    (reden) => {
      const na = naEindePlicht(reden);
      expect(na.plichtEinde?.reden).toBe(reden);
      expect(pipBericht(na)).toBe('open');
      expect(teBezorgen(na)).toHaveLength(1);
    },
  );

  it.each(['in-persoon', 'telefonisch', 'schriftelijk'] as const)(
    'rekent een driegesprek dat %s gevoerd is als gevoerd',
    (vorm) => {
      const voor = speel(
        verhaalAsiel(ID),
        ({ opdracht }) => opdracht.soort === 'rondDriegesprekAf',
      );
      const nu = omgeving('2026-07-01');
      expect(takenVan(voor).map(({ soort }) => soort)).toContain('driegesprek-voeren');
      const uitkomst = besluit(
        voor,
        { soort: 'rondDriegesprekAf', vorm, gevoerdOp: nu.vandaag },
        nu,
      );
      if (!uitkomst.ok) throw new Error(uitkomst.weigering.code);
      expect(uitkomst.gebeurtenissen).toContainEqual(expect.objectContaining({ vorm }));
      const na = speelAf(voor, uitkomst.gebeurtenissen, nu);
      expect(mijlpalenVan(na)).toHaveProperty('driegesprekGevoerd');
      expect(takenVan(na).map(({ soort }) => soort)).not.toContain('driegesprek-voeren');
    },
  );

  it('brengt een gezinsmigrant op de B1-route van kennisgeving tot afsluiting', () => {
    const eind = speel(verhaalGezin(ID));
    expect(eind.status).toBe('gesloten');
    expect(mijlpalenVan(eind)).not.toHaveProperty('aanbodGedaan');
  });

  it.each(NA_DE_SLUITING.map((opdracht) => ({ soort: opdracht.soort, opdracht })))(
    'legt feiten van DUO die na de sluiting komen vast, en blijft gesloten: $soort',
    ({ opdracht }) => {
      const dicht = speel(verhaalGezin(ID));
      const nu = omgeving('2029-04-02');
      const uitkomst = besluit(dicht, opdracht, nu);
      if (!uitkomst.ok) throw new Error(uitkomst.weigering.code);
      expect(uitkomst.gebeurtenissen).not.toEqual([]);
      const na = speelAf(dicht, uitkomst.gebeurtenissen, nu);
      expect(na.status).toBe('gesloten');
      expect(takenVan(na)).toEqual([]);
      expect(volgendeWekdag(na)).toBeNull();
      expect(besluit(na, opdracht, nu)).toEqual({ ok: true, gebeurtenissen: [] });
    },
  );

  it('laat de tien weken van wie via COA komt beginnen bij de inschrijving in de BRP', () => {
    const voor = speel(
      verhaalAsiel(ID),
      ({ opdracht }) => opdracht.soort === 'legBrpInschrijvingVast',
    );
    expect(voor.termijnen['PIP_VASTSTELLEN']).toBeUndefined();
    const na = speel(verhaalAsiel(ID), ({ opdracht }) => opdracht.soort === 'startBegeleiding');
    expect(na.termijnen['PIP_VASTSTELLEN']?.uiterlijkOp).toBe('2026-11-23');
  });

  it('signaleert een gemiste PIP-termijn op de dag erna, een keer, en escaleert naar de coordinator', () => {
    const open = speel(verhaalGezin(ID), ({ opdracht }) => opdracht.soort === 'nodigUitVoorIntake');
    const uiterlijkOp = open.termijnen['PIP_VASTSTELLEN']?.uiterlijkOp;
    expect(uiterlijkOp).toBe('2026-11-16');
    const opDeDag = laatTijdVerstrijken(open, omgeving('2026-11-16'));
    expect(opDeDag.map((g) => ('sport' in g ? g.sport : g.soort))).toEqual([
      'herinnering-1',
      'herinnering-2',
      'herinnering-3',
    ]);
    const erna = laatTijdVerstrijken(open, omgeving('2026-11-17'));
    const gemist = speelAf(open, erna, omgeving('2026-11-17'));
    expect(takenVan(gemist).filter(({ rol }) => rol === 'coordinator')).toHaveLength(1);
    expect(laatTijdVerstrijken(gemist, omgeving('2026-11-18'))).toEqual([]);
  });

  it('verplaatst de termijn en neemt de escalatie terug als de kennisgeving later blijkt te zijn', () => {
    const open = speel(verhaalGezin(ID), ({ opdracht }) => opdracht.soort === 'nodigUitVoorIntake');
    const nu = omgeving('2026-11-17');
    const gemist = speelAf(open, laatTijdVerstrijken(open, nu), nu);
    const correctie = besluit(
      gemist,
      {
        soort: 'verwerkPlicht',
        gevraagdTijdstip: '2026-11-17T09:00:00.000Z',
        feiten: {
          plichtig: true,
          beginOp: naarDatum('2026-08-20'),
          eindeOp: null,
          kennisgevingOp: naarDatum('2026-10-05'),
          redenGeenPlicht: null,
        },
      },
      nu,
    );
    if (!correctie.ok) throw new Error(correctie.weigering.code);
    const na = speelAf(gemist, correctie.gebeurtenissen, nu);
    expect(na.termijnen['PIP_VASTSTELLEN']?.uiterlijkOp).toBe('2026-12-14');
    expect(takenVan(na).filter(({ rol }) => rol === 'coordinator')).toEqual([]);
    expect(correctie.gebeurtenissen.find((g) => g.soort === 'termijnVerplaatst')).toMatchObject({
      oudUiterlijkOp: '2026-11-16',
      teruggenomen: expect.arrayContaining(['verstreken', 'escalatie']) as unknown,
    });
  });

  it('laat de datum van DUO winnen en bewaart het verschil met de eigen berekening, ook de tweede keer', () => {
    const voor = speel(verhaalGezin(ID), ({ opdracht }) => opdracht.soort === 'verwerkTermijn');
    expect(voor.termijnen['INBURGERINGSTERMIJN']?.uiterlijkOp).toBe('2029-11-10');
    let toestand = voor;
    for (const [uur, eindeOp, verschilDagen] of [
      ['08', '2029-11-12', 2],
      ['09', '2030-05-10', 181],
    ] as const) {
      const nu = omgeving('2026-12-04');
      const uitkomst = besluit(
        toestand,
        {
          soort: 'verwerkTermijn',
          gevraagdTijdstip: `2026-12-04T${uur}:00:00.000Z`,
          termijn: { startOp: naarDatum('2026-11-11'), eindeOp: naarDatum(eindeOp) },
        },
        nu,
      );
      if (!uitkomst.ok) throw new Error(uitkomst.weigering.code);
      expect(uitkomst.gebeurtenissen[0]).toMatchObject({
        eigenEindeOp: '2029-11-10',
        verschilDagen,
      });
      toestand = speelAf(toestand, uitkomst.gebeurtenissen, nu);
      expect(
        termijnenVan(toestand).find(({ code }) => code === 'INBURGERINGSTERMIJN'),
      ).toMatchObject({
        uiterlijkOp: eindeOp,
        status: 'loopt',
      });
    }
  });
});
