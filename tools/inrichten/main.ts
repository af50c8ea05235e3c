// Brings the databases of an installation up to date: both schemas, the users that may log in and
// the gemeenten; with `temporal` as argument the Schedule instead, which needs Temporal. Run before
// api and worker at every upgrade; running it again changes nothing.
import { readFileSync } from 'node:fs';
import { leesTemporalInstellingen } from '#config/instellingen.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { migreer } from '#database/migreer.js';
import { migreerSleutels } from '#security/sleutels/migreer-sleutels.js';
import { leesInrichting } from './inrichting.js';
import { richtTemporalIn } from './temporal.js';

async function richtDatabasesIn(): Promise<string> {
  const { eigenaarUrl, sleutelUrl, wachtwoorden, gemeenten } = leesInrichting(process.env, (pad) =>
    readFileSync(pad, 'utf8'),
  );
  await migreer(eigenaarUrl);
  await migreerSleutels(sleutelUrl);
  await maakGebruikers(eigenaarUrl, wachtwoorden);
  for (const gemeente of gemeenten) await zaaiGemeente(eigenaarUrl, gemeente);
  return `Ingericht: twee databases, twee gebruikers, ${gemeenten.length} gemeente(n).`;
}

async function richtIn([wat]: readonly string[]): Promise<string> {
  if (wat !== 'temporal') return richtDatabasesIn();
  return `Ingericht: de nachtcontrole is ${await richtTemporalIn(leesTemporalInstellingen(process.env))}.`;
}

richtIn(process.argv.slice(2)).then(
  (regel) => {
    console.log(regel);
  },
  (fout: unknown) => {
    process.stderr.write(`${fout instanceof Error ? fout.message : 'Inrichten is niet gelukt.'}\n`);
    process.exitCode = 1;
  },
);
