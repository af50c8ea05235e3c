import { doorloopVariabelen } from './doorloop.js';
import { regelEinde } from './einde.js';
import { LOKALE_CLIENTS } from './gemeenten.js';
import { startOmgeving } from './omgeving.js';
import { houdPoort } from './poorten.js';
import { neemStaatmap } from './staat.js';

const meld = (regel: string): void => {
  console.log(regel);
};

/** The ports that people know by heart. */
const POORTEN = { api: 3000, notificaties: 3001, beheer: 3002, identiteit: 3003 } as const;
const WACHTPOORT = 3009;

const einde = regelEinde(meld);
const staat = neemStaatmap();
einde.voegToe('staatmap', () => {
  staat.geefTerug();
  return Promise.resolve();
});
const gewonePoorten = await houdPoort(WACHTPOORT);
const omgeving = await startOmgeving({
  map: staat.map,
  ui: true,
  meld,
  voegToe: (naam, stop) => {
    einde.voegToe(naam, stop);
  },
  poorten: gewonePoorten ? POORTEN : {},
});

/** Says where something is that is not where people look for it. */
function meldAnderePoorten(): void {
  if (!gewonePoorten) {
    meld(
      '\nDe gewone poorten (3000 tot en met 3003) zijn van een andere start; deze heeft andere.',
    );
    return;
  }
  const adressen = {
    api: ['de API', omgeving.apiUrl],
    notificaties: ['Notificaties', omgeving.notificatiesUrl],
    beheer: ['de ketensimulator', omgeving.simulatorUrl],
    identiteit: ['de identiteitsprovider', omgeving.issuer],
  } as const satisfies Readonly<Record<keyof typeof POORTEN, readonly [string, string]>>;
  for (const wat of ['api', 'notificaties', 'beheer', 'identiteit'] as const) {
    const [naam, adres] = adressen[wat];
    const { port } = new URL(adres);
    if (port === String(POORTEN[wat])) continue;
    meld(`\nPoort ${POORTEN[wat]} is bezet door een ander programma; ${naam} staat op ${port}.`);
  }
}

meldAnderePoorten();
const voorbeeld = LOKALE_CLIENTS[0];
meld(`
Inburgeringsregie draait.

  API              ${omgeving.apiUrl}/v1   (leesbaar: ${omgeving.apiUrl}/v1/docs)
  Notificaties     ${omgeving.notificatiesUrl}
  Ketensimulator   ${omgeving.simulatorUrl}
  Temporal         ${omgeving.temporal.uiUrl ?? omgeving.temporal.address}
  Staat            ${staat.map}

Een token (andere clients: ${LOKALE_CLIENTS.slice(1)
  .map(({ id }) => id)
  .join(', ')}):
  curl -s -u ${voorbeeld?.id ?? ''}:${voorbeeld?.geheim ?? ''} -d grant_type=client_credentials ${omgeving.issuer}/token

Zelf proberen met curl (docs/doorloop.md); plak eerst dit in een shell:
${doorloopVariabelen(omgeving)
  .map(([naam, waarde]) => `  export ${naam}=${waarde}`)
  .join('\n')}

Stoppen met Ctrl-C. Alles wissen: npm run reset.
`);

const gestopt = await Promise.race([
  omgeving.postgres.einde.then(() => 'PostgreSQL'),
  omgeving.temporal.einde.then(() => 'Temporal'),
  ...[...omgeving.processen].map(([naam, proces]) => proces.einde.then(() => naam)),
]);
meld(`${gestopt} is gestopt; alles wordt afgesloten. Het logboek staat in ${omgeving.logmap}.`);
await einde.stop();
process.exitCode = 1;
