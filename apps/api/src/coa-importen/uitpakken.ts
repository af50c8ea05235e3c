import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { BestandFout, GRENZEN } from './blad.js';

/** The parts of a workbook, unpacked one at a time and never to more than they announced. */
export interface Werkmap {
  /** Undefined when there is no such part. */
  readonly open: (naam: string) => Promise<Readable | undefined>;
}

export function onleesbareXlsx(): BestandFout {
  return new BestandFout('body', 'Het bestand is geen leesbare XLSX.');
}

/**
 * Looks into the zip before anything of it is unpacked. What the parts announce is added up; unpacking stops at the
 * first byte above it, so a small file cannot become a large one.
 */
export async function openWerkmap(bytes: Buffer): Promise<Werkmap> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true }).catch(() => {
    throw onleesbareXlsx();
  });
  const delen = await onderdelen(zip);
  const totaal = Array.from(delen.values()).reduce((som, deel) => som + deel.uncompressedSize, 0);
  if (
    totaal > GRENZEN.uitgepakteBytes ||
    totaal > bytes.length * GRENZEN.uitpakverhouding ||
    delen.size > GRENZEN.onderdelen
  ) {
    throw new BestandFout('body', 'Het bestand wordt bij het uitpakken te groot.');
  }
  return {
    open: async (naam) => {
      const deel = delen.get(naam);
      return deel === undefined ? undefined : zip.openReadStreamPromise(deel);
    },
  };
}

async function onderdelen(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const delen = new Map<string, Entry>();
  if (zip.entryCount > GRENZEN.onderdelen) throw onleesbareXlsx();
  try {
    for await (const deel of zip.eachEntry()) {
      // A name twice is read one way by us and another way by whoever looked at the file.
      if (deel.isEncrypted() || delen.has(deel.fileName)) throw onleesbareXlsx();
      delen.set(deel.fileName, deel);
    }
  } catch {
    throw onleesbareXlsx();
  }
  return delen;
}
