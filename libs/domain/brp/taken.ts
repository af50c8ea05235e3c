import type { Onderwerp } from '../traject/onderwerp.js';

export const brp: Onderwerp = {
  taken: [
    {
      soort: 'brp-verschillen-behandelen',
      titel: 'Behandel wat de BRP anders zegt dan het dossier',
      rol: 'regievoerder',
      uitkomsten: ['handelBrpVerschillenAf'],
      open: ({ brp: stand }) =>
        stand !== undefined && stand.open.length > 0
          ? {
              openerNr: stand.nr,
              reden: 'De BRP is geraadpleegd en zegt iets anders; per verschil staat een voorstel.',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
