import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync, unzipSync } from 'node:zlib';
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

  /** As `inBytes`, and in what these bytes turn out to be when they were compressed, with or without a byte before it. */
  inPakket(bytes: Buffer): string[] {
    return [...new Set([bytes, ...uitgepakt(bytes)].flatMap((een) => this.inBytes(een)))];
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

const GROOTSTE_UITKOMST = 64 * 1024 * 1024;

/** What unpacks, of the whole and of all but the first byte; sealed bytes do so by chance at most, and then to noise. */
function uitgepakt(bytes: Buffer): Buffer[] {
  return [0, 1].flatMap((vanaf) =>
    [inflateRawSync, unzipSync].flatMap((pakUit) => {
      try {
        return [pakUit(bytes.subarray(vanaf), { maxOutputLength: GROOTSTE_UITKOMST })];
      } catch {
        return [];
      }
    }),
  );
}

export interface Bytewaarde {
  /** `table.column`. */
  readonly waar: string;
  readonly bytes: Buffer;
}

/** Every value of every column of bytes in this database. */
export async function bytewaardenVan(serverUrl: string, database: string): Promise<Bytewaarde[]> {
  return inDatabase(serverUrl, database, async (client) => {
    const { rows: kolommen } = await client.query<{ tabel: string; kolom: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS tabel, column_name AS kolom
         FROM information_schema.columns JOIN information_schema.tables
              USING (table_schema, table_name)
        WHERE data_type = 'bytea' AND table_type = 'BASE TABLE'
          AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const waarden: Bytewaarde[] = [];
    for (const { tabel, kolom } of kolommen) {
      const naam = client.escapeIdentifier(kolom);
      const { rows } = await client.query<{ bytes: Buffer }>(
        `SELECT ${naam} AS bytes FROM ${tabel} WHERE ${naam} IS NOT NULL`,
      );
      const waar = `${tabel.replace('public.', '')}.${kolom}`;
      waarden.push(...rows.map(({ bytes }) => ({ waar, bytes })));
    }
    return waarden;
  });
}

/** Every row of every table of this database as text, bytes as hex: what a dump holds. */
export async function dumpVan(serverUrl: string, database: string): Promise<Buffer> {
  return inDatabase(serverUrl, database, async (client) => {
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
  });
}

async function inDatabase<T>(
  serverUrl: string,
  database: string,
  doe: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await doe(client);
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
