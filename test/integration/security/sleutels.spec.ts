// Real: PostgreSQL, files, wrapping with a master key. Fake: a second copy that fails on command.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DubbeleSleutelopslag } from '#security/sleutels/dubbele-sleutelopslag.js';
import { LokaleHoofdsleutel } from '#security/sleutels/hoofdsleutel.js';
import { maakSleutels } from '#security/sleutels/maak-sleutels.js';
import { migreerSleutels } from '#security/sleutels/migreer-sleutels.js';
import { SleutelBestand } from '#security/sleutels/sleutel-bestand.adapter.js';
import { SleutelPostgres } from '#security/sleutels/sleutel-postgres.adapter.js';
import type { GevondenSleutel } from '#security/sleutels/sleutel.port.js';
import type { Sleutelrij } from '#security/sleutels/sleutelrij.js';
import { startPostgres } from '#tools/lokaal/postgres.js';
import type { LokalePostgres } from '#tools/lokaal/postgres.js';

const GEMEENTE = randomUUID();

class WeigerendeKopie extends SleutelBestand {
  weigert = false;

  override legVast(rijen: readonly Sleutelrij[]): Promise<Sleutelrij[]> {
    return this.weigert ? Promise.reject(new Error('schijf vol')) : super.legVast(rijen);
  }
}

const idVan = (uitkomst: GevondenSleutel): string =>
  uitkomst.status === 'aanwezig' ? uitkomst.sleutel.id : uitkomst.status;

