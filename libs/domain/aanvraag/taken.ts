import type { Onderwerp } from '../traject/onderwerp.js';

export const aanvraag: Onderwerp = {
  taken: [
    {
      soort: 'aanvraag-beslissen',
      titel: 'Beslis op de aanvraag',
      rol: 'regievoerder',
      uitkomsten: ['legBesluitOpAanvraagVast'],
      open: (t) =>
        Object.entries(t.aanvragen ?? {})
          .filter(([, { besluit }]) => besluit === null)
          .map(([termijn, { nr }]) => ({
            openerNr: nr,
            onderwerp: termijn,
            // While the term stands still there is no last day to show.
            ...(t.termijnen[termijn]?.status === 'loopt' ? { termijn } : {}),
            reden: 'De inburgeraar wacht op een beslissing op zijn aanvraag (Awb art. 4:13).',
          })),
    },
  ],
  termijnen: (t) =>
    Object.entries(t.aanvragen ?? {}).map(([sleutel, { ontvangenOp, besluit }]) => ({
      sleutel,
      code: 'AANVRAAG_BESLISSEN',
      verzoek: {
        soort: 'berekend',
        vraag: { termijn: 'AANVRAAG_BESLISSEN', feiten: { ontvangenOp } },
      },
      gehaaldOp: besluit?.op ?? null,
    })),
  mijlpalen: {},
};
