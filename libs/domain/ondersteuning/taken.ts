import type { Onderwerp } from '../traject/onderwerp.js';
import { heeftOntzorgen, isAsiel, openerNa } from '../traject/regels.js';

export const ondersteuning: Onderwerp = {
  taken: [
    {
      soort: 'bijstand-vastleggen',
      titel: 'Leg het besluit over bijstand vast',
      rol: 'regievoerder',
      uitkomsten: ['legBijstandVast'],
      open: (t) =>
        t.koppeling !== null && t.bijstand === null
          ? {
              openerNr: openerNa(t, 'bijstand', t.koppeling.nr),
              reden: 'Recht op bijstand bepaalt of en vanaf welke dag het ontzorgen geldt.',
            }
          : null,
    },
    {
      soort: 'regelingen-afronden',
      titel: 'Rond de regelingen rond de vestiging af',
      rol: 'regievoerder',
      uitkomsten: ['rondRegelingenAf'],
      open: (t) =>
        t.brpInschrijving !== null && t.koppeling !== null && t.regelingen === null
          ? {
              openerNr: openerNa(t, 'regelingen', t.brpInschrijving.nr),
              reden:
                'Bij de vestiging horen zorgverzekering, toeslagen, bankrekening en inrichting.',
            }
          : null,
    },
    {
      soort: 'begeleiding-starten',
      titel: 'Start de maatschappelijke begeleiding',
      rol: 'regievoerder',
      uitkomsten: ['startBegeleiding'],
      open: (t) =>
        isAsiel(t) && t.brpInschrijving !== null && t.begeleiding === null
          ? {
              openerNr: openerNa(t, 'begeleiding', t.brpInschrijving.nr),
              reden:
                'De begeleiding begint op de dag van inschrijving in de BRP (Wi art. 13 lid 3).',
            }
          : null,
    },
    {
      soort: 'ontzorgen-inrichten',
      titel: 'Richt het ontzorgen in',
      rol: 'regievoerder',
      uitkomsten: ['richtOntzorgenIn'],
      open: (t) =>
        heeftOntzorgen(t) && t.bijstand !== null && t.ontzorgenIngericht === null
          ? {
              openerNr: openerNa(t, 'ontzorgenIngericht', t.bijstand.nr),
              termijn: 'ONTZORGEN',
              reden: 'De gemeente betaalt zes maanden vaste lasten uit de bijstand (Pw art. 56a).',
            }
          : null,
    },
    {
      soort: 'ontzorgen-afronden',
      titel: 'Rond het ontzorgen af',
      rol: 'regievoerder',
      uitkomsten: ['rondOntzorgenAf'],
      open: (t) =>
        t.ontzorgenIngericht !== null && t.ontzorgenAfgerond === null
          ? {
              openerNr: openerNa(t, 'ontzorgenAfgerond', t.ontzorgenIngericht.nr),
              termijn: 'ONTZORGEN',
              reden: 'Na zes maanden betaalt de inburgeraar zelf; bespreek of dat gaat.',
            }
          : null,
    },
  ],
  termijnen: (t) =>
    heeftOntzorgen(t) && t.bijstand !== null
      ? [
          {
            sleutel: 'ONTZORGEN',
            code: 'ONTZORGEN',
            verzoek: {
              soort: 'berekend',
              vraag: { termijn: 'ONTZORGEN', feiten: { rechtOpBijstandOp: t.bijstand.op } },
            },
            gehaaldOp: t.ontzorgenAfgerond?.op ?? null,
          },
        ]
      : [],
  mijlpalen: {
    begeleidingGestart: (t) => t.begeleiding?.nr ?? null,
    ontzorgenAfgerond: (t) => t.ontzorgenAfgerond?.nr ?? null,
  },
};