describe('dubbele sleutelopslag', () => {
  let postgres: LokalePostgres;
  let pool: pg.Pool;
  let map = '';
  let databaseUrl = '';
  const database = `sleutels_${randomUUID().slice(0, 8)}`;
  const hoofdsleutel = randomBytes(32);

  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'sleutelopslag-'));
    postgres = await startPostgres({ map, fsync: false, wegwerp: true });
    const beheer = new pg.Client({ connectionString: postgres.url });
    await beheer.connect();
    await beheer.query(`CREATE DATABASE ${database}`);
    await beheer.end();
    databaseUrl = postgres.url.replace(/\/postgres$/, `/${database}`);
    await Promise.all([migreerSleutels(databaseUrl), migreerSleutels(databaseUrl)]);
    pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
    // The server may end a connection that is closing; the pool reports that as an error.
    pool.on('error', () => undefined);
  }, 60_000);

  afterAll(async () => {
    await pool.end();
    await postgres.stop();
    await rm(map, { recursive: true, force: true });
  });

  const opstelling = () => {
    const kopieMap = join(map, randomUUID());
    const kopie = new WeigerendeKopie(kopieMap);
    const maak = (): DubbeleSleutelopslag =>
      new DubbeleSleutelopslag(
        new SleutelPostgres(pool),
        kopie,
        new LokaleHoofdsleutel(hoofdsleutel),
      );
    return { kopieMap, kopie, maak, opslag: maak(), eigenaar: randomUUID() };
  };
  const zetTerug = (eigenaar: string): Promise<unknown> =>
    pool.query('DELETE FROM datasleutel WHERE eigenaar = $1', [eigenaar]);

  it('geeft makers tegelijk, in verschillende processen, dezelfde sleutel', async () => {
    const { maak, eigenaar } = opstelling();
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () =>
        idVan(await maak().haalOfMaak(eigenaar, GEMEENTE, 'kern')),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('maakt meer categorieën in één keer, elk met een eigen sleutel', async () => {
    const { opslag, eigenaar } = opstelling();
    const gemaakt = await opslag.haalOfMaakAlle(eigenaar, GEMEENTE, ['dossier', 'kern', 'medisch']);
    const gelezen = await opslag.haalAlle(eigenaar, GEMEENTE, ['dossier', 'kern', 'medisch']);
    expect(gelezen).toEqual(gemaakt);
    expect(new Set([...gemaakt.values()].map(idVan)).size).toBe(3);
    expect(idVan(await opslag.haal(eigenaar, GEMEENTE, 'drijver'))).toBe('onbekend');
  });

  it('geeft geen sleutel uit zolang de tweede kopie niet op schijf staat', async () => {
    const { opslag, kopie, eigenaar } = opstelling();
    kopie.weigert = true;
    await expect(opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern')).rejects.toThrow('schijf vol');
    await expect(opslag.haal(eigenaar, GEMEENTE, 'kern')).rejects.toThrow('schijf vol');
    kopie.weigert = false;
    const id = idVan(await opslag.haal(eigenaar, GEMEENTE, 'kern'));
    expect((await kopie.lees(eigenaar, ['kern']))[0]?.id).toBe(id);
  });

  it('vindt een sleutel terug die na het terugzetten van de database ontbreekt', async () => {
    const { opslag, eigenaar } = opstelling();
    const eerst = await opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    await zetTerug(eigenaar);
    expect(await opslag.haal(eigenaar, GEMEENTE, 'kern')).toEqual(eerst);
  });

  it('maakt na het terugzetten van de database geen tweede sleutel', async () => {
    const { opslag, eigenaar } = opstelling();
    const eerst = await opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    await zetTerug(eigenaar);
    expect(await opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern')).toEqual(eerst);
    expect(await opslag.haal(eigenaar, GEMEENTE, 'kern')).toEqual(eerst);
  });

  it('houdt een vernietigde sleutel vernietigd, ook voor wie hem opnieuw wil maken', async () => {
    const { opslag, eigenaar } = opstelling();
    await opslag.haalOfMaakAlle(eigenaar, GEMEENTE, ['kern', 'medisch']);
    await opslag.vernietig(eigenaar, 'medisch');
    await opslag.vernietig(eigenaar, 'medisch');
    expect(idVan(await opslag.haalOfMaak(eigenaar, GEMEENTE, 'medisch'))).toBe('vernietigd');
    expect(idVan(await opslag.haal(eigenaar, GEMEENTE, 'kern'))).not.toBe('vernietigd');
    await opslag.vernietig(eigenaar);
    for (const categorie of ['kern', 'dossier', 'drijver'] as const) {
      expect(idVan(await opslag.haalOfMaak(eigenaar, GEMEENTE, categorie))).toBe('vernietigd');
    }
    const { rows } = await pool.query('SELECT omhuld FROM datasleutel WHERE eigenaar = $1', [
      eigenaar,
    ]);
    expect(rows).toEqual(Array.from({ length: 4 }, () => ({ omhuld: null })));
  });

  it('past vernietigingen opnieuw toe als een oudere database is teruggezet', async () => {
    const { opslag, eigenaar } = opstelling();
    await opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    const { rows } = await pool.query<{ id: string; omhuld: Buffer }>(
      'SELECT id, omhuld FROM datasleutel WHERE eigenaar = $1',
      [eigenaar],
    );
    await opslag.vernietig(eigenaar);
    await pool.query(
      `UPDATE datasleutel SET omhuld = $2, vernietigd_tijdstip = NULL, duurzaam = true WHERE id = $1`,
      [rows[0]!.id, rows[0]!.omhuld],
    );
    expect(idVan(await opslag.haal(eigenaar, GEMEENTE, 'kern'))).not.toBe('vernietigd');
    expect(await opslag.herstel()).toBeGreaterThan(0);
    expect(idVan(await opslag.haal(eigenaar, GEMEENTE, 'kern'))).toBe('vernietigd');
    expect(await opslag.herstel()).toBe(0);
  });

  it('vernietigt ook een sleutel die op hetzelfde moment gemaakt wordt', async () => {
    for (let keer = 0; keer < 20; keer += 1) {
      const { maak, opslag, eigenaar } = opstelling();
      await Promise.all([
        maak()
          .haalOfMaak(eigenaar, GEMEENTE, 'kern')
          .catch(() => undefined),
        maak().vernietig(eigenaar),
      ]);
      expect(idVan(await opslag.haal(eigenaar, GEMEENTE, 'kern'))).toBe('vernietigd');
    }
  });

  it('geeft een sleutel niet aan een andere gemeente', async () => {
    const { opslag, eigenaar } = opstelling();
    await opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    expect(idVan(await opslag.haal(eigenaar, randomUUID(), 'kern'))).toBe('onbekend');
    await expect(opslag.haalOfMaak(eigenaar, randomUUID(), 'kern')).rejects.toThrow(/gemeente/);
  });

  it('geeft niets aan wie een andere hoofdsleutel heeft', async () => {
    const { opslag, kopieMap, eigenaar } = opstelling();
    await opslag.haalOfMaak(eigenaar, GEMEENTE, 'kern');
    const ander = maakSleutels({ databaseUrl, kopieMap, hoofdsleutel: randomBytes(32) });
    await expect(ander.sleutels.haal(eigenaar, GEMEENTE, 'kern')).rejects.toThrow(/hoofdsleutel/);
    await ander.sluit();
  });

  it('weigert sleutels die in de database zijn verwisseld', async () => {
    const { opslag, eigenaar } = opstelling();
    await opslag.haalOfMaakAlle(eigenaar, GEMEENTE, ['kern', 'medisch']);
    await pool.query(
      `UPDATE datasleutel a SET omhuld = b.omhuld FROM datasleutel b
       WHERE a.eigenaar = $1 AND b.eigenaar = $1 AND a.categorie <> b.categorie`,
      [eigenaar],
    );
    await expect(opslag.haal(eigenaar, GEMEENTE, 'kern')).rejects.toThrow(/past niet/);
  });
});
