import { existsSync, readFileSync } from 'node:fs';
import type { Omstandigheden } from './machine.js';
import { getal, rijVan, type Reeks } from './reeksen.js';

/** One line of the benchmark as it was last measured. */
export interface Onderdeel {
  readonly naam: string;
  readonly wat: string;
  readonly keren: number;
  readonly seconden: number;
  readonly omstandigheden: Omstandigheden;
  readonly afwijkingen: readonly string[];
  readonly meetwijze?: string;
  readonly reeksen: readonly Reeks[];
}

/** Measured on two cores too: PostgreSQL 15, load included, no authentication, plain rows. */
const TER_VERGELIJKING = [
  ['', 'Flowable 7.2', 'Operaton 1.0'],
  [
    'starten, 10 gebruikers',
    '222 tot 257 per s; 38 tot 46 ms tot de taak er staat',
    '188 tot 205 per s',
  ],
  ['taak afronden en de volgende lezen, 1 gebruiker', '9 tot 14 ms', '13 tot 22 ms'],
  ['taak afronden en de volgende lezen, 16 gebruikers', '191 tot 209 per s', '151 tot 157 per s'],
  ['100 van 100.000 op een variabele, 1 gebruiker', '173 tot 184 ms', '137 tot 150 ms'],
  ['100 van 100.000 op een variabele, 16 gebruikers', '1,9 tot 2,3 s', '0,8 s'],
  ['1.000 wekkers op een tijdstip', 'binnen 6 tot 8 s', '16 tot 48 s'],
  ['na kill -9', 'een uur vergrendeld', '24 s, de laatste na 339 s'],
] as const;

const KOP = `# Prestaties

Geschreven door \`npm run bench\`; geen cijfer is met de hand aangepast. \`npm run bench -- --only taak,lijst\` meet een deel
en laat de andere staan, \`-- --quick\` is een korte versie die dit document niet aanraakt. Alles draait op een machine: PostgreSQL (fsync
aan), Temporal, api, worker, ketensimulator en de belasting zelf, die een eigen proces is en over HTTP vraagt met echte
tokens. Per cijfer: de mediaan van de metingen, de laagste en de hoogste, en het doel. Alle waarden staan in
[prestaties.json](prestaties.json). Waar de tijd blijft, en wat eraan gedaan is, staat in
[prestaties-profielen.md](prestaties-profielen.md).
`;

/** The parts of the report in this file; none when there is none. */
export function leesOnderdelen(bestand: string): readonly Onderdeel[] {
  return existsSync(bestand)
    ? (JSON.parse(readFileSync(bestand, 'utf8')) as readonly Onderdeel[])
    : [];
}

function tabel(rijen: readonly (readonly string[])[]): string {
  const [kop = [], ...rest] = rijen;
  const breedtes = kop.map((_, k) => Math.max(3, ...rijen.map((rij) => rij[k]?.length ?? 0)));
  const regel = (rij: readonly string[]): string =>
    `| ${breedtes.map((breedte, k) => (rij[k] ?? '').padEnd(breedte)).join(' | ')} |`;
  return [kop, breedtes.map((breedte) => '-'.repeat(breedte)), ...rest].map(regel).join('\n');
}

function deel({ naam, wat, keren, reeksen, seconden, ...meer }: Onderdeel): string {
  const { machine, drukte, versies, commit, op } = meer.omstandigheden;
  return [
    `## ${naam}: ${wat}`,
    [
      `- ${machine}; drukte bij het begin ${getal(drukte)}`,
      `- ${versies}`,
      `- ${op.slice(0, 10)}, commit ${commit}, ${keren} keer, ${getal(seconden)} s`,
      ...(meer.meetwijze === undefined ? [] : [`- Meetwijze: ${meer.meetwijze}`]),
      ...meer.afwijkingen.map((regel) => `- Anders dan in productie: ${regel}`),
    ].join('\n'),
    tabel([
      ['wat', 'mediaan', 'laagste tot hoogste', 'doel', ''],
      ...reeksen
        .map(rijVan)
        .map((rij) => [rij.naam, rij.mediaan, rij.spreiding, rij.doel, rij.oordeel]),
    ]),
  ].join('\n\n');
}

export function maakDocument(onderdelen: readonly Onderdeel[]): string {
  return `${[
    KOP.trim(),
    ...onderdelen.map(deel),
    '## Ter vergelijking',
    'Gemeten op zo een machine (2 kernen, PostgreSQL 15, belasting inbegrepen), zonder inloggen en met onverzegelde rijen.',
    tabel(TER_VERGELIJKING),
  ].join('\n\n')}\n`;
}
