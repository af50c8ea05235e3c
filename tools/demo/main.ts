import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regelEinde } from '../lokaal/einde.js';
import { LOKALE_CLIENTS } from '../lokaal/gemeenten.js';
import { startOmgeving, type Omgeving } from '../lokaal/omgeving.js';
import { controleer, VERWACHT } from './controle.js';
import type { Personages, Reisgenoot } from './reisgenoot.js';
import { verhaalAsiel, verhaalGemist, verhaalGezin } from './verhalen.js';
import { Verteller } from './verteller.js';
import { Gebruiker } from './verzoek.js';

const verteller = new Verteller(process.argv.includes('--json'));
const einde = regelEinde(verteller.meld);
const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-demo-'));
einde.voegToe('tijdelijke map', () => {
  rmSync(map, { recursive: true, force: true });
  return Promise.resolve();
});

function gebruiker({ apiUrl, issuer }: Omgeving, id: string): Gebruiker {
  const client = LOKALE_CLIENTS.find((een) => een.id === id);
  if (client === undefined) throw new Error(`onbekende client ${id}`);
  return new Gebruiker(apiUrl, issuer, client);
}

function samenvatting(reizen: readonly Reisgenoot[], aantallen: readonly number[]): string[] {
  return reizen.map(
    (reis, i) => `${reis.naam}: ${String(aantallen[i])} journaalregels, traject ${reis.trajectId}`,
  );
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
};
verteller.meld('Drie mensen, drie trajecten, virtuele tijd:\n');
const afwijkingen: string[] = [];
const speel = async (
  naam: keyof typeof VERWACHT,
  verhaal: (spel: Personages) => Promise<Reisgenoot>,
): Promise<Reisgenoot | null> => {
  try {
    const reis = await verhaal(spel);
    afwijkingen.push(...(await controleer(reis, VERWACHT[naam])));
    return reis;
  } catch (fout) {
    afwijkingen.push(`${naam}: ${fout instanceof Error ? fout.message : String(fout)}`);
    return null;
  }
};
const reizen = (
  await Promise.all([
    speel('asiel', verhaalAsiel),
    speel('gezin', verhaalGezin),
    speel('gemist', verhaalGemist),
  ])
).filter((reis) => reis !== null);
const aantallen = await Promise.all(
  reizen.map(async (reis) => (await reis.journaal().catch(() => [])).length),
);
verteller.besluit(samenvatting(reizen, aantallen), afwijkingen);
await einde.stop();
process.exit(afwijkingen.length === 0 ? 0 : 1);
