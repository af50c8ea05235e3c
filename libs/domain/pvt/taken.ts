import { vanAndereGemeente } from '../keten/duo-stand.js';
import type { Onderwerp } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';

export const pvt: Onderwerp = {
  taken: [
    {
      soort: 'pvt-afronden',
      titel: 'Rond het participatieverklaringstraject af met de ondertekening',
      rol: 'regievoerder',
      uitkomsten: ['registreerPvt', 'rondPvtAf'],
      open: (t) =>
        t.duoTermijn !== null &&
        t.pvt.ondertekend === null &&
        t.plichtEinde === null &&
        // Who reported it before us has done it, and only that gemeente can change it.
        !vanAndereGemeente(t, 'PVT')
          ? {
              openerNr: openerNa(t, 'pvtOndertekening', t.duoTermijn.nr),
              termijn: 'INBURGERINGSTERMIJN',
              reden:
                'Het PVT hoort bij elke leerroute (Wi art. 6): ten minste 12 uur en een activiteit.',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: { pvtAfgerond: (t) => t.pvt.ondertekend?.nr ?? null },
};
