import type { Onderwerp } from '../traject/onderwerp.js';
import { aanbodKanVanaf } from '../overdracht/scenario.js';
import { isAsiel } from '../traject/regels.js';

export const aanbod: Onderwerp = {
  taken: [
    {
      soort: 'aanbod-doen',
      titel: 'Doe het inburgeringsaanbod',
      rol: 'regievoerder',
      uitkomsten: ['doeAanbod'],
      open: (t) => {
        const openerNr = aanbodKanVanaf(t);
        return isAsiel(t) && openerNr !== null && t.aanbod === null && t.plichtEinde === null
          ? {
              openerNr,
              termijn: 'AANBOD_RICHTDATUM',
              reden: 'Een asielstatushouder krijgt tijdig een cursus aangeboden (Wi art. 16).',
            }
          : null;
      },
    },
  ],
  termijnen: (t) =>
    isAsiel(t) &&
    t.pip.eersteDagtekening !== null &&
    t.pip.vastgesteld !== null &&
    t.leerroute !== null
      ? [
          {
            sleutel: 'AANBOD_RICHTDATUM',
            code: 'AANBOD_RICHTDATUM',
            verzoek: {
              soort: 'berekend',
              vraag: {
                termijn: 'AANBOD_RICHTDATUM',
                feiten: {
                  pipDagtekening: t.pip.eersteDagtekening,
                  leerroute: t.leerroute.route,
                },
              },
            },
            gehaaldOp: t.aanbod?.op ?? null,
          },
        ]
      : [],
  mijlpalen: { aanbodGedaan: (t) => t.aanbod?.nr ?? null },
};
