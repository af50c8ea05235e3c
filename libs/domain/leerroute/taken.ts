import type { Onderwerp } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';

export const leerroute: Onderwerp = {
  taken: [
    {
      soort: 'leerroute-kiezen',
      titel: 'Kies de leerroute en leg de redenen vast',
      rol: 'regievoerder',
      uitkomsten: ['kiesLeerroute'],
      open: (t) => {
        const lbt = t.lbtResultaat ?? t.lbtOntheffing;
        return t.intake !== null && lbt !== null && t.leerroute === null
          ? {
              openerNr: openerNa(t, 'leerroute', Math.max(t.intake.nr, lbt.nr)),
              termijn: 'PIP_VASTSTELLEN',
              reden: 'Intake en leerbaarheidstoets zijn bekend (Wi art. 15 lid 1).',
            }
          : null;
      },
    },
  ],
  termijnen: () => [],
  mijlpalen: { leerrouteGekozen: (t) => t.leerroute?.nr ?? null },
};
