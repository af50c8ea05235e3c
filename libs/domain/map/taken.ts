import { vanAndereGemeente } from '../keten/duo-stand.js';
import type { Onderwerp } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';

export const map: Onderwerp = {
  taken: [
    {
      soort: 'map-afronden',
      titel: 'Rond de module Arbeidsmarkt en Participatie af met het eindgesprek',
      rol: 'regievoerder',
      uitkomsten: ['registreerMap', 'rondMapAf'],
      open: (t) =>
        t.duoTermijn !== null &&
        t.leerroute?.route !== 'O' &&
        t.map.eindgesprek === null &&
        t.plichtEinde === null &&
        // Who reported it before us has done it, and only that gemeente can change it.
        !vanAndereGemeente(t, 'MAP')
          ? {
              openerNr: openerNa(t, 'mapEindgesprek', t.duoTermijn.nr),
              termijn: 'INBURGERINGSTERMIJN',
              reden:
                'De MAP telt ten minste 40 uur praktijk en sluit met een eindgesprek (Bi art. 3.2).',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: { mapAfgerond: (t) => t.map.eindgesprek?.nr ?? null },
};
