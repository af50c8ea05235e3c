import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformiteit } from '#tools/conformiteit/conformiteit.js';
import type { Uitgever } from '../ketensimulator/certificaten.js';

export interface Uitkomst {
  readonly code: 0 | 1 | 2;
  readonly uitvoer: string;
  readonly xml: string;
  /** Ids of the cases that failed, with what was said about them. */
  readonly mislukt: ReadonlyMap<string, string>;
  readonly geslaagd: number;
}

export interface Toetser {
  toets(url: string, extra?: readonly string[]): Promise<Uitkomst>;
  /** The command line that `toets` uses. */
  args(url: string, extra?: readonly string[]): string[];
  ruimOp(): void;
}

/** Calls the kit as `npm run conformiteit` does, with the certificate of `bron`. */
export async function maakToetser(opties: {
  readonly uitgever: Uitgever;
  readonly specificaties: string;
  readonly bron: string;
  readonly doel: string;
}): Promise<Toetser> {
  const { uitgever, specificaties, bron, doel } = opties;
  const map = mkdtempSync(join(tmpdir(), 'conformiteit-'));
  const { cert, key } = await uitgever.geef(bron);
  for (const [naam, inhoud] of Object.entries({ cert, key, ca: uitgever.ca })) {
    writeFileSync(join(map, naam), inhoud, { mode: 0o600 });
  }
  const args: Toetser['args'] = (url, extra = []) => [
    ...['--url', url, '--bron', bron, '--doel', doel, '--specificaties', specificaties],
    ...['--certificaat', join(map, 'cert'), '--sleutel', join(map, 'key')],
    ...['--ca', join(map, 'ca'), '--rapport', join(map, 'rapport'), ...extra],
  ];
  return {
    args,
    toets: async (url, extra = []) => {
      const regels: string[] = [];
      const schrijf = (regel: string): void => void regels.push(regel);
      const code = await conformiteit(args(url, extra), {}, { schrijf, fout: schrijf });
      const xml = readFileSync(join(map, 'rapport', 'conformiteit.xml'), 'utf8');
      const gevallen = [
        ...xml.matchAll(/<testcase classname="[^"]*" name="(\S+) [^>]*?(\/>|>(.*?)<\/testcase>)/gs),
      ];
      return {
        code,
        uitvoer: regels.join('\n'),
        xml,
        mislukt: new Map(
          gevallen.flatMap(([, id = '', , tekst = '']) =>
            tekst.startsWith('<failure') ? [[id, tekst] as const] : [],
          ),
        ),
        geslaagd: gevallen.filter(([, , einde]) => einde === '/>').length,
      };
    },
    ruimOp: () => {
      rmSync(map, { recursive: true });
    },
  };
}
