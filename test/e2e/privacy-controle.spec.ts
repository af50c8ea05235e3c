// The counterpart of privacy.spec.ts: the same search on the same kinds of files, with sealing switched off. Real:
// PostgreSQL, Temporal, the door, the codec. Fake, in this process only: sealing leaves everything as it is.
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { TAAKWACHTRIJ, TRAJECT_WORKFLOW, trajectWorkflowId } from '#contracts/traject.js';
import { maakAppDataSource } from '#database/data-source.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { Dossier } from '#dossier/dossier.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { ASIEL } from '#tools/demo/personen.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { MEDISCHE_WOORDEN, naaldenVan } from './naalden.js';
import { startProefomgeving, type Proefomgeving } from './proefomgeving.js';
import { dumpVan, gegevensmap, Zoeker } from './zoeker.js';

jest.mock('#security/verzegeling.js', () => {
  const echt = jest.requireActual<object>('#security/verzegeling.js');
  const open = (_sleutel: unknown, waarde: Uint8Array): Buffer => Buffer.from(waarde);
  return {
    ...echt,
    verzegel: open,
    ontzegel: open,
    verzegelJson: (_sleutel: unknown, waarde: unknown) => Buffer.from(JSON.stringify(waarde)),
    ontzegelJson: (_sleutel: unknown, bytes: Uint8Array): unknown =>
      JSON.parse(Buffer.from(bytes).toString('utf8')),
  };
});

const { bsn, vNummer, naam, geboortedatum } = ASIEL;
const persoon = { bsn, vNummer, naam, geboortedatum };
const medisch = { bijzonderheden: 'Slechtziend aan het linkeroog', wonen: 'Geen trappen' };
// As the system writes them; the other ways to write a date are for what a program might make of it.
const naalden = [bsn, vNummer, naam, geboortedatum, ...MEDISCHE_WOORDEN];
const zoeker = new Zoeker([...naaldenVan(ASIEL), ...MEDISCHE_WOORDEN]);

let omgeving: Proefomgeving;

beforeAll(async () => {
  omgeving = await startProefomgeving({ onderdelen: [] });
}, 60_000);

afterAll(async () => {
  await omgeving.stop();
}, 60_000);

function gevonden(treffers: readonly string[]): string[] {
  return naalden.filter((naald) => treffers.some((treffer) => treffer.endsWith(`: ${naald}`)));
}

async function openTraject(): Promise<string> {
  const trajectId = randomUUID();
  const dataSource = await maakAppDataSource(omgeving.database.app).initialize();
  const dossier = new Dossier({
    dataSource,
    sleutels: new SleutelsInGeheugen(),
    zoeksleutels: new Zoeksleutels(randomBytes(32)),
  });
  const dag = '2026-06-15' as IsoDatum;
  const uitkomst = await dossier.open({
    gemeenteId: LOKALE_GEMEENTEN[0].id,
    opdracht: {
      soort: 'openTraject',
      trajectId,
      proef: false,
      bron: 'COA',
      persoon,
    },
    vervolg: [
      {
        soort: 'legCoaProfielVast',
        persoon,
        profiel: {
          schemaVersie: 1,
          koppelingOp: dag,
          vergunningOp: null,
          herkomst: { bron: 'test', geraadpleegdOp: dag },
          gegevens: {},
        },
        medisch,
      },
    ],
    actor: { soort: 'medewerker', id: 'medewerker-1' },
    beller: 'test',
    opdrachtId: randomUUID(),
  });
  await dataSource.destroy();
  expect(uitkomst).toMatchObject({ soort: 'gedaan' });
  return trajectId;
}

describe('zonder verzegeling', () => {
  it('vindt het zoeken alles in een dump en in de bestanden van PostgreSQL', async () => {
    await openTraject();
    const dump = await dumpVan(omgeving.postgres.url, 'inburgeringsregie');
    expect(zoeker.inBytes(dump)).toEqual(expect.arrayContaining(naalden));
    const map = await gegevensmap(omgeving.postgres.url, omgeving.map);
    const treffers = await zoeker.inMap(map);
    expect(gevonden(treffers)).toEqual(naalden);
    expect(gevonden(treffers.filter((treffer) => treffer.includes('/pg_wal/')))).toEqual(naalden);
  }, 60_000);

  it('vindt het zoeken alles in de database van Temporal', async () => {
    const client = maakTemporalClient({
      address: omgeving.temporal.address,
      namespace: omgeving.temporal.namespace,
      dataConverter: maakDataConverter(new SleutelsInGeheugen()),
    });
    await client.workflow.start(TRAJECT_WORKFLOW, {
      workflowId: trajectWorkflowId(randomUUID()),
      taskQueue: TAAKWACHTRIJ,
      args: [{ persoon, medisch }],
    });
    await client.connection.close();
    expect(gevonden(await zoeker.inMap(join(omgeving.map, 'temporal')))).toEqual(naalden);
  });

  it('vindt het zoeken alles in een logboek dat niets weglaat', async () => {
    const map = join(omgeving.map, 'open-logboek');
    mkdirSync(map);
    const write = (regel: string): void => {
      appendFileSync(join(map, 'api.log'), regel);
    };
    pino({}, { write }).info({ persoon, medisch }, 'verzoek');
    expect(gevonden(await zoeker.inMap(map))).toEqual(naalden);
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
      for (const naald of naalden) {
        const bytes = codeer(naald);
        const voor = randomBytes(stuk - Math.floor(bytes.length / 2));
        appendFileSync(join(map, 'geplant'), Buffer.concat([voor, bytes, randomBytes(stuk)]));
        expect(zoeker.inBytes(Buffer.concat([randomBytes(99), bytes]))).toContain(naald);
      }
      expect(gevonden(await zoeker.inMap(map))).toEqual(naalden);
    },
  );

  it('vindt niets waar niets is', () => {
    expect(zoeker.inBytes(randomBytes(1 << 22))).toEqual([]);
  });
});
