// Brings the databases of an installation up to date: both schemas, the users that may log in and
// the gemeenten. Run before api and worker at every upgrade; running it again changes nothing.
import { readFileSync } from 'node:fs';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { migreer } from '#database/migreer.js';
import { migreerSleutels } from '#security/sleutels/migreer-sleutels.js';
import { leesInrichting } from './inrichting.js';

async function richtIn(): Promise<void> {
  const { eigenaarUrl, sleutelUrl, wachtwoorden, gemeenten } = leesInrichting(process.env, (pad) =>
    readFileSync(pad, 'utf8'),
  );
  await migreer(eigenaarUrl);
  await migreerSleutels(sleutelUrl);
  await maakGebruikers(eigenaarUrl, wachtwoorden);
  for (const gemeente of gemeenten) await zaaiGemeente(eigenaarUrl, gemeente);
  console.log(`Ingericht: twee databases, twee gebruikers, ${gemeenten.length} gemeente(n).`);
}

richtIn().catch((fout: unknown) => {
  process.stderr.write(`${fout instanceof Error ? fout.message : 'Inrichten is niet gelukt.'}\n`);
  process.exitCode = 1;
});
