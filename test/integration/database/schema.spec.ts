// Real: PostgreSQL, the migrations and the roles of an installation. Fake: nothing.
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { maakAppDataSource, maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { gemeenteOpCode, gemeenteOpOin, zaaiGemeente } from '#database/gemeenten.js';
import { migreer } from '#database/migreer.js';
import { inGemeente } from '#database/transactie.js';
import { maakTestDatabase, type TestDatabase } from '#test/support/database.js';

const EEN = { id: randomUUID(), code: '9001', naam: 'Eendorp', oin: '00000001900100000000' };
const TWEE = { id: randomUUID(), code: '9002', naam: 'Tweestad', oin: '00000001900200000000' };

let database: TestDatabase;
let app: DataSource;
let systeem: DataSource;

beforeAll(async () => {
  database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, EEN);
  await zaaiGemeente(database.url, TWEE);
  app = await maakAppDataSource(urls.app, { pool: 2 }).initialize();
  systeem = await maakSysteemDataSource(urls.systeem).initialize();
});

afterAll(async () => {
  await app.destroy();
  await systeem.destroy();
  await database.stop();
});

describe('schema', () => {
  it('migreert nog eens zonder iets te doen, ook vier tegelijk op een lege database', async () => {
    await migreer(database.url);
    const leeg = await maakTestDatabase({ leeg: true });
    try {
      await Promise.all([1, 2, 3, 4].map(() => migreer(leeg.url)));
    } finally {
      await leeg.stop();
    }
  });

  it('heeft elke kolom van elke entiteit, met hetzelfde type en dezelfde verplichting', async () => {
    const kolommen = await app.query<
      { tabel: string; kolom: string; type: string; leeg: boolean }[]
    >(
      `SELECT c.relname AS tabel, a.attname AS kolom, format_type(a.atttypid, a.atttypmod) AS type,
              NOT a.attnotnull AS leeg
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0`,
    );
    const namen: Record<string, string> = {
      timestamptz: 'timestamp with time zone',
      char: 'character(20)',
    };
    const bekend = new Set(
      kolommen.map(({ tabel, kolom, type, leeg }) => `${tabel}.${kolom} ${type} ${leeg}`),
    );
    const verwacht = app.entityMetadatas.flatMap((entiteit) =>
      entiteit.columns
        .filter((kolom) => kolom.propertyName !== 'toewijzing' && kolom.propertyName !== 'traject')
        .map((kolom) => {
          const type = namen[String(kolom.type)] ?? String(kolom.type);
          return `${entiteit.tableName}.${kolom.databaseName} ${type}${kolom.isArray ? '[]' : ''} ${kolom.isNullable}`;
        }),
    );

    expect(verwacht.filter((kolom) => !bekend.has(kolom))).toEqual([]);
    const genoemd = new Set(verwacht.map((kolom) => kolom.split(' ')[0]));
    expect(
      kolommen
        .map(({ tabel, kolom }) => `${tabel}.${kolom}`)
        .filter((naam) => !genoemd.has(naam) && !naam.startsWith('migratie.')),
    ).toEqual([]);
  });

  it('vindt een gemeente op code en op OIN', async () => {
    expect(await gemeenteOpCode(app, '9001')).toEqual(EEN);
    expect(await gemeenteOpOin(app, TWEE.oin)).toEqual(TWEE);
    expect(await gemeenteOpCode(app, '0000')).toBeUndefined();
  });
});

describe('gemeente-isolatie', () => {
  it('geeft zonder gemeente geen enkele rij en laat niets schrijven', async () => {
    expect(await app.query('SELECT * FROM instellingen')).toEqual([]);
    await expect(
      app.query(
        `INSERT INTO instellingen (gemeente_id, versie, gegevens, vanaf) VALUES ($1, 9, '{}', '2026-01-01')`,
        [EEN.id],
      ),
    ).rejects.toThrow(/permission denied|row-level security/);
  });

  it('houdt twee gemeenten uit elkaar, 1.000 keer door elkaar op twee verbindingen', async () => {
    const gezien = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => {
        const gemeente = i % 2 === 0 ? EEN : TWEE;
        return inGemeente(app, gemeente.id, async (manager) => {
          const rijen = await manager.query<{ gemeente_id: string }[]>(
            'SELECT gemeente_id FROM instellingen',
          );
          return rijen.length === 1 && rijen[0]?.gemeente_id === gemeente.id;
        });
      }),
    );

    expect(gezien.filter((goed) => !goed)).toEqual([]);
    expect(await app.query('SELECT * FROM instellingen')).toEqual([]);
  });

  it('weigert een rij van een andere gemeente', async () => {
    const schrijf = inGemeente(app, EEN.id, (manager) =>
      manager.query('INSERT INTO taaktoewijzing (taak_id, gemeente_id) VALUES ($1, $2)', [
        randomUUID(),
        TWEE.id,
      ]),
    );

    await expect(schrijf).rejects.toThrow(/row-level security/);
  });

  it('dwingt rij-beveiliging af op elke tabel met een gemeente', async () => {
    const open = await app.query<{ relname: string }[]>(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE a.attname = 'gemeente_id' AND c.relkind = 'r'
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );

    expect(open).toEqual([]);
  });

  it('laat het systeem alleen routes en wachtende post zien', async () => {
    expect(await systeem.query('SELECT * FROM route')).toEqual([]);
    expect(await systeem.query('SELECT id, gemeente_id, status FROM postvak')).toEqual([]);
    for (const verboden of ['SELECT zegel FROM postvak', 'SELECT * FROM traject', 'TABLE journaal'])
      await expect(systeem.query(verboden)).rejects.toThrow(/permission denied/);
  });
});
