// Real: PostgreSQL with its roles, the connections of the door. Fake: nothing.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { maakAppDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { databaseFout, inGemeente, metTransactie, type VasteVraag } from '#database/transactie.js';
import { maakTestDatabase, type TestDatabase } from '#test/support/database.js';
import { Rondreizen } from '#tools/bench/rondreizen.js';

const GEMEENTE = { id: randomUUID(), code: '9001', naam: 'Eendorp', oin: '00000001900100000000' };

const WIJS_TOE: VasteVraag = {
  naam: 'test_wijs_toe',
  tekst: 'INSERT INTO taaktoewijzing (taak_id, gemeente_id, behandelaar) VALUES ($1, $2, $3)',
};
const GEMEENTE_NU = `SELECT current_setting('app.gemeente', true) AS gemeente, pg_backend_pid() AS pid`;

let database: TestDatabase;
let app: DataSource;

beforeAll(async () => {
  database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, GEMEENTE);
  // One connection: whoever leaves something behind on it, leaves it to the next.
  app = await maakAppDataSource(urls.app, { pool: 1 }).initialize();
});

afterAll(async () => {
  await app.destroy();
  await database.stop();
});

const behandelaars = (taakId: string): Promise<{ behandelaar: string }[]> =>
  inGemeente(app, GEMEENTE.id, (manager) =>
    manager.query('SELECT behandelaar FROM taaktoewijzing WHERE taak_id = $1', [taakId]),
  );

async function foutVan(doe: Promise<unknown>): Promise<unknown> {
  return doe.then(
    () => undefined,
    (fout: unknown) => fout,
  );
}

describe('een verbinding', () => {
  it('die breekt op het moment dat zij gereed is, voor iemand naar haar luistert, beëindigt het proces niet', async () => {
    const { master } = app.driver as unknown as { readonly master: Pool };
    const geeft = new Promise<unknown>((gezien) => {
      master.connect((_fout, client, vrij) => {
        // Here the pool has stopped listening and who asked has not begun.
        try {
          gezien(client?.emit('error', new Error('terminating connection')));
        } catch (fout) {
          gezien(fout);
        } finally {
          vrij(true);
        }
      });
    });
    expect(await geeft).toBe(true);
    expect(await behandelaars(randomUUID())).toEqual([]);
  });
});

describe('een transactie van een gemeente', () => {
  it('leest in één rondgang en schrijft daarna in één, en antwoordt op volgorde', async () => {
    const taakId = randomUUID();
    await behandelaars(taakId);
    const rondreizen = new Rondreizen();
    try {
      const gelezen = await metTransactie(app, GEMEENTE.id, async (transactie) => {
        const rijen = await Promise.all(
          [1, 2, 3].map((nr) => transactie.query('SELECT $1::integer AS nr', [nr])),
        );
        transactie.laatste(WIJS_TOE, [taakId, GEMEENTE.id, 'een']);
        return rijen.flat();
      });
      expect(gelezen).toEqual([{ nr: 1 }, { nr: 2 }, { nr: 3 }]);
      expect([rondreizen.aantal, rondreizen.vragen]).toEqual([2, 6]);
    } finally {
      rondreizen.stop();
    }
    expect(await behandelaars(taakId)).toEqual([{ behandelaar: 'een' }]);
  });

  it('houdt niets over als een van de laatste wijzigingen mislukt, en zegt welke', async () => {
    const [een, twee] = [randomUUID(), randomUUID()];
    const fout = await foutVan(
      metTransactie(app, GEMEENTE.id, (transactie) => {
        for (const taakId of [een, twee, een]) {
          transactie.laatste(WIJS_TOE, [taakId, GEMEENTE.id, 'een']);
        }
        return Promise.resolve();
      }),
    );

    expect(databaseFout(fout)).toEqual({ code: '23505', constraint: 'taaktoewijzing_pkey' });
    expect(await behandelaars(een)).toEqual([]);
    expect(await behandelaars(twee)).toEqual([]);
  });

  it('noemt de eerste fout, ook als wat daarna gevraagd werd daarop stukloopt', async () => {
    const taakId = randomUUID();
    const fout = await foutVan(
      metTransactie(app, GEMEENTE.id, async (transactie) => {
        for (const wie of ['een', 'twee']) {
          transactie.laatste(WIJS_TOE, [taakId, GEMEENTE.id, wie]);
        }
        await transactie.query('SELECT 1');
      }),
    );

    expect(databaseFout(fout)?.code).toBe('23505');
    expect(await behandelaars(taakId)).toEqual([]);
  });

  it('is niet gelukt als een fout onderweg werd ingeslikt', async () => {
    const taakId = randomUUID();
    const fout = await foutVan(
      metTransactie(app, GEMEENTE.id, async (transactie) => {
        await transactie.vraag(WIJS_TOE, [taakId, GEMEENTE.id, 'een']);
        await transactie.query('SELECT 1 / 0').catch(() => []);
      }),
    );

    expect(fout).toEqual(new Error('De transactie is teruggedraaid.'));
    expect(await behandelaars(taakId)).toEqual([]);
  });

  it('laat de verbinding schoon achter, ook als het antwoord er eerder is dan het einde', async () => {
    const pids = new Set<unknown>();
    for (let keer = 0; keer < 20; keer += 1) {
      const binnen = await inGemeente(
        app,
        GEMEENTE.id,
        (manager) => manager.query<{ gemeente: string; pid: number }[]>(GEMEENTE_NU),
        { alleenLezen: true },
      );
      const buiten = await app.query<{ gemeente: string | null; pid: number }[]>(GEMEENTE_NU);
      expect(binnen[0]?.gemeente).toBe(GEMEENTE.id);
      expect(buiten[0]?.gemeente ?? '').toBe('');
      pids.add(binnen[0]?.pid).add(buiten[0]?.pid);
    }
    expect(pids.size).toBe(1);
  });

  it('weigert te schrijven in een transactie die alleen leest', async () => {
    const fout = await foutVan(
      metTransactie(
        app,
        GEMEENTE.id,
        (transactie) => transactie.vraag(WIJS_TOE, [randomUUID(), GEMEENTE.id, 'een']),
        { alleenLezen: true },
      ),
    );

    expect(databaseFout(fout)?.code).toBe('25006');
  });
});
