// Real: PostgreSQL with its roles, the door, the core, a whole journey. Fake: keys in memory.
import { vouw } from '#domain/traject/pas-toe.js';
import { takenVan } from '#domain/traject/overzicht.js';
import { naarDatum } from '#domain/datum/datum.js';
import { maakOpstelling, open, type Opstelling } from './opstelling.js';
import { speelVerhaal, type Gespeeld } from './verhaal.js';

let opstelling: Opstelling;
let traject: Gespeeld;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  traject = await speelVerhaal(opstelling);
}, 30_000);

afterAll(async () => {
  await opstelling.stop();
});

async function leesmodel({ trajectId }: Gespeeld): Promise<unknown[]> {
  const tabellen = ['taak', 'termijn', 'mijlpaal', 'bericht', 'coa_overdracht'];
  const delen = await Promise.all(
    tabellen.map((tabel) =>
      opstelling.vraag(`SELECT * FROM ${tabel} t WHERE traject_id = $1 ORDER BY t::text`, [
        trajectId,
      ]),
    ),
  );
  const kop = await opstelling.vraag(
    `SELECT to_jsonb(t) - 'momentopname' AS kop, r.wektijdstip, r.open
       FROM traject t JOIN route r ON r.traject_id = t.id WHERE t.id = $1`,
    [trajectId],
  );
  return [...delen, kop];
}

