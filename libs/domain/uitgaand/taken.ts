import type { Onderwerp } from '../traject/onderwerp.js';

export const uitgaand: Onderwerp = {
  taken: [
    {
      soort: 'attendering-nakijken',
      titel: 'Kijk na waarom een attendering niet aankomt',
      rol: 'coordinator',
      uitkomsten: ['biedOpnieuwAan', 'meldHandmatigGedaan'],
      open: (t) =>
        Object.entries(t.berichten)
          .filter(([, { soort, status }]) => soort === 'ATTENDERING' && status === 'opgegeven')
          .map(([meldingId, { statusNr }]) => ({
            openerNr: statusNr,
            onderwerp: meldingId,
            reden:
              'De webhook of mail van de gemeente heeft een attendering niet aangenomen. Bied haar opnieuw aan als dat hersteld is, of breng haar zelf over en rond haar met de hand af.',
          })),
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
