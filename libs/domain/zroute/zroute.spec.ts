// Real: the whole core. Nothing is faked; DUO takes what is offered.
import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { takenVan, teBezorgen } from '#domain/traject/overzicht.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalZroute } from '#test/support/verhaal-zroute.js';
import { verhaalGezin, type Stap } from '#test/support/verhalen.js';

const ID = '0d6f2a8e-2f57-4a0c-9a0a-0000000000c7';
const d = naarDatum;

/** The story up to and including the last step of this kind. */
function speelTotEnMet(verhaal: readonly Stap[], soort: Opdracht['soort']): Journaal {
  const journaal = new Journaal();
  const laatste = verhaal.findLastIndex(({ opdracht }) => opdracht.soort === soort);
  for (const { op, opdracht } of verhaal.slice(0, laatste + 1)) geef(journaal, op, opdracht);
  return journaal;
}

function geef(journaal: Journaal, op: string, opdracht: Opdracht): void {
  const omgeving = omgevingOp(`${op}T11:00:00.000Z`);
  expect(journaal.geef(opdracht, omgeving)).toBeNull();
  for (const { meldingId } of teBezorgen(journaal.toestand)) {
    journaal.geef({ soort: 'meldBezorgd', meldingId, berichtId: 'b' }, omgeving);
  }
}

const taak = ({ toestand }: Journaal) =>
  takenVan(toestand).find(({ soort }) => soort === 'zroute-afronden');
const berichten = ({ regels }: Journaal) =>
  regels.flatMap(({ gebeurtenis }) =>
    gebeurtenis.soort === 'berichtBesloten' ? [gebeurtenis.bericht] : [],
  );

describe('een traject op de zelfredzaamheidsroute', () => {
  it('vraagt zodra de termijn loopt om de afronding, met wat de wet daarvoor vraagt', () => {
    expect(taak(speelTotEnMet(verhaalZroute(ID), 'stelPipVast'))).toBeUndefined();
    const gevonden = taak(speelTotEnMet(verhaalZroute(ID), 'verwerkTermijn'));
    expect(gevonden).toMatchObject({ termijn: 'INBURGERINGSTERMIJN' });
    expect(gevonden?.reden).toMatch(/^De route telt 800 cursusuren en sluit met een eindgesprek/);
  });

  it('vraagt dat niet op een andere route', () => {
    expect(taak(speelTotEnMet(verhaalGezin(ID), 'verwerkTermijn'))).toBeUndefined();
  });

  it('vraagt ook om de MAP en het PVT', () => {
    const soorten = takenVan(speelTotEnMet(verhaalZroute(ID), 'verwerkTermijn').toestand);
    expect(soorten.map(({ soort }) => soort)).toEqual(
      expect.arrayContaining(['map-afronden', 'pvt-afronden']),
    );
  });

  it('noemt bij een asielstatushouder ook de uren participatie', () => {
    const verhaal = verhaalZroute(ID).map((stap) =>
      stap.opdracht.soort === 'verwerkDoelgroep'
        ? {
            ...stap,
            opdracht: {
              ...stap.opdracht,
              feiten: {
                indeling: 'Asielstatushouder' as const,
                gedetailleerd: 'Asielstatushouder' as const,
              },
            },
          }
        : stap,
    );
    expect(taak(speelTotEnMet(verhaal, 'verwerkTermijn'))?.reden).toContain(
      '800 uren participatie',
    );
  });

  it('meldt de afronding aan DUO, en vraagt er opnieuw om als die is ingetrokken', () => {
    const journaal = speelTotEnMet(verhaalZroute(ID), 'rondZrouteAf');
    expect(taak(journaal)).toBeUndefined();
    expect(berichten(journaal).slice(-2)).toEqual(['UREN_DOORGEVEN', 'ZROUTE_DOORGEVEN']);
    geef(journaal, '2028-03-21', {
      soort: 'trekFeitIn',
      feit: 'zrouteAfronding',
      reden: 'Het eindgesprek is nog niet gevoerd.',
    });
    expect(taak(journaal)).toBeDefined();
    geef(journaal, '2028-03-22', { soort: 'rondZrouteAf', afgerondOp: d('2028-03-22') });
    expect(taak(journaal)).toBeUndefined();
  });

  it('sluit op wat DUO over de plicht zegt, zonder examens', () => {
    const { toestand } = speelTotEnMet(verhaalZroute(ID), 'sluitTraject');
    expect(toestand).toMatchObject({
      status: 'gesloten',
      plichtEinde: { reden: 'Inburgeringsplicht voldaan' },
      zroute: { op: '2028-03-20' },
    });
    expect(takenVan(toestand)).toEqual([]);
  });
});
