/** Real: the whole core with the shipped table, calendar and settings. Nothing is faked. */
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel, type Stap } from '#test/support/verhalen.js';
import { takenVan } from '../traject/overzicht.js';
import type { Opdracht } from '../traject/opdracht.js';
import type { Scenario } from '../traject/toestand.js';

const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000012';

/** The story of an asielstatushouder with another scenario, up to and including `tot`, without what is left out. */
function speel(
  scenario: Scenario,
  tot: Opdracht['soort'],
  zonder: readonly Opdracht['soort'][] = [],
): Journaal {
  const journaal = new Journaal();
  const verhaal = verhaalAsiel(ID).map((stap): Stap =>
    stap.opdracht.soort === 'kiesScenario'
      ? { ...stap, opdracht: { ...stap.opdracht, scenario } }
      : stap,
  );
  for (const { op, opdracht } of verhaal) {
    if (!zonder.includes(opdracht.soort)) {
      const nee = journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
      if (nee !== null) throw new Error(`${opdracht.soort}: ${nee.code}`);
    }
    if (opdracht.soort === tot) return journaal;
  }
  throw new Error(`geen ${tot}`);
}

const open = ({ toestand }: Journaal): string[] => takenVan(toestand).map(({ soort }) => soort);
const sleutelVan = ({ toestand }: Journaal, soort: string): string | undefined =>
  takenVan(toestand).find((taak) => taak.soort === soort)?.sleutel;

const VERHUIZING = ['legVerhuizingVast', 'legBrpInschrijvingVast'] as const;
const BEGELEIDING = ['startBegeleiding', 'rondRegelingenAf'] as const;

describe('het scenario van de warme overdracht', () => {
  it.each<[Scenario, boolean]>([
    ['snelle-start', true],
    ['gecombineerd', true],
    ['na-verhuizing', false],
  ])('%s: de brede intake kan al voor het bericht van DUO: %s', (scenario, kan) => {
    expect(open(speel(scenario, 'kiesScenario')).includes('intake-uitnodigen')).toBe(kan);
  });

  it('houdt de taak van de intake dezelfde als DUO de plicht meldt', () => {
    const voor = sleutelVan(speel('snelle-start', 'kiesScenario'), 'intake-uitnodigen');
    const na = speel('snelle-start', 'verwerkPlicht');

    expect(sleutelVan(na, 'intake-uitnodigen')).toBe(voor);
    expect(takenVan(na.toestand).find(({ soort }) => soort === 'intake-uitnodigen')).toMatchObject({
      reden: expect.stringContaining('DUO') as string,
      uiterlijkOp: na.toestand.termijnen['PIP_VASTSTELLEN']?.uiterlijkOp ?? null,
    });
  });

  it.each<[Scenario, boolean]>([
    ['snelle-start', true],
    ['gecombineerd', false],
    ['na-verhuizing', true],
  ])('%s: het aanbod kan al voor de verhuizing: %s', (scenario, kan) => {
    const nog = speel(scenario, 'stelPipVast', [...VERHUIZING, ...BEGELEIDING]);
    expect(open(nog).includes('aanbod-doen')).toBe(kan);
    expect(open(speel(scenario, 'stelPipVast'))).toContain('aanbod-doen');
  });

  it('laat het aanbod niet langer op een huis wachten als de termijn begint te dringen', () => {
    const journaal = speel('gecombineerd', 'stelPipVast', [...VERHUIZING, ...BEGELEIDING]);
    const { ladder } = journaal.toestand.termijnen['AANBOD_RICHTDATUM']!;
    const eerste = ladder.map(({ op }) => op).sort()[0]!;

    journaal.laatTijdVerstrijken(omgevingOp(`${eerste}T09:00:00.000Z`));

    expect(open(journaal)).toContain('aanbod-doen');
  });

  it('geeft na een correctie van het scenario de taken van het nieuwe', () => {
    const journaal = speel('snelle-start', 'kiesScenario');
    const nee = journaal.geef(
      {
        soort: 'corrigeerFeit',
        feit: 'scenario',
        reden: 'De woning is er al.',
        opdracht: { soort: 'kiesScenario', scenario: 'na-verhuizing' },
      },
      omgevingOp('2026-06-20T09:00:00.000Z'),
    );

    expect(nee).toBeNull();
    expect(open(journaal)).not.toContain('intake-uitnodigen');
  });
});
