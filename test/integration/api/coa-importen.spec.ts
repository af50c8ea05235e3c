// Real: the API, the readers of CSV and XLSX, the door, PostgreSQL with its roles, sealing. Fake: Temporal, the key store
// (in memory), the files. A killed process is played by undoing what was written after the door had answered.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Dossier } from '#dossier/dossier.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { wisImporten } from '#apps/worker/src/sweep.js';
import { maakXlsx } from '#test/support/xlsx.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuwBsn,
  nieuweSleutel,
  openTraject,
  type Antwoord,
  type Opstelling,
} from './opstelling.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KOP = ['bsn', 'naam', 'koppelingsdatum', 'taal', 'woonbeperkingen'];

interface Rij {
  readonly rij: number;
  readonly status: string;
  readonly effect: string | null;
  readonly trajectId: string | null;
  readonly fouten: readonly { readonly kolom: string; readonly regel: string }[];
  readonly code: string | null;
  readonly gelezen?: { readonly medisch: object | null };
}
interface Import {
  readonly id: string;
  readonly status: string;
  readonly telling: Readonly<Record<string, number>>;
  readonly rijen: readonly Rij[];
}

let o: Opstelling;
let eigenaar: pg.Client;
let token: string;

beforeAll(async () => {
  o = await maakOpstelling();
  token = await o.token();
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

const csv = (...rijen: string[][]): string =>
  [KOP, ...rijen].map((rij) => rij.join(';')).join('\n');
const persoon = (bsn = nieuwBsn(), dag = '15-06-2026'): string[] => [
  bsn,
  'Testpersoon Geheim',
  dag,
  'Tigrinya',
  'Geen trappen',
];

function bied(
  inhoud: string | Buffer,
  { sleutel = nieuweSleutel(), als = token, soort = 'text/csv' } = {},
): Promise<Antwoord> {
  const verzoek = o.http().post('/v1/coa-importen').set('Authorization', `Bearer ${als}`);
  return Promise.resolve(
    verzoek.set('Idempotency-Key', sleutel).set('Content-Type', soort).send(inhoud),
  );
}

async function aangeboden(inhoud: string | Buffer, opties = {}): Promise<Import> {
  const antwoord = await bied(inhoud, opties);
  expect([antwoord.status, antwoord.status === 201 ? '' : antwoord.text]).toEqual([201, '']);
  return antwoord.body as Import;
}

function voerUit(id: string, als = token): Promise<Antwoord> {
  return Promise.resolve(
    o.http().post(`/v1/coa-importen/${id}/uitvoering`).set('Authorization', `Bearer ${als}`),
  );
}

async function haal(id: string, als = token): Promise<Import> {
  const antwoord = await o
    .http()
    .get(`/v1/coa-importen/${id}`)
    .set('Authorization', `Bearer ${als}`)
    .expect(200);
  return antwoord.body as Import;
}

async function tel(tabel: string): Promise<number> {
  const { rows } = await eigenaar.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${tabel}`);
  return rows[0]!.n;
}

async function bewaard(
  id: string,
): Promise<{ zegel: Buffer | null; gewist_tijdstip: Date | null }> {
  const { rows } = await eigenaar.query<{ zegel: Buffer | null; gewist_tijdstip: Date | null }>(
    'SELECT zegel, gewist_tijdstip FROM coa_import WHERE id = $1',
    [id],
  );
  return rows[0]!;
}

describe('een export van COA aanbieden', () => {
  it('toont per rij wat er zou gebeuren, en doet nog niets', async () => {
    const bekend = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn: bekend } });
    const voor = await tel('journaal');

    const gedaan = await aangeboden(
      csv(persoon(), persoon('123456789', '31-02-2026'), persoon(bekend)),
    );

    expect(gedaan).toMatchObject({
      status: 'wacht',
      telling: { klaarstaand: 2, onjuist: 1, gedaan: 0 },
      rijen: [
        { rij: 2, status: 'klaarstaand', effect: 'opent', trajectId: null },
        { rij: 3, status: 'onjuist', effect: null },
        { rij: 4, status: 'klaarstaand', effect: 'vult-aan', trajectId },
      ],
    });
    expect(gedaan.rijen[1]!.fouten.map(({ kolom, regel }) => `${kolom} ${regel}`).sort()).toEqual([
      'bsn BSN_ONGELDIG',
      'koppelingsdatum DATUM_ONGELDIG',
    ]);
    expect(await tel('journaal')).toBe(voor);
  });

  it('leest XLSX zoals CSV', async () => {
    const bsn = nieuwBsn();
    const bestand = maakXlsx([KOP, [Number(bsn), 'Testpersoon Geheim', 46_188, 'Tigrinya', 'x']]);

    const { rijen } = await aangeboden(bestand, { soort: XLSX });

    expect(rijen).toEqual([
      expect.objectContaining({
        status: 'klaarstaand',
        gelezen: expect.objectContaining({
          koppelingOp: '2026-06-15',
          persoon: { bsn, naam: 'Testpersoon Geheim' },
        }) as object,
      }),
    ]);
  });

  it('geeft bij dezelfde sleutel en hetzelfde bestand dezelfde import, en weigert een ander', async () => {
    const sleutel = nieuweSleutel();
    const bestand = csv(persoon());
    const eerste = await aangeboden(bestand, { sleutel });

    expect((await aangeboden(bestand, { sleutel })).id).toBe(eerste.id);
    const ander = await bied(csv(persoon()), { sleutel });
    expect([ander.status, (ander.body as { code: string }).code]).toEqual([
      409,
      'SLEUTEL_HERGEBRUIKT',
    ]);
  });

  it('bewaart het bestand verzegeld en laat niets ervan in rijen of logregels achter', async () => {
    const bsn = nieuwBsn();
    const { id } = await aangeboden(csv(persoon(bsn), persoon('123456789')));

    const { zegel } = await bewaard(id);
    expect(zegel!.toString('latin1')).not.toContain(bsn);
    const { rows } = await eigenaar.query('SELECT * FROM coa_import_rij WHERE import_id = $1', [
      id,
    ]);
    const sporen = JSON.stringify(rows) + o.logregels.join('\n');
    for (const geheim of [bsn, '123456789', 'Geheim', 'trappen'])
      expect(sporen).not.toContain(geheim);
  });

  it('laat een auditor de medische kolom niet zien, en niet aanbieden of uitvoeren', async () => {
    const { id, rijen } = await aangeboden(csv(persoon()));
    expect(rijen[0]!.gelezen!.medisch).toEqual({ woonbeperkingen: 'Geen trappen' });
    const auditor = await o.token({ rollen: ['auditor'] });

    expect((await haal(id, auditor)).rijen[0]!.gelezen!.medisch).toBeNull();
    expect((await bied(csv(persoon()), { als: auditor })).status).toBe(403);
    expect((await voerUit(id, auditor)).status).toBe(403);
  });

  it.each([
    ['JSON', 'application/json', 415],
    ['tekst', 'text/plain', 415],
  ])('neemt geen %s aan', async (_naam, soort, status) => {
    expect((await bied('{}', { soort })).status).toBe(status);
  });

  it('neemt geen bestand van meer dan 1 MB aan', async () => {
    expect((await bied('x'.repeat(1_100_000))).status).toBe(413);
    expect((await bied(Buffer.alloc(1_100_000), { soort: XLSX })).status).toBe(413);
  });
});

describe('een export van COA uitvoeren', () => {
  it('geeft elke rij haar einde, opent of vult aan, en wist daarna bestand en sleutel', async () => {
    const bekend = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn: bekend, vNummer: '1000000001' } });
    const { id } = await aangeboden(
      [
        'bsn;v-nummer;koppelingsdatum',
        `${nieuwBsn()};;15-06-2026`,
        `${bekend};;16-06-2026`,
        `${bekend.slice(0, 8)}x;;15-06-2026`,
        `${nieuwBsn()};1000000001;15-06-2026`,
        `;2000000002;31-12-2199`,
      ].join('\n'),
    );
    const voor = await tel('traject');

    const antwoord = await voerUit(id);

    expect(antwoord.status).toBe(200);
    const { status, rijen, telling } = antwoord.body as Import;
    expect([status, telling]).toEqual([
      'klaar',
      { gedaan: 2, onjuist: 1, geweigerd: 2, klaarstaand: 0, vervallen: 0 },
    ]);
    expect(rijen).toMatchObject([
      { rij: 2, status: 'gedaan', effect: 'opent', trajectId: expect.any(String) as string },
      { rij: 3, status: 'gedaan', effect: 'vult-aan', trajectId },
      { rij: 4, status: 'onjuist' },
      { rij: 5, status: 'geweigerd', code: 'ANDERE_PERSOON', trajectId },
      { rij: 6, status: 'geweigerd', code: expect.any(String) as string },
    ]);
    expect(rijen.every((rij) => rij.gelezen === undefined)).toBe(true);
    expect(await tel('traject')).toBe(voor + 1);
    expect(await bewaard(id)).toEqual({ zegel: null, gewist_tijdstip: expect.any(Date) as Date });
    expect(await o.dossier.leesImport({ importId: id, gemeenteId: GEMEENTE_A.id })).toBeNull();
  });

  it('gaat na een afgebroken proces verder waar het bleef, en geeft elk traject één keer', async () => {
    const { id } = await aangeboden(csv(...Array.from({ length: 6 }, () => persoon())));
    const voor = await tel('traject');
    const open = Dossier.prototype.open;
    let keer = 0;
    jest.spyOn(o.dossier, 'open').mockImplementation(async (vraag) => {
      keer += 1;
      // The third command is done at the door; then the process is gone before it is written down.
      const uitkomst = await open.call(o.dossier, vraag);
      if (keer === 3) throw new Error('weg');
      return uitkomst;
    });
    expect((await voerUit(id)).status).toBe(500);
    jest.restoreAllMocks();
    expect((await haal(id)).telling).toMatchObject({ gedaan: 2, klaarstaand: 4 });

    const hervat = (await voerUit(id, await o.token({ sub: 'een-ander' }))).body as Import;

    expect(hervat).toMatchObject({ status: 'klaar', telling: { gedaan: 6, klaarstaand: 0 } });
    expect(new Set(hervat.rijen.map(({ trajectId }) => trajectId)).size).toBe(6);
    expect(await tel('traject')).toBe(voor + 6);
    const nogEens = (await voerUit(id)).body as Import;
    expect(nogEens.rijen).toEqual(hervat.rijen);
    expect(await tel('traject')).toBe(voor + 6);
  });

  it('geeft bij twee uitvoeringen tegelijk elk traject één keer', async () => {
    const { id } = await aangeboden(csv(...Array.from({ length: 5 }, () => persoon())));
    const voor = await tel('traject');

    const antwoorden = await Promise.all([voerUit(id), voerUit(id), voerUit(id)]);

    expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await haal(id)).toMatchObject({ status: 'klaar', telling: { gedaan: 5 } });
    expect(await tel('traject')).toBe(voor + 5);
  });
});

describe('een export van COA die blijft liggen', () => {
  it('verloopt: de rest vervalt, wat gedaan was staat er als gedaan, en het bestand is weg', async () => {
    const { id } = await aangeboden(csv(persoon(), persoon()));
    const open = Dossier.prototype.open;
    jest.spyOn(o.dossier, 'open').mockImplementation(async (vraag) => {
      await open.call(o.dossier, vraag);
      throw new Error('weg');
    });
    await voerUit(id);
    jest.restoreAllMocks();
    const urls = await maakGebruikers(o.databaseUrl, { app: 'app-test', systeem: 'systeem-test' });
    const systeem = await maakSysteemDataSource(urls.systeem).initialize();
    try {
      await wisImporten(new DossierSysteem(systeem), o.dossier);
      expect((await bewaard(id)).zegel).not.toBeNull();

      await eigenaar.query(
        `UPDATE coa_import SET verloopt_tijdstip = '2020-01-01T00:00:00Z' WHERE id = $1`,
        [id],
      );
      await wisImporten(new DossierSysteem(systeem), o.dossier);
    } finally {
      await systeem.destroy();
    }

    expect(await haal(id)).toMatchObject({
      status: 'verlopen',
      telling: { gedaan: 1, vervallen: 1, klaarstaand: 0 },
    });
    expect(await bewaard(id)).toMatchObject({
      zegel: null,
      gewist_tijdstip: expect.any(Date) as Date,
    });
    const antwoord = await voerUit(id);
    expect([antwoord.status, (antwoord.body as { code: string }).code]).toEqual([
      409,
      'IMPORT_VERLOPEN',
    ]);
  });

  it('is er niet voor wie een ander id noemt', async () => {
    expect((await voerUit(randomUUID())).status).toBe(404);
  });
});
