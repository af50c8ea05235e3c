import type { Onderwerp } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';

export const huisvesting: Onderwerp = {
  taken: [
    {
      soort: 'woning-vastleggen',
      titel: 'Zoek een woning en leg vast wanneer die beschikbaar is',
      rol: 'regievoerder',
      uitkomsten: ['legWoningVast'],
      open: (t) =>
        t.koppeling !== null && t.woning === null && t.brpInschrijving === null
          ? {
              openerNr: openerNa(t, 'woning', t.koppeling.nr),
              termijn: 'HUISVESTING',
              reden: 'De persoon is gekoppeld en heeft nog geen woning in de gemeente.',
            }
          : null,
    },
    {
      soort: 'verhuizing-vastleggen',
      titel: 'Leg vast wanneer de inburgeraar verhuisd is',
      rol: 'regievoerder',
      uitkomsten: ['legVerhuizingVast'],
      open: (t) =>
        t.woning !== null && t.verhuizing === null && t.brpInschrijving === null
          ? {
              openerNr: openerNa(t, 'verhuizing', t.woning.nr),
              termijn: 'HUISVESTING',
              reden: 'Er is een woning; de verhuizing moet nog volgen.',
            }
          : null,
    },
    {
      soort: 'brp-inschrijving-vastleggen',
      titel: 'Leg de datum van inschrijving in de BRP vast',
      rol: 'regievoerder',
      uitkomsten: ['legBrpInschrijvingVast'],
      open: (t) =>
        t.brpInschrijving === null && t.koppeling !== null && t.verhuizing !== null
          ? {
              openerNr: openerNa(t, 'brpInschrijving', t.verhuizing.nr),
              reden: 'De dag van inschrijving kan de tien weken voor het PIP laten beginnen.',
            }
          : null,
    },
  ],
  termijnen: (t) =>
    t.koppeling?.vergunningOp
      ? [
          {
            sleutel: 'HUISVESTING',
            code: 'HUISVESTING',
            verzoek: {
              soort: 'berekend',
              vraag: { termijn: 'HUISVESTING', feiten: { vergunningOp: t.koppeling.vergunningOp } },
            },
            gehaaldOp: t.verhuizing?.op ?? t.brpInschrijving?.op ?? null,
          },
        ]
      : [],
  mijlpalen: {
    woningGevonden: (t) => t.woning?.nr ?? null,
    ingeschrevenInBrp: (t) => t.brpInschrijving?.nr ?? null,
  },
};
