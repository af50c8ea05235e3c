import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regelEinde } from '../lokaal/einde.js';
import { LOKALE_CLIENTS } from '../lokaal/gemeenten.js';
import { startOmgeving, type Omgeving } from '../lokaal/omgeving.js';
import { verhaalVan, vergelijk, type Verhaal } from './controle.js';
import { vergelijkEinde, vergelijkVerloop } from './einde.js';
import type { Personages, Reisgenoot } from './reisgenoot.js';
import { verhaalAsiel, verhaalGemist, verhaalGezin } from './verhalen.js';
import { Verteller } from './verteller.js';
import { ASIEL_VERWACHT } from './verwacht/asiel.js';
import { EINDEN, type Einde } from './verwacht/einden.js';
import { GEMIST_VERWACHT } from './verwacht/gemist.js';
import { GEZIN_VERWACHT } from './verwacht/gezin.js';
import { Gebruiker, vraag } from './verzoek.js';

const verteller = new Verteller(process.argv.includes('--json'));
// DUO's notifications of these events are dropped on the way: the journeys must end the same.
const verloren = argumentVan('--verlies')?.split(',') ?? [];
const attentiesignalen = process.argv.includes('--attentiesignalen');
// Only the one who misses the term, held against the story in this file: shows, and soon, that the demo fails when
// something goes otherwise.
const andersGemist = argumentVan('--gemist');
const einde = regelEinde(verteller.meld);
const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-demo-'));
einde.voegToe('tijdelijke map', () => {
  rmSync(map, { recursive: true, force: true });
  return Promise.resolve();
});

function argumentVan(naam: string): string | undefined {
  const plek = process.argv.indexOf(naam);
  return plek === -1 ? undefined : process.argv[plek + 1];
}

function gebruiker({ apiUrl, issuer }: Omgeving, id: string): Gebruiker {
  const client = LOKALE_CLIENTS.find((een) => een.id === id);
  if (client === undefined) throw new Error(`onbekende client ${id}`);
  return new Gebruiker(apiUrl, issuer, client);
}

const omgeving = await startOmgeving({
  map,
  wegwerp: true,
  meld: verteller.meld,
  voegToe: (naam, stop) => {
    einde.voegToe(naam, stop);
  },
});
const spel: Personages = {
  regievoerder: gebruiker(omgeving, 'regievoerder-stad'),
  coordinator: gebruiker(omgeving, 'coordinator-stad'),
  beheerder: gebruiker(omgeving, 'beheerder-stad'),
  simulatorUrl: omgeving.simulatorUrl,
  verteller,
  keten: { verloren, attentiesignalen },
};
await vraag(`${omgeving.simulatorUrl}/storingen`, {
  methode: 'PUT',
  body: verloren.map((gebeurtenisId) => ({ soort: 'laat-vallen', gebeurtenisId })),
});
verteller.meld(
  andersGemist === undefined
    ? 'Drie mensen, drie trajecten, virtuele tijd:\n'
    : 'Eén mens, één traject, virtuele tijd:\n',
);
const afwijkingen: string[] = [];

async function eindeVan(reis: Reisgenoot): Promise<Einde> {
  const { mijlpalen } = await reis.detail();
  const einde = (await reis.journaal()).findLast(({ soort }) => soort === 'plichtGeeindigd');
  const reden = einde?.gebeurtenis.reden;
  return {
    mijlpalen: mijlpalen.map(({ naam }) => naam),
    reden: typeof reden === 'string' ? reden : null,
  };
}

/** Lets one journey be told and holds it against the expected story; answers its line of the summary. */
async function speel(
  naam: keyof typeof EINDEN,
  verhaal: (spel: Personages) => Promise<Reisgenoot>,
  verwacht: Verhaal,
): Promise<string[]> {
  try {
    const reis = await verhaal(spel);
    const gevonden = verhaalVan(await reis.stand());
    const gewoon = verloren.length === 0 && !attentiesignalen;
    afwijkingen.push(
      ...[
        ...(gewoon ? vergelijk : vergelijkVerloop)(gevonden, verwacht),
        ...vergelijkEinde(await eindeVan(reis), EINDEN[naam]),
      ].map((tekst) => `${reis.naam}: ${tekst}`),
    );
    const regels = gevonden.journaal.length;
    const weg = [...new Set(await reis.verloren())].sort();
    const verlies = weg.length === 0 ? '' : `, verloren: ${weg.join(' ')}`;
    return [`${reis.naam}: ${regels} journaalregels, traject ${reis.trajectId}${verlies}`];
  } catch (fout) {
    afwijkingen.push(`${naam}: ${fout instanceof Error ? fout.message : String(fout)}`);
    return [];
  }
}
const samenvatting = await Promise.all(
  andersGemist === undefined
    ? [
        speel('asiel', verhaalAsiel, ASIEL_VERWACHT),
        speel('gezin', verhaalGezin, GEZIN_VERWACHT),
        speel('gemist', verhaalGemist, GEMIST_VERWACHT),
      ]
    : [speel('gemist', verhaalGemist, JSON.parse(readFileSync(andersGemist, 'utf8')) as Verhaal)],
);
verteller.besluit(samenvatting.flat(), afwijkingen);
await einde.stop();
process.exit(afwijkingen.length === 0 ? 0 : 1);
