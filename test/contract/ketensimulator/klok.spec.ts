// Real: the simulator, its state file, notifications over mTLS. Fake: the gemeente's listener,
// certificates, and in one test the computer's clock.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import {
  ANDER_BSN,
  BSN,
  maakPersoon,
  startGemeente,
  startOpstelling,
  type Gemeente,
  type Opstelling,
} from './opstelling.js';

const PIP = { dagtekeningPip: '2026-05-11', leerroute: 'B', niveau: 'B1' };

describe('klok en agenda per persoon', () => {
  let gemeente: Gemeente;
  let opstelling: Opstelling;
  let map: string;
  let bestand: string;
  const start = () => startOpstelling({ notificatieUrl: gemeente.url, bestand });
  beforeEach(async () => {
    map = mkdtempSync(join(tmpdir(), 'ketensimulator-'));
    bestand = join(map, 'toestand.json');
    gemeente = await startGemeente();
    opstelling = await start();
  });
  afterEach(async () => {
    await opstelling.stop();
    await gemeente.sluit();
    rmSync(map, { recursive: true });
  });

  const zetKlok = (id: string, tijdstip: string) =>
    opstelling.beheer('PUT', `/personen/${id}/klok`, { tijdstip });
  const plan = (id: string, gebeurtenisId: string, tijdstip: string) =>
    opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, { gebeurtenisId, tijdstip });
  const ids = () => gemeente.ontvangen.map(({ body }) => body.gebeurtenisId);
  const termijn = async () =>
    (await opstelling.duo('GET', `/personen/${BSN}/inburgeringstermijn`)).body;

  it('bevestigt een PIP na twee dagen met SS102 en heeft dan pas een termijn', async () => {
    const id = await maakPersoon(opstelling);
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, PIP);
    await zetKlok(id, '2026-05-06T07:59:00Z');
    expect([ids(), await termijn()]).toEqual([[], undefined]);
    const { body } = await zetKlok(id, '2026-05-06T09:00:00Z');
    expect(body.verzonden).toMatchObject([{ gebeurtenisId: 'SS102', status: 'bezorgd' }]);
    expect(ids()).toEqual(['SS102']);
    expect(await termijn()).toMatchObject({ startdatum: '2026-05-12', einddatum: '2029-05-12' });
  });

  it.each([
    ['2026-05-12', '2026-05-13', '2029-05-13'],
    ['2028-02-28', '2028-02-29', '2031-03-01'],
    ['2028-02-29', '2028-03-01', '2031-03-01'],
    ['2026-12-31', '2027-01-01', '2030-01-01'],
  ])(
    'laat de termijn bij dagtekening %s lopen van %s tot %s',
    async (dag, startdatum, einddatum) => {
      const id = await maakPersoon(opstelling, { klok: `${dag}T08:00:00Z` });
      await opstelling.duo('POST', `/personen/${BSN}/PIP`, { ...PIP, dagtekeningPip: dag });
      await zetKlok(id, '2028-06-01T00:00:00Z');
      expect(await termijn()).toMatchObject({ startdatum, einddatum });
    },
  );

  it('laat de termijn staan bij een later PIP en stuurt SS102 maar een keer', async () => {
    const id = await maakPersoon(opstelling);
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, PIP);
    const later = { ...PIP, dagtekeningPip: '2026-05-20' };
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, later);
    await zetKlok(id, '2026-06-01T00:00:00Z');
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, later);
    await zetKlok(id, '2026-07-01T00:00:00Z');
    expect(ids()).toEqual(['SS102']);
    expect(await termijn()).toMatchObject({ startdatum: '2026-05-12' });
  });

  it('stuurt geen SS102 meer als het PIP voor die tijd is verwijderd', async () => {
    const id = await maakPersoon(opstelling);
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, PIP);
    await opstelling.duo('DELETE', `/personen/${BSN}/PIP`);
    await zetKlok(id, '2026-06-01T00:00:00Z');
    expect(ids()).toEqual([]);
  });

  let ronde = 0;
  it('stuurt wat aan de beurt is op volgorde van tijd en bij gelijke tijd van planning', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
          maxLength: 8,
        }),
        async (planning) => {
          const bsn = String(999_900_000 + (ronde += 1));
          const id = await maakPersoon(opstelling, { bsn });
          gemeente.ontvangen.length = 0;
          for (const [nummer, [dag]] of planning.entries()) {
            await plan(id, `T${nummer}`, `2026-06-1${dag}T10:00:00Z`);
          }
          // Moving in any number of steps sends the same events in the same order.
          for (const stap of [...planning.map(([, tot]) => tot), 9].sort()) {
            await zetKlok(id, `2026-06-1${stap}T12:00:00Z`);
          }
          const verwacht = planning
            .map(([dag], nummer) => ({ dag, nummer }))
            .sort((a, b) => a.dag - b.dag || a.nummer - b.nummer)
            .map(({ nummer }) => `T${nummer}`);
          expect(ids()).toEqual(verwacht);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('noemt de volgende gebeurtenis tot en met een moment', async () => {
    const id = await maakPersoon(opstelling);
    await plan(id, 'SS101', '2026-06-10T10:00:00Z');
    const vraag = (tot: string) =>
      opstelling.beheer('GET', `/personen/${id}/volgende-gebeurtenis?tot=${tot}`);
    expect((await vraag('2026-06-10T10:00:00.000Z')).body).toMatchObject({
      gebeurtenisId: 'SS101',
      tijdstip: '2026-06-10T10:00:00.000Z',
    });
    expect((await vraag('2026-06-10T09:59:59Z')).body).toBeNull();
  });

  it('gaat nooit terug en verzet de klok van een ander niet', async () => {
    const id = await maakPersoon(opstelling);
    const ander = await maakPersoon(opstelling, { bsn: ANDER_BSN });
    await zetKlok(id, '2026-08-01T00:00:00Z');
    const { body } = await zetKlok(id, '2026-07-01T00:00:00Z');
    expect(body.klok >= '2026-08-01T00:00:00').toBe(true);
    const gelezen = await opstelling.beheer('GET', `/personen/${ander}`);
    expect(gelezen.body.klok).toMatch(/^2026-05-04T08:00/);
  });

  it('laat de gemeente tijdens de bezorging de stand van dat moment zien', async () => {
    const id = await maakPersoon(opstelling);
    await plan(id, 'SS103', '2026-06-01T10:00:00Z');
    await plan(id, 'SS111', '2026-07-01T10:00:00Z');
    const gezien: unknown[] = [];
    gemeente.antwoordMet = async () => {
      const { body } = await opstelling.duo('GET', `/personen/${BSN}/inburgeringsplicht`);
      gezien.push((body as { indicatorInburgeringsplicht: boolean }).indicatorInburgeringsplicht);
      return 201;
    };
    await zetKlok(id, '2026-08-01T00:00:00Z');
    expect(gezien).toEqual([true, false]);
  });

  it('handelt twee gelijktijdige verzettingen na elkaar af, zonder dubbele', async () => {
    const id = await maakPersoon(opstelling);
    await plan(id, 'SS101', '2026-06-01T10:00:00Z');
    await Promise.all([zetKlok(id, '2026-07-01T00:00:00Z'), zetKlok(id, '2026-07-02T00:00:00Z')]);
    expect(ids()).toEqual(['SS101']);
  });

  it('weet na een herstart alles nog en stuurt niets dubbel', async () => {
    const id = await maakPersoon(opstelling);
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, PIP);
    await plan(id, 'SS101', '2026-05-05T10:00:00Z');
    await plan(id, 'SS199', '2026-09-01T10:00:00Z');
    await zetKlok(id, '2026-05-05T12:00:00Z');
    const voor = (await opstelling.beheer('GET', `/personen/${id}`)).body;
    await opstelling.stop();
    opstelling = await start();
    const na = (await opstelling.beheer('GET', `/personen/${id}`)).body;
    expect({ ...na, klok: '' }).toEqual({ ...voor, klok: '' });
    expect(na.klok >= voor.klok).toBe(true);
    await zetKlok(id, '2026-10-01T00:00:00Z');
    expect(ids()).toEqual(['SS101', 'SS102', 'SS199']);
  });

  it('stuurt een geplande gebeurtenis ook als de tijd vanzelf verstrijkt', async () => {
    await opstelling.stop();
    let verzet = 0;
    opstelling = await startOpstelling({
      notificatieUrl: gemeente.url,
      echteTijd: () => Date.now() + verzet,
    });
    const id = await maakPersoon(opstelling);
    await plan(id, 'SS101', '2026-05-04T20:00:00Z');
    await opstelling.simulator.kern.agenda.tik();
    expect(ids()).toEqual([]);
    verzet = 86_400_000;
    await opstelling.simulator.kern.agenda.tik();
    expect(ids()).toEqual(['SS101']);
  });
});
