import type { Onderwerp } from '../traject/onderwerp.js';
import { isAsiel, openerNa } from '../traject/regels.js';

export const aanbod: Onderwerp = {
  taken: [
    {
      soort: 'aanbod-doen',
      titel: 'Doe het inburgeringsaanbod',
      rol: 'regievoerder',
      uitkomsten: ['doeAanbod'],
      open: (t) =>
        isAsiel(t) && t.pip.vastgesteld !== null && t.aanbod === null && t.plichtEinde === null
          ? {
              openerNr: openerNa(t, 'aanbod', t.pip.vastgesteld.nr),
              termijn: 'AANBOD_RICHTDATUM',
              reden: 'Een asielstatushouder krijgt tijdig een cursus aangeboden (Wi art. 16).',
            }
          : null,
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
