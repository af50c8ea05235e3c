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
          .filter(([, { status }]) => status === 'geweigerd' || status === 'opgegeven')
          .map(([meldingId, { status, statusNr }]) => ({
            openerNr: statusNr,
            onderwerp: meldingId,
            reden:
              status === 'geweigerd'
                ? 'DUO heeft het bericht geweigerd; de reden van DUO staat in het dossier.'
                : 'Het bericht is na herhaalde pogingen niet bij DUO aangekomen.',
          })),
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