describe('journaal en leesmodel', () => {
  it('brengt een heel traject tot de afsluiting en sluit daarbij alles', async () => {
    const inzage = await opstelling.dossier.leesToestand(traject);

    expect(inzage?.toestand.status).toBe('gesloten');
    expect(
      await opstelling.vraag("SELECT * FROM taak WHERE traject_id = $1 AND status = 'open'", [
        traject.trajectId,
      ]),
    ).toEqual([]);
    expect(
      await opstelling.vraag('SELECT open, wektijdstip FROM route WHERE traject_id = $1', [
        traject.trajectId,
      ]),
    ).toEqual([{ open: false, wektijdstip: null }]);
  });

  it('heeft een momentopname die gelijk is aan het gevouwen journaal', async () => {
    const inzage = await opstelling.dossier.leesToestand(traject);
    const vraag = { ...traject, vanafNr: 1, limiet: 10_000, metMedisch: false };
    const journaal = (await opstelling.dossier.leesJournaal(vraag)) ?? [];

    const gevouwen = vouw(
      journaal.map(({ gebeurtenis, nr, tijdstip, datum }) => ({
        gebeurtenis,
        envelop: { nr, tijdstip, datum: naarDatum(datum) },
      })),
    );

    expect(journaal.length).toBeGreaterThan(40);
    expect(inzage?.toestand).toEqual(gevouwen);
    await opstelling.vraag('UPDATE traject SET toestand_versie = 0 WHERE id = $1', [
      traject.trajectId,
    ]);
    expect((await opstelling.dossier.leesToestand(traject))?.toestand).toEqual(gevouwen);
    await opstelling.dossier.herbouw(traject);
    // One that was too large to keep.
    await opstelling.vraag('UPDATE traject SET momentopname = NULL WHERE id = $1', [
      traject.trajectId,
    ]);
    expect((await opstelling.dossier.leesToestand(traject))?.toestand).toEqual(gevouwen);
    await opstelling.dossier.herbouw(traject);
  });

  it('herbouwt hetzelfde leesmodel als stap voor stap ontstond', async () => {
    const half = await speelVerhaal({ ...opstelling }, 'stelPipVast').catch(
      (fout: unknown) => fout,
    );
    expect(half).not.toBeInstanceOf(Error);
    for (const plek of [traject, half as Gespeeld]) {
      const eerst = await leesmodel(plek);
      await opstelling.vraag(
        "UPDATE taak SET status = 'vervallen', rol = 'coordinator' WHERE traject_id = $1",
        [plek.trajectId],
      );
      await opstelling.vraag('DELETE FROM mijlpaal WHERE traject_id = $1', [plek.trajectId]);
      expect(await leesmodel(plek)).not.toEqual(eerst);

      expect(await opstelling.dossier.herbouw(plek)).toBe(true);

      expect(await leesmodel(plek)).toEqual(eerst);
    }
  });

  it('laat een toewijzing staan bij een herbouw', async () => {
    const plek = await open(opstelling);
    const [taak] = await opstelling.vraag<{ id: string }>(
      "SELECT id FROM taak WHERE traject_id = $1 AND status = 'open'",
      [plek.trajectId],
    );
    await opstelling.vraag(
      "INSERT INTO taaktoewijzing (taak_id, gemeente_id, behandelaar) VALUES ($1, $2, 'b-1')",
      [taak!.id, plek.gemeenteId],
    );

    await opstelling.dossier.herbouw(plek);

    expect(
      await opstelling.vraag(
        'SELECT behandelaar FROM taaktoewijzing JOIN taak ON id = taak_id WHERE traject_id = $1',
        [plek.trajectId],
      ),
    ).toEqual([{ behandelaar: 'b-1' }]);
  });

  it('houdt de taken in de database gelijk aan die van de kern', async () => {
    const plek = await open(opstelling);
    const { toestand } = (await opstelling.dossier.leesToestand(plek))!;
    const rijen = await opstelling.vraag<{ sleutel: string }>(
      "SELECT sleutel FROM taak WHERE traject_id = $1 AND status = 'open' ORDER BY sleutel",
      [plek.trajectId],
    );

    expect(rijen.map(({ sleutel }) => sleutel)).toEqual(
      takenVan(toestand)
        .map(({ sleutel }) => sleutel)
        .sort(),
    );
  });

  it('geeft de medische gegevens alleen aan wie ze mag zien', async () => {
    const plek = await open(opstelling);
    const lees = async (metMedisch: boolean): Promise<string> =>
      JSON.stringify(
        await opstelling.dossier.leesJournaal({ ...plek, vanafNr: 1, limiet: 10, metMedisch }),
      );

    expect(await lees(true)).toContain('rolstoelgebruik');
    expect(await lees(false)).not.toContain('rolstoelgebruik');
    await opstelling.sleutels.vernietig(plek.trajectId, 'medisch');
    expect(await lees(true)).not.toContain('rolstoelgebruik');
    await opstelling.sleutels.vernietig(plek.trajectId);
    expect(await opstelling.dossier.leesToestand(plek)).toBeNull();
  });

  it('laat niemand het journaal wijzigen of wissen', async () => {
    for (const sql of [
      "UPDATE journaal SET soort = 'x'",
      'DELETE FROM journaal',
      'TRUNCATE journaal',
    ])
      await expect(opstelling.app.query(sql)).rejects.toThrow(/permission denied/);
  });

  it('bewaart geen persoonsgegeven leesbaar, in geen enkele kolom', async () => {
    const plek = await open(opstelling);
    const geheim = [
      plek.persoon.bsn,
      plek.persoon.vNummer,
      'Zonnebloem',
      plek.persoon.geboortedatum,
      'rolstoelgebruik',
      'Tigrinya',
    ].filter((waarde) => waarde !== null);
    const tabellen = await opstelling.vraag<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
    );
    let dump = '';
    for (const { tablename } of tabellen) {
      const rijen = await opstelling.vraag<{ tekst: string }>(
        `SELECT t::text AS tekst FROM ${tablename} t`,
      );
      dump += rijen.map(({ tekst }) => tekst).join('\n');
    }
    const vormen = (waarde: string): string[] => [
      waarde,
      Buffer.from(waarde).toString('hex'),
      Buffer.from(waarde).toString('base64').replace(/.?=*$/, ''),
    ];

    expect(dump).toContain(plek.trajectId);
    for (const waarde of geheim)
      for (const vorm of vormen(waarde)) expect(dump.includes(vorm)).toBe(false);
  });
});
