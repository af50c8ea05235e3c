// Real: the API, the reader of CSV, the door, PostgreSQL with its roles, sealing. Fake: Temporal, the key store (in
// memory), the files. Someone who is carrying out an import is played by stopping the door halfway.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Dossier } from '#dossier/dossier.js';
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  nieuweSleutel,
  volgende,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

interface Import {
  readonly id: string;
  readonly status: string;
  readonly telling: Readonly<Record<string, number>>;
  readonly rijen?: readonly { readonly status: string; readonly effect: string | null }[];
}

let o: Opstelling;
let eigenaar: pg.Client;
let token: string;
let ik: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  token = await o.token();
  ik = new Aanroeper(o, token);
  eigenaar = new pg.Client({ connectionString: o.databaseUrl });
  await eigenaar.connect();
});

afterAll(async () => {
  await eigenaar.end();
  await o.stop();
});

afterEach(() => {
  jest.restoreAllMocks();
});

async function bied(
  personen = 2,
  { als = token, sleutel = nieuweSleutel(), bsn = nieuwBsn } = {},
): Promise<Import> {
  const rijen = Array.from({ length: personen }, () => `${bsn()};15-06-2026`);
  const antwoord = await o
    .http()
    .post('/v1/coa-importen')
    .set('Authorization', `Bearer ${als}`)
    .set('Idempotency-Key', sleutel)
    .set('Content-Type', 'text/csv')
    .send(['bsn;koppelingsdatum', ...rijen].join('\n'))
    .expect(201);
  return antwoord.body as Import;
}

const doe = (id: string, wat: 'uitvoering' | 'intrekking', als = token): Promise<Antwoord> =>
  Promise.resolve(
    o.http().post(`/v1/coa-importen/${id}/${wat}`).set('Authorization', `Bearer ${als}`),
  );
const haal = async (id: string): Promise<Import> =>
  (await ik.haal(`/coa-importen/${id}`).expect(200)).body as Import;

async function bewaard(id: string): Promise<{ zegel: Buffer | null; gewist: boolean }> {
  const { rows } = await eigenaar.query<{ zegel: Buffer | null; gewist: boolean }>(
    'SELECT zegel, gewist_tijdstip IS NOT NULL AS gewist FROM coa_import WHERE id = $1',
    [id],
  );
  return rows[0]!;
}

const uitkomst = ({ status, body }: Antwoord): unknown[] => [
  status,
  (body as { code?: string }).code,
];

/** Carries out until the door did this many rows; then the process is gone before the next. */
async function voerHalfUit(id: string, rijen: number): Promise<void> {
  const open = Dossier.prototype.open;
  let keer = 0;
  jest.spyOn(o.dossier, 'open').mockImplementation(async (vraag) => {
    keer += 1;
    if (keer > rijen) throw new Error('weg');
    return open.call(o.dossier, vraag);
  });
  expect((await doe(id, 'uitvoering')).status).toBe(500);
  jest.restoreAllMocks();
}

/** As if its last sign of life was longer ago. */
async function laatLos(id: string): Promise<void> {
  await eigenaar.query(
    `UPDATE coa_import SET uitvoering_tot = clock_timestamp() - interval '1 second' WHERE id = $1`,
    [id],
  );
}

