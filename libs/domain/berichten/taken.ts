import type { Onderwerp } from '../traject/onderwerp.js';
import type { HandmatigOorzaak } from './soorten.js';

const WAAROM_HANDMATIG: Readonly<Record<HandmatigOorzaak, string>> = {
  GEEN_API: 'DUO neemt deze melding alleen in het Portal Inburgering aan.',
  API_UIT:
    'Uw gemeente gebruikt de API van DUO voor dit bericht niet. Doe het in het Portal Inburgering, of bied het aan zodra de API aan staat.',
  NUMMER_ONBEKEND:
    'Het nummer van de contactpersoon bij DUO is hier niet bekend. Doe het in het Portal Inburgering.',
};

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
    {
      soort: 'in-portaal-melden',
      titel: 'Doe een melding aan DUO in het Portal Inburgering',
      rol: 'regievoerder',
      uitkomsten: ['meldHandmatigGedaan', 'biedOpnieuwAan', 'trekPortaalmeldingIn'],
      open: (t) =>
        Object.entries(t.berichten)
          .filter(([, { status }]) => status === 'handmatig-te-doen')
          .map(([meldingId, { statusNr, oorzaak = 'API_UIT' }]) => ({
            openerNr: statusNr,
            onderwerp: meldingId,
            reden: `${WAAROM_HANDMATIG[oorzaak]} Leg vast op welke dag dat gebeurde, met een bewijs.`,
          })),
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
