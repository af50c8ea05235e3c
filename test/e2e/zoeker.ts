import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { gegevensElders } from '#tools/lokaal/postgres.js';

/** A shorter text occurs by chance in megabytes of sealed data, in one form or another. */
const KORTSTE = 8;

interface Vorm {
  readonly naald: string;
  readonly bytes: Buffer;
}

/** Base64 of the text wherever it begins in what was encoded: without the characters it shares with its neighbours. */
function base64Op(bytes: Buffer, plaats: 0 | 1 | 2): string {
  const tekst = Buffer.concat([Buffer.alloc(plaats), bytes]).toString('base64');
  return tekst.slice(Math.ceil((plaats * 8) / 6), Math.floor(((plaats + bytes.length) * 8) / 6));
}

function vormenVan(naald: string): Vorm[] {
  if (naald.length < KORTSTE) throw new Error('deze naald is te kort om naar te zoeken');
  const klaar = [naald, naald.toUpperCase(), naald.toLowerCase()];
  const utf16 = Buffer.from(naald, 'utf16le');
  const gecodeerd = (bytes: Buffer): string[] => {
    const hex = bytes.toString('hex');
    const base64 = ([0, 1, 2] as const).map((plaats) => base64Op(bytes, plaats));
    const url = base64.map((tekst) => tekst.replaceAll('+', '-').replaceAll('/', '_'));
    return [hex, hex.toUpperCase(), ...base64, ...url];
  };
  const teksten = [...klaar.map((tekst) => Buffer.from(tekst)), utf16].flatMap(gecodeerd);
  const alle = [
    ...[...klaar, ...teksten].map((tekst) => Buffer.from(tekst, 'utf8')),
    utf16,
    Buffer.from(utf16).swap16(),
  ];
  const uniek = new Map(alle.map((bytes) => [bytes.toString('latin1'), bytes]));
  return [...uniek.values()].map((bytes) => ({ naald, bytes }));
}

/**
 * All forms at once in one pass over the bytes (Aho and Corasick): megabytes of database against a thousand forms
 * would otherwise take minutes.
 */
class Automaat {
  readonly #naar: Int32Array;
  readonly #gevonden: readonly (readonly string[])[];

  constructor(vormen: readonly Vorm[]) {
    const hoogstens = vormen.reduce((tot, { bytes }) => tot + bytes.length, 1);
    const naar = new Int32Array(hoogstens * 256);
    const gevonden: string[][] = [[]];
    for (const { naald, bytes } of vormen) {
      let plek = 0;
      for (const byte of bytes) {
        if (naar[plek * 256 + byte] === 0) {
          naar[plek * 256 + byte] = gevonden.length;
          gevonden.push([]);
        }
        plek = naar[plek * 256 + byte] ?? 0;
      }
      gevonden[plek]?.push(naald);
    }
    const terugval = new Int32Array(gevonden.length);
    const rij = [...naar.subarray(0, 256)].filter((plek) => plek !== 0);
    for (const plek of rij) {
      const terug = terugval[plek] ?? 0;
      gevonden[plek]?.push(...(gevonden[terug] ?? []));
      for (let byte = 0; byte < 256; byte += 1) {
        const volgende = naar[plek * 256 + byte] ?? 0;
        const omweg = naar[terug * 256 + byte] ?? 0;
        if (volgende === 0) naar[plek * 256 + byte] = omweg;
        else {
          terugval[volgende] = omweg;
          rij.push(volgende);
        }
      }
    }
    this.#naar = naar;
    this.#gevonden = gevonden;
  }

  /** Goes on from `plek`, so that nothing hides on the edge of two pieces; answers where it ended. */
  zoek(bytes: Buffer, treffers: Set<string>, plek = 0): number {
    const naar = this.#naar;
    const gevonden = this.#gevonden;
    let nu = plek;
    for (let i = 0; i < bytes.length; i += 1) {
      nu = naar[nu * 256 + (bytes[i] ?? 0)] ?? 0;
      const hier = gevonden[nu];
      if (hier !== undefined && hier.length > 0) for (const naald of hier) treffers.add(naald);
    }
    return nu;
  }
}

/** Looks for texts in clear, UTF-16, hex and base64 at each alignment; clear bytes inside protobuf are clear bytes. */
export class Zoeker {
  readonly #automaat: Automaat;

  constructor(naalden: readonly string[]) {
    this.#automaat = new Automaat(naalden.flatMap(vormenVan));
  }

  inBytes(bytes: Buffer): string[] {
    const treffers = new Set<string>();
    this.#automaat.zoek(bytes, treffers);
    return [...treffers];
  }

  /** `<file>: <needle>` of every hit in the folder; `sla` leaves files out by name. */
  async inMap(map: string, sla: (naam: string) => boolean = () => false): Promise<string[]> {
    const alle: string[] = [];
    for (const bestand of readdirSync(map, { recursive: true, withFileTypes: true })) {
      if (!bestand.isFile() || sla(bestand.name)) continue;
      const pad = join(bestand.parentPath, bestand.name);
      try {
        for (const naald of await this.#inBestand(pad)) alle.push(`${pad}: ${naald}`);
      } catch (fout) {
        // A running server takes files away.
        if ((fout as NodeJS.ErrnoException).code !== 'ENOENT') throw fout;
      }
    }
    return alle;
  }

  async #inBestand(pad: string): Promise<Set<string>> {
    const treffers = new Set<string>();
    let plek = 0;
    for await (const stuk of createReadStream(pad, { highWaterMark: 1 << 20 })) {
      plek = this.#automaat.zoek(stuk as Buffer, treffers, plek);
    }
    return treffers;
  }
}

/** Every row of every table of this database as text, bytes as hex: what a dump holds. */
export async function dumpVan(serverUrl: string, database: string): Promise<Buffer> {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows: tabellen } = await client.query<{ naam: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS naam FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const regels: string[] = [];
    for (const { naam } of tabellen) {
      const { rows } = await client.query<{ rij: string }>(`SELECT t::text AS rij FROM ${naam} t`);
      regels.push(naam, ...rows.map(({ rij }) => rij));
    }
    return Buffer.from(regels.join('\n'));
  } finally {
    await client.end();
  }
}

/** Writes everything to the data files, and says where they are. */
export async function gegevensmap(serverUrl: string, map: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
  const thuis = join(map, 'postgres');
  return gegevensElders(thuis) ?? thuis;
}
