import type { Onderwerp } from '../traject/onderwerp.js';

export const berichten: Onderwerp = {
  taken: [
    {
      soort: 'bericht-herstellen',
      titel: 'Herstel een bericht dat DUO niet heeft aangenomen',
      rol: 'regievoerder',
      uitkomsten: ['meldHandmatigGedaan', 'biedOpnieuwAan'],
      open: (t) =>
        Object.entries(t.berichten)
          .filter(
            ([, { soort, status }]) =>
              soort !== 'ATTENDERING' && (status === 'geweigerd' || status === 'opgegeven'),
          )
          .map(([meldingId, { status, statusNr }]) => ({
            openerNr: statusNr,
            onderwerp: meldingId,
            reden:
              status === 'geweigerd'
                ? 'DUO heeft het bericht geweigerd; de reden van DUO staat in het dossier.'
                : 'Het staat niet vast dat DUO het bericht heeft. Kijk het na in het Portal Inburgering, en rond het met de hand af of bied het opnieuw aan.',
          })),
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
