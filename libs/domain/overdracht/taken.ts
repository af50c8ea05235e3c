import type { Onderwerp } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';

export const overdracht: Onderwerp = {
  taken: [
    {
      soort: 'scenario-kiezen',
      titel: 'Kies het scenario van de warme overdracht',
      rol: 'regievoerder',
      uitkomsten: ['kiesScenario'],
      open: (t) =>
        t.koppeling !== null && t.scenario === null && t.brpInschrijving === null
          ? {
              openerNr: openerNa(t, 'scenario', t.koppeling.nr),
              reden: 'COA heeft de persoon aan de gemeente gekoppeld.',
            }
          : null,
    },
    {
      soort: 'driegesprek-voeren',
      titel: 'Voer het driegesprek met COA en de inburgeraar',
      rol: 'regievoerder',
      uitkomsten: ['rondDriegesprekAf'],
      open: (t) =>
        t.koppeling !== null && t.driegesprek === null
          ? {
              openerNr: openerNa(t, 'driegesprek', t.koppeling.nr),
              reden: 'De gemeente neemt na de koppeling het initiatief voor het driegesprek.',
            }
          : null,
    },
    {
      soort: 'coa-profiel-beoordelen',
      titel: 'Beoordeel wat COA anders zegt dan het dossier',
      rol: 'regievoerder',
      uitkomsten: ['beoordeelCoaProfiel', 'corrigeerCoaProfiel'],
      open: ({ coaProfiel }) =>
        coaProfiel?.strijdig === undefined
          ? null
          : {
              openerNr: coaProfiel.strijdig.nr,
              reden:
                'Een profiel van COA spreekt tegen wat in het dossier staat; het is niet overgenomen.',
            },
    },
    {
      soort: 'bsn-aanvullen',
      titel: 'Vul het burgerservicenummer aan',
      rol: 'regievoerder',
      uitkomsten: ['vulPersoonAan'],
      open: (t) =>
        t.persoon.bsn === null
          ? {
              openerNr: t.geopend.nr,
              reden: 'Zonder burgerservicenummer kan de gemeente bij DUO niets ophalen of melden.',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: {
    trajectGeopend: (t) => t.geopend.nr,
    driegesprekGevoerd: (t) => t.driegesprek?.nr ?? null,
  },
};
