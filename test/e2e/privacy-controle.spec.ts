// The counterpart of privacy.spec.ts: the same search on the same kinds of files, with sealing switched off. Real:
// PostgreSQL, Temporal, the door, the codec. Fake, in this process only: sealing leaves everything as it is.
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as Zlib from 'node:zlib';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { temporal } from '@temporalio/proto';
import pg from 'pg';
import { pino } from 'pino';
import { TAAKWACHTRIJ, TRAJECT_WORKFLOW, trajectWorkflowId } from '#contracts/traject.js';
import { maakAppDataSource } from '#database/data-source.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { Dossier } from '#dossier/dossier.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { DEMOPERSONEN, MEDISCHE_WOORDEN, NAALDEN } from './naalden.js';
import { startProefomgeving, type Proefomgeving } from './proefomgeving.js';
import { bytewaardenVan, dumpVan, gegevensmap, Zoeker } from './zoeker.js';

jest.mock('#security/verzegeling.js', () => {
  const echt = jest.requireActual<object>('#security/verzegeling.js');
  const zlib = jest.requireActual<typeof Zlib>('node:zlib');
  const open = (_sleutel: unknown, waarde: Uint8Array): Buffer => Buffer.from(waarde);
  return {
    ...echt,
    verzegel: open,
    ontzegel: open,
    // Compressed as the real one does: what is small enough to stay plain is not all there is.
    verzegelJson: (_sleutel: unknown, waarde: unknown) => {
      const json = Buffer.from(JSON.stringify(waarde));
      return json.length < 128
        ? Buffer.concat([Buffer.of(0), json])
        : Buffer.concat([Buffer.of(1), zlib.deflateRawSync(json, { level: 1 })]);
    },
    ontzegelJson: (_sleutel: unknown, bytes: Uint8Array): unknown => {
      const rest = Buffer.from(bytes).subarray(1);
      return JSON.parse((bytes[0] === 1 ? zlib.inflateRawSync(rest) : rest).toString('utf8'));
    },
  };
});

// The medical words as one text; dates also as a program might write them.
const medisch = { bijzonderheden: MEDISCHE_WOORDEN.join(', ') };
const gegevens = { geschreven: NAALDEN };
const personen = DEMOPERSONEN.map(({ bsn, vNummer, naam, geboortedatum }) => ({
  bsn,
  vNummer,
  naam,
  geboortedatum,
}));
const zoeker = new Zoeker(NAALDEN);

let omgeving: Proefomgeving;

beforeAll(async () => {
  omgeving = await startProefomgeving({ onderdelen: [] });
}, 60_000);

afterAll(async () => {
  await omgeving.stop();
}, 60_000);

function gevonden(treffers: readonly string[]): string[] {
  return NAALDEN.filter((naald) => treffers.some((treffer) => treffer.endsWith(`: ${naald}`)));
}

/** Opens a journey for each person, with everything there is to know. */
async function openTrajecten(): Promise<void> {
  const dataSource = await maakAppDataSource(omgeving.database.app).initialize();
  const dossier = new Dossier({
    dataSource,
    sleutels: new SleutelsInGeheugen(),
    zoeksleutels: new Zoeksleutels(randomBytes(32)),
  });
  const dag = '2026-06-15' as IsoDatum;
  const herkomst = { bron: 'test', geraadpleegdOp: dag };
  for (const persoon of personen) {
    const uitkomst = await dossier.open({
      gemeenteId: LOKALE_GEMEENTEN[0].id,
      opdracht: {
        soort: 'openTraject',
        trajectId: randomUUID(),
        proef: false,
        bron: 'COA',
        persoon,
      },
      vervolg: [
        {
          soort: 'legCoaProfielVast',
          persoon,
          profiel: { schemaVersie: 1, koppelingOp: dag, vergunningOp: null, herkomst, gegevens },
          medisch,
        },
      ],
      actor: { soort: 'medewerker', id: 'medewerker-1' },
      beller: 'test',
      opdrachtId: randomUUID(),
    });
    expect(uitkomst).toMatchObject({ soort: 'gedaan' });
  }
  await dataSource.destroy();
}

/** As a column that nobody sealed or packed would hold it. */
async function bewaarKlaar(): Promise<void> {
  const url = new URL(omgeving.postgres.url);
  url.pathname = '/inburgeringsregie';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('CREATE TABLE onverzegeld (inhoud bytea)');
    const json = Buffer.from(JSON.stringify({ personen, gegevens, medisch }));
    await client.query('INSERT INTO onverzegeld VALUES ($1)', [json]);
  } finally {
    await client.end();
  }
}

