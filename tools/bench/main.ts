// npm run bench [-- --only NAAM,NAAM] [--quick] [--keren N] [--bewaar BESTAND], or -- --vergelijk BESTAND BESTAND
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { leesOnderdelen, maakDocument, type Onderdeel } from './document.js';
import { omstandigheden } from './machine.js';
import { METERS, type Meetregel } from './meters.js';
import { isGehaald, Reeksen, rijVan } from './reeksen.js';
import { vergelijk } from './vergelijk.js';

const KEREN = { vlug: 3, volledig: 5 } as const;
const MAP = join(import.meta.dirname, '..', '..', 'docs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    keren: { type: 'string' },
    bewaar: { type: 'string' },
    vergelijk: { type: 'boolean', default: false },
  },
});
const zeg = (regel: string): void => void process.stdout.write(`${regel}\n`);

if (values.vergelijk) {
  const [een = [], twee = []] = positionals.map(leesOnderdelen);
  const { vergeleken, anders } = vergelijk(een, twee);
  zeg(`${vergeleken} cijfers vergeleken, ${anders.length} buiten elkaars spreiding.`);
  for (const regel of anders) zeg(`  ${regel}`);
  process.exit(vergeleken > 0 && anders.length === 0 ? 0 : 1);
}

const namen = values.only?.split(',') ?? Object.keys(METERS);
const onbekend = namen.filter((naam) => !(naam in METERS));
const keren = Number(values.keren ?? (values.quick ? KEREN.vlug : KEREN.volledig));
if (onbekend.length > 0 || !Number.isInteger(keren) || keren < 1) {
  process.stderr.write(
    `Gebruik: npm run bench -- [--only ${Object.keys(METERS).join(',')}] [--quick] [--keren 5] [--bewaar BESTAND]\n`,
  );
  process.exit(2);
}

const begin = performance.now();

function toon({ naam, wat, reeksen }: Onderdeel): void {
  const rijen = reeksen.map(rijVan);
  const breed = Math.max(...rijen.map((rij) => rij.naam.length));
  zeg(`\n${naam}: ${wat}`);
  for (const rij of rijen) {
    const delen = [rij.naam.padEnd(breed), rij.mediaan.padStart(16), rij.spreiding.padStart(18)];
    zeg(`  ${[...delen, rij.doel.padEnd(18), rij.oordeel].join('  ').trimEnd()}`);
  }
  zeg('');
}

const elders = ['TEMPORAL_ADDRESS', 'DATABASE_URL']
  .filter((naam) => (process.env[naam] ?? '') !== '')
  .map((naam) => `${naam} was gezet: een server van elders, met wat die verder te doen heeft.`);

async function meet(naam: string, regel: Meetregel): Promise<Onderdeel> {
  const { wat, meter, afwijkingen, meetwijze } = regel;
  const bij = omstandigheden();
  const reeksen = new Reeksen();
  const start = performance.now();
  await meter(reeksen, {
    vlug: values.quick,
    keren,
    meld: (regel) => {
      const seconden = Math.round((performance.now() - begin) / 1_000);
      zeg(`[${String(seconden).padStart(5)} s] ${naam}: ${regel}`);
    },
  });
  return {
    naam,
    wat,
    keren,
    seconden: Math.round((performance.now() - start) / 1_000),
    omstandigheden: bij,
    afwijkingen: [...afwijkingen, ...elders],
    ...(meetwijze === undefined ? {} : { meetwijze }),
    reeksen: reeksen.alle(),
  };
}

const gemeten: Onderdeel[] = [];
const mislukt: string[] = [];
for (const naam of namen) {
  const regel = METERS[naam];
  if (regel === undefined) continue;
  try {
    const onderdeel = await meet(naam, regel);
    toon(onderdeel);
    gemeten.push(onderdeel);
  } catch (fout) {
    mislukt.push(naam);
    process.stderr.write(
      `${naam}: ${fout instanceof Error ? (fout.stack ?? fout.message) : String(fout)}\n`,
    );
  }
}

if (values.bewaar !== undefined) {
  writeFileSync(values.bewaar, `${JSON.stringify(gemeten, null, 1)}\n`);
  zeg(`${values.bewaar} is geschreven.`);
}
if (values.quick) {
  zeg(
    'Een vlugge meting: kort en klein. Vergelijk er twee (--bewaar) met: npm run bench -- --vergelijk A B. docs/prestaties.md blijft.',
  );
} else {
  const bestand = join(MAP, 'prestaties.json');
  const alle = [...gemeten, ...leesOnderdelen(bestand)];
  const onderdelen = Object.keys(METERS).flatMap(
    (naam) => alle.find((onderdeel) => onderdeel.naam === naam) ?? [],
  );
  writeFileSync(bestand, `${JSON.stringify(onderdelen, null, 1)}\n`);
  writeFileSync(join(MAP, 'prestaties.md'), maakDocument(onderdelen));
  zeg('docs/prestaties.md en docs/prestaties.json zijn geschreven.');
}
const gemist = gemeten.flatMap(({ naam, reeksen }) =>
  reeksen.filter((reeks) => isGehaald(reeks) === false).map((reeks) => `${naam}: ${reeks.naam}`),
);
if (mislukt.length > 0) zeg(`Niet gemeten, door een fout: ${mislukt.join(', ')}`);
if (gemist.length > 0) zeg(`Niet gehaald:\n  ${gemist.join('\n  ')}`);
if (mislukt.length === 0 && gemist.length === 0) zeg('Elk doel is gehaald.');
process.exit(mislukt.length > 0 ? 1 : 0);
