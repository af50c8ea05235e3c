import type { Onderwerp } from '../traject/onderwerp.js';

export const reconciliatie: Onderwerp = {
  taken: [
    {
      soort: 'verschillen-behandelen',
      titel: 'Behandel de verschillen tussen het dossier en DUO',
      rol: 'regievoerder',
      uitkomsten: ['handelVerschillenAf', 'stuurOpnieuw'],
      open: ({ reconciliatie: stand }) =>
        stand !== undefined && stand.open.length > 0
          ? {
              openerNr: stand.nr,
              reden:
                'Het dossier is met DUO vergeleken en zegt iets anders; per verschil staat een voorstel.',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
