import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { BestandFout } from './blad.js';
import { onleesbareXlsx } from './uitpakken.js';

export interface Xmllezer {
  /** Names are without their namespace. */
  open?(naam: string, attributen: Readonly<Record<string, string>>): void;
  tekst?(tekst: string): void;
  sluit?(naam: string): void;
}

const lokaal = (naam: string): string => naam.slice(naam.indexOf(':') + 1);

/** Reads one part as it is unpacked. Without a document type, so nothing in it can expand. */
export async function leesXml(bron: Readable, lezer: Xmllezer): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw onleesbareXlsx();
  });
  parser.on('opentag', ({ name, attributes }) => lezer.open?.(lokaal(name), attributes));
  parser.on('text', (tekst) => lezer.tekst?.(tekst));
  parser.on('cdata', (tekst) => lezer.tekst?.(tekst));
  parser.on('closetag', ({ name }) => lezer.sluit?.(lokaal(name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const brok of bron) parser.write(decoder.decode(brok as Buffer, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (fout) {
    // Any other error is of the file: not XML, not UTF-8, or longer than the zip said.
    throw fout instanceof BestandFout ? fout : onleesbareXlsx();
  } finally {
    bron.destroy();
  }
}
