import type { GewensteTermijn, Onderwerp } from '../traject/onderwerp.js';
import type { Omgeving } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';

function sleutel(nummer: number): string {
  return `VOORTGANGSGESPREK:${nummer}`;
}

function ritme(t: Toestand, { instellingen }: Omgeving): GewensteTermijn[] {
  const vanafOp = t.voortgangsgesprek?.op ?? t.pip.vastgesteld?.op;
  if (vanafOp === undefined || t.pip.vastgesteld === null || t.plichtEinde !== null) return [];
  return [
    {
      sleutel: sleutel((t.voortgangsgesprek?.aantal ?? 0) + 1),
      code: 'VOORTGANGSGESPREK',
      verzoek: {
        soort: 'berekend',
        vraag: {
          termijn: 'VRIJE_TERMIJN',
          feiten: {
            vanafOp,
            maanden: t.pip.voortgangsgesprekMaanden ?? instellingen.voortgangsgesprekMaanden,
            algemeneTermijnenwet: false,
          },
        },
      },
      gehaaldOp: null,
    },
  ];
}

export const voortgang: Onderwerp = {
  taken: [
    {
      soort: 'voortgangsgesprek-voeren',
      titel: 'Voer een voortgangsgesprek',
      rol: 'regievoerder',
      uitkomsten: ['legVoortgangsgesprekVast'],
      open: (t) => {
        const key = sleutel((t.voortgangsgesprek?.aantal ?? 0) + 1);
        const termijn = t.termijnen[key];
        const geopendNr = termijn?.sporten.openen;
        return termijn?.status === 'loopt' && geopendNr !== undefined && t.plichtEinde === null
          ? {
              openerNr: geopendNr,
              termijn: key,
              reden:
                'Het PIP noemt hoe vaak de gemeente de voortgang bespreekt (Bi art. 5.3 lid 4).',
            }
          : null;
      },
    },
  ],
  termijnen: ritme,
  mijlpalen: {},
};