describe('zonder verzegeling', () => {
  it('vindt het zoeken van elke persoon alles in een dump, ook wat alleen ingepakt is', async () => {
    await openTrajecten();
    const waarden = await bytewaardenVan(omgeving.postgres.url, 'inburgeringsregie');
    const ingepakt = waarden.filter(({ bytes }) => zoeker.inBytes(bytes).length === 0);
    expect(ingepakt.some(({ bytes }) => zoeker.inPakket(bytes).length > 0)).toBe(true);
    const gezien = new Set(waarden.flatMap(({ bytes }) => zoeker.inPakket(bytes)));
    expect([...gezien].sort()).toEqual([...NAALDEN].sort());
  }, 60_000);

  it('vindt het zoeken van elke persoon alles in de dump (hex) en de bestanden van PostgreSQL (klaar)', async () => {
    await bewaarKlaar();
    const dump = await dumpVan(omgeving.postgres.url, 'inburgeringsregie');
    for (const { bsn } of personen)
      expect(dump.includes(Buffer.from(bsn).toString('hex'))).toBe(true);
    expect(zoeker.inBytes(dump).sort()).toEqual([...NAALDEN].sort());
    const map = await gegevensmap(omgeving.postgres.url, omgeving.map);
    const treffers = await zoeker.inMap(map);
    expect(gevonden(treffers)).toEqual(NAALDEN);
    expect(gevonden(treffers.filter((treffer) => treffer.includes('/pg_wal/')))).toEqual(NAALDEN);
  }, 60_000);

  it('vindt het zoeken van elke persoon alles bij Temporal: in de database, als protobuf en als JSON met base64', async () => {
    const client = maakTemporalClient({
      address: omgeving.temporal.address,
      namespace: omgeving.temporal.namespace,
      dataConverter: maakDataConverter(new SleutelsInGeheugen()),
    });
    const handle = await client.workflow.start(TRAJECT_WORKFLOW, {
      workflowId: trajectWorkflowId(randomUUID()),
      taskQueue: TAAKWACHTRIJ,
      args: [{ personen, gegevens, medisch }],
    });
    const historie = await handle.fetchHistory();
    await client.connection.close();

    expect(gevonden(await zoeker.inMap(join(omgeving.map, 'temporal')))).toEqual(NAALDEN);
    const protobuf = temporal.api.history.v1.History.encode(historie).finish();
    expect(zoeker.inBytes(Buffer.from(protobuf)).sort()).toEqual([...NAALDEN].sort());
    const json = historyToJSON(historie);
    expect(NAALDEN.filter((naald) => json.includes(naald))).toEqual([]);
    expect(zoeker.inBytes(Buffer.from(json)).sort()).toEqual([...NAALDEN].sort());
  });

  it('vindt het zoeken van elke persoon alles in een logboek dat niets weglaat', async () => {
    const map = join(omgeving.map, 'open-logboek');
    mkdirSync(map);
    const write = (regel: string): void => {
      appendFileSync(join(map, 'api.log'), regel);
    };
    pino({}, { write }).info({ personen, gegevens, medisch }, 'verzoek');
    expect(gevonden(await zoeker.inMap(map))).toEqual(NAALDEN);
  });
});

describe('de zoeker', () => {
  it.each([
    ['klaar', (tekst: string) => Buffer.from(tekst)],
    ['hex', (tekst: string) => Buffer.from(Buffer.from(tekst).toString('hex'))],
    ['HEX', (tekst: string) => Buffer.from(Buffer.from(tekst).toString('hex').toUpperCase())],
    ['UTF-16LE', (tekst: string) => Buffer.from(tekst, 'utf16le')],
    ['UTF-16BE', (tekst: string) => Buffer.from(tekst, 'utf16le').swap16()],
    ['base64 op 0', (tekst: string) => Buffer.from(btoa(`{"x${tekst}y"}`))],
    ['base64 op 1', (tekst: string) => Buffer.from(btoa(`{"xx${tekst}y"}`))],
    ['base64 op 2', (tekst: string) => Buffer.from(btoa(`{"xxx${tekst}yy"}`))],
    ['base64url', (tekst: string) => Buffer.from(Buffer.from(`??>${tekst}`).toString('base64url'))],
    ['protobuf', (tekst: string) => Buffer.from([0x0a, tekst.length, ...Buffer.from(tekst), 0x12])],
    ['hoofdletters', (tekst: string) => Buffer.from(tekst.toUpperCase())],
  ])(
    'vindt een tekst in %s, tussen willekeurige bytes en over de grens van twee stukken',
    async (soort, codeer) => {
      const map = join(omgeving.map, `geplant-${soort.replaceAll(' ', '-')}`);
      mkdirSync(map);
      const stuk = 1 << 20;
      for (const naald of NAALDEN) {
        const bytes = codeer(naald);
        const voor = randomBytes(stuk - Math.floor(bytes.length / 2));
        appendFileSync(join(map, 'geplant'), Buffer.concat([voor, bytes, randomBytes(stuk)]));
        expect(zoeker.inBytes(Buffer.concat([randomBytes(99), bytes]))).toContain(naald);
      }
      expect(gevonden(await zoeker.inMap(map))).toEqual(NAALDEN);
    },
  );

  it('weigert een naald die zo kort is dat zij overal toevallig staat', () => {
    expect(() => new Zoeker(['1234567'])).toThrow('te kort');
  });

  it('vindt niets waar niets is', () => {
    expect(zoeker.inBytes(randomBytes(1 << 22))).toEqual([]);
  });
});