describe('een aangeboden export van COA intrekken', () => {
  it('wist bestand en sleutel meteen, laat de rijen vervallen en geeft nog eens hetzelfde antwoord', async () => {
    const { id } = await bied();

    const eerste = await doe(id, 'intrekking');

    expect(eerste.status).toBe(200);
    expect(eerste.body).toMatchObject({
      status: 'ingetrokken',
      telling: { klaarstaand: 0, vervallen: 2 },
    });
    expect(await bewaard(id)).toEqual({ zegel: null, gewist: true });
    expect(await o.dossier.leesImport({ importId: id, gemeenteId: GEMEENTE_A.id })).toBeNull();
    const nogEens = await doe(id, 'intrekking', await o.token({ sub: 'een-ander' }));
    expect([nogEens.status, nogEens.body]).toEqual([200, eerste.body]);
  });

  it('kan daarna niet meer worden uitgevoerd, en opnieuw aanbieden kan met een nieuwe sleutel', async () => {
    const sleutel = nieuweSleutel();
    const bsn = nieuwBsn();
    const { id } = await bied(1, { sleutel, bsn: () => bsn });
    await doe(id, 'intrekking');

    expect(uitkomst(await doe(id, 'uitvoering'))).toEqual([409, 'IMPORT_INGETROKKEN']);
    expect(await bied(1, { sleutel, bsn: () => bsn })).toMatchObject({ id, status: 'ingetrokken' });
    const nieuw = await bied(1, { bsn: () => bsn });
    expect([nieuw.id === id, nieuw.status]).toEqual([false, 'wacht']);
  });

  it('kan niet terwijl iemand hem uitvoert, en daarna alleen voor wat nog klaarstaat', async () => {
    const { id } = await bied(3);
    await voerHalfUit(id, 1);

    expect(uitkomst(await doe(id, 'intrekking'))).toEqual([409, 'IMPORT_IN_UITVOERING']);
    expect((await bewaard(id)).zegel).not.toBeNull();
    await laatLos(id);
    expect((await doe(id, 'intrekking')).body).toMatchObject({
      status: 'ingetrokken',
      telling: { gedaan: 1, vervallen: 2, klaarstaand: 0 },
    });
  });

  it('zegt van een rij die de deur nog net deed dat zij gedaan is', async () => {
    const { id } = await bied(1);
    const open = Dossier.prototype.open;
    jest.spyOn(o.dossier, 'open').mockImplementation(async (vraag) => {
      await laatLos(id);
      expect((await doe(id, 'intrekking')).status).toBe(200);
      return open.call(o.dossier, vraag);
    });

    expect((await doe(id, 'uitvoering')).body).toMatchObject({
      status: 'ingetrokken',
      telling: { gedaan: 1, vervallen: 0 },
    });
  });

  it('kan niet als hij is uitgevoerd of verlopen, en niet door een auditor', async () => {
    const gedaan = await bied(1);
    await doe(gedaan.id, 'uitvoering');
    expect(uitkomst(await doe(gedaan.id, 'intrekking'))).toEqual([409, 'IMPORT_UITGEVOERD']);

    const oud = await bied(1);
    await eigenaar.query(`UPDATE coa_import SET verloopt_tijdstip = '2020-01-01' WHERE id = $1`, [
      oud.id,
    ]);
    expect(uitkomst(await doe(oud.id, 'uitvoering'))).toEqual([409, 'IMPORT_VERLOPEN']);
    expect(uitkomst(await doe(oud.id, 'intrekking'))).toEqual([409, 'IMPORT_VERLOPEN']);

    const auditor = await o.token({ rollen: ['auditor'] });
    expect((await doe((await bied(1)).id, 'intrekking', auditor)).status).toBe(403);
    expect((await doe(randomUUID(), 'intrekking')).status).toBe(404);
  });
});

describe('de lijst van aangeboden exports van COA', () => {
  it('staat per gemeente, nieuwste eerst, met tellingen en zonder rijen', async () => {
    const eerder = await bied(1);
    const later = await bied(2);
    await doe(eerder.id, 'uitvoering');
    const vanB = await o.token({ gemeenten: ['GM9002'] });
    const vreemd = await bied(1, { als: vanB });

    const lijst = (await ik.haal('/coa-importen?limit=100').expect(200)).body as Import[];

    expect(lijst.slice(0, 2)).toMatchObject([
      { id: later.id, status: 'wacht', telling: { klaarstaand: 2, gedaan: 0 } },
      { id: eerder.id, status: 'klaar', telling: { klaarstaand: 0, gedaan: 1 } },
    ]);
    expect(lijst.map(({ id }) => id)).not.toContain(vreemd.id);
    expect(lijst.every((een) => een.rijen === undefined)).toBe(true);
    const bijB = (await new Aanroeper(o, vanB).haal('/coa-importen')).body as Import[];
    expect(bijB.map(({ id }) => id)).toEqual([vreemd.id]);
  });

  it('geeft bladzijden zonder gat of herhaling, ook per stand', async () => {
    await Promise.all(Array.from({ length: 5 }, () => bied(1)));
    const alle = (await ik.haal('/coa-importen?limit=100&status=wacht')).body as Import[];
    const gezien: string[] = [];
    let pad: string | undefined = '/coa-importen?limit=2&status=wacht';
    while (pad !== undefined) {
      const antwoord: Antwoord = await ik.haal(pad).expect(200);
      gezien.push(...(antwoord.body as Import[]).map(({ id }) => id));
      pad = volgende(antwoord)?.replace(/^.*\/v1/, '');
    }

    expect(gezien).toEqual(alle.map(({ id }) => id));
    expect(gezien.length).toBeGreaterThanOrEqual(5);
    for (const { id } of alle) expect((await haal(id)).status).toBe('wacht');
  });
});
