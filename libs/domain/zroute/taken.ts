import type { Onderwerp } from '../traject/onderwerp.js';
import { isAsiel, openerNa } from '../traject/regels.js';

export const zroute: Onderwerp = {
  taken: [
    {
      soort: 'zroute-afronden',
      titel: 'Rond de zelfredzaamheidsroute af met het eindgesprek',
      rol: 'regievoerder',
      uitkomsten: ['registreerCursusuren', 'rondZrouteAf'],
      open: (t) =>
        t.duoTermijn !== null &&
        t.leerroute?.route === 'Z' &&
        (t.zroute ?? null) === null &&
        t.plichtEinde === null
          ? {
              openerNr: openerNa(t, 'zrouteAfronding', Math.max(t.duoTermijn.nr, t.leerroute.nr)),
              termijn: 'INBURGERINGSTERMIJN',
              reden: isAsiel(t)
                ? 'De route telt 800 cursusuren en 800 uren participatie en sluit met een eindgesprek (Wi art. 9, Bi art. 3.14). DUO geeft daarna het certificaat.'
                : 'De route telt 800 cursusuren en sluit met een eindgesprek (Wi art. 9, Bi art. 3.14). DUO geeft daarna het certificaat.',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
