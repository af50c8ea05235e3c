// Real: the API, the door, PostgreSQL, sealing. Fake: Temporal, the key store.
import type supertest from 'supertest';
import { inGemeente } from '#database/transactie.js';
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  openTraject,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let ik: Aanroeper;
let taakId: string;
let trajectId: string;

beforeAll(async () => {
  o = await maakOpstelling();
  ik = new Aanroeper(o, await o.token());
});

afterAll(async () => {
  await o.stop();
});

beforeEach(async () => {
  const geopend = await openTraject(o);
  ({ trajectId } = geopend);
  taakId = geopend.geopendeTaken.find(({ soort }) => soort === 'scenario-kiezen')!.id;
});

const noteer = (tekst: unknown, koppen: Record<string, string> = {}): supertest.Test =>
  ik.zet(`/taken/${taakId}/notitie`, { tekst }, koppen);
const wijsToe = (behandelaar: string, koppen: Record<string, string> = {}): supertest.Test =>
  ik.zet(`/taken/${taakId}/toewijzing`, { behandelaar }, koppen);
const taak = (): supertest.Test => ik.haal(`/taken/${taakId}`).expect(200);

describe('een notitie bij een taak', () => {
  it('staat bij de taak met wie en wanneer, en kan weer weg', async () => {
    const tekst = 'Belt terug na de vakantie; broer Zonnebloem tolkt.';

    expect((await taak()).body).toMatchObject({ notitie: null });
    const gemaakt = await noteer(tekst, { 'If-Match': '"0"' });
    const getoond = await taak();
    const weg = await noteer(null, { 'If-Match': '"1"' });

    const notitie = { tekst, door: 'a1b2', tijdstip: expect.stringMatching(/^20.*Z$/) as string };
    expect([gemaakt.status, gemaakt.body]).toEqual([200, { taakId, notitie, versie: 1 }]);
    expect(gemaakt.headers).toMatchObject({ etag: '"1"' });
    expect(getoond.body).toMatchObject({ notitie });
    expect(getoond.headers).toMatchObject({ etag: '"1"' });
    expect(weg.body).toEqual({ taakId, notitie: null, versie: 2 });
    expect((await taak()).body).toMatchObject({ notitie: null });
  });

  it('laat niet de laatste winnen, en geeft een herhaling hetzelfde antwoord', async () => {
    await wijsToe('een', { 'If-Match': '"0"' }).expect(200);

    const oud = await noteer('van twee', { 'If-Match': '"0"' });
    const eerst = await noteer('van een', { 'If-Match': '"1"' });
    const nogEens = await noteer('van een', { 'If-Match': '"1"' });
    const later = await noteer('van drie', { 'If-Match': '"1"' });

    expect([oud, eerst, nogEens, later].map(({ status }) => status)).toEqual([412, 200, 200, 412]);
    expect(nogEens.body).toEqual(eerst.body);
    expect((await taak()).body).toMatchObject({
      behandelaar: 'een',
      notitie: { tekst: 'van een' },
    });
  });

  it('laat van tien die tegelijk schrijven er één winnen', async () => {
    const antwoorden = await Promise.all(
      Array.from({ length: 10 }, (_, i) => noteer(`van ${i}`, { 'If-Match': '"0"' })),
    );

    const gelukt = antwoorden.filter(({ status }) => status === 200);
    expect(gelukt).toHaveLength(1);
    expect(antwoorden.filter(({ status }) => status === 412)).toHaveLength(9);
    const { notitie } = gelukt[0]!.body as { notitie: object };
    expect((await taak()).body).toMatchObject({ notitie });
  });

  it('blijft staan bij een toewijzing en bij een herbouw van het traject', async () => {
    await noteer('Over Zonnebloem').expect(200);
    await wijsToe('een').expect(200);
    await o.dossier.herbouw({ gemeenteId: GEMEENTE_A.id, trajectId });

    expect((await taak()).body).toMatchObject({
      behandelaar: 'een',
      notitie: { tekst: 'Over Zonnebloem' },
    });
  });

  it('wordt verzegeld bewaard, en staat niet in journaal, lijst of log', async () => {
    await noteer('Over Zonnebloem').expect(200);

    const rijen = await inGemeente(o.dataSource, GEMEENTE_A.id, (manager) =>
      manager.query<{ zegel_notitie: Buffer }[]>(
        'SELECT zegel_notitie FROM taaktoewijzing WHERE taak_id = $1',
        [taakId],
      ),
    );
    expect(rijen[0]!.zegel_notitie.length).toBeGreaterThan(20);
    const journaal = await ik.haal(`/trajecten/${trajectId}/journaal`).expect(200);
    const lijst = await ik.haal(`/taken?trajectId=${trajectId}`).expect(200);
    const elders = [rijen[0]!.zegel_notitie.toString('latin1'), journaal.text, lijst.text];
    for (const tekst of [...elders, ...o.logregels]) expect(tekst).not.toContain('Zonnebloem');
  });

  it('schrijft alleen wie taken doet', async () => {
    for (const rol of ['auditor', 'functioneel-beheerder']) {
      const ander = new Aanroeper(o, await o.token({ rollen: [rol] }));
      const { status } = await ander.zet(`/taken/${taakId}/notitie`, { tekst: 'x' });
      expect([rol, status]).toEqual([rol, 403]);
    }
  });
});
