// Real: PostgreSQL with its roles, the door, the core, the recalculation. Fake: keys in memory; the pages are
// asked for by this spec instead of a workflow.
import { randomUUID } from 'node:crypto';
import { maandagVan } from '#domain/datum/week.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Herzieningen } from '#dossier/herziening/herzieningen.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { omvang } from '#test/support/omvang.js';
import { GEMEENTE, maakOpstelling, verwerkVraag, type Opstelling } from '../dossier/opstelling.js';
import {
  beproef,
  dagErna,
  dinsdagOver,
  extraDag,
  kennisgevingVoor,
  lees,
  maakHerzieningen,
  openMetPipOp,
  openVele,
  plichtMet,
  TOEPASSER,
  totKlaar,
  VOORSTELLER,
} from './opstelling.js';

const AANTAL = omvang({ poort: 500, volledig: 10_000 });
const RAAK = dinsdagOver(14);

let opstelling: Opstelling;
let herzieningen: Herzieningen;
let geraakt: string[];

beforeAll(
  async () => {
    opstelling = await maakOpstelling();
    herzieningen = maakHerzieningen(opstelling);
    geraakt = await openVele(opstelling.dossier, AANTAL, RAAK);
  },
  omvang({ poort: 120_000, volledig: 1_800_000 }),
);

afterAll(async () => {
  await opstelling.stop();
});

/** Where a dry run keeps what it found. */
const EIGEN_TABELLEN = ['termijnherziening', 'termijnherziening_regel'];

/** Of every table but those: what is in it, as one text per table. */
async function afdruk(): Promise<Readonly<Record<string, string>>> {
  const tabellen = await opstelling.vraag<{ naam: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS naam FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND NOT tablename = ANY ($1)
      ORDER BY 1`,
    [EIGEN_TABELLEN],
  );
  const afdrukken: Record<string, string> = {};
  for (const { naam } of tabellen) {
    const [rij] = await opstelling.vraag<{ afdruk: string }>(
      `SELECT count(*) || ':' || coalesce(md5(string_agg(md5(t::text), ',' ORDER BY md5(t::text))), '') AS afdruk
         FROM ${naam} t`,
    );
    afdrukken[naam] = rij!.afdruk;
  }
  return afdrukken;
}

async function pipDatum(trajectId: string): Promise<string> {
  const [rij] = await opstelling.vraag<{ op: string }>(
    `SELECT uiterlijk_op::text AS op FROM termijn WHERE traject_id = $1 AND sleutel = 'PIP_VASTSTELLEN'`,
    [trajectId],
  );
  return rij!.op;
}

describe('de proefberekening', () => {
  it(
    'zegt over alle trajecten wat er verschuift en schrijft in geen enkele tabel buiten haar eigen uitslag',
    async () => {
      const voor = await afdruk();
      const plek = await beproef(herzieningen, extraDag(RAAK));
      const { status, tellingen, voortgang } = await lees(herzieningen, plek);

      expect(await afdruk()).toEqual(voor);
      for (const tabel of ['traject', 'journaal', 'route', 'termijn', 'taak', 'opdracht']) {
        expect(voor).toHaveProperty([`public.${tabel}`]);
      }
      expect({ status, voortgang }).toEqual({ status: 'voorgesteld', voortgang: AANTAL });
      expect(tellingen).toMatchObject({
        trajecten: AANTAL,
        geraakteTrajecten: geraakt.length,
        verplaatsteDatums: geraakt.length,
        nieuwTeLaat: 0,
        mislukt: 0,
      });
      const week = maandagVan(RAAK);
      expect(tellingen.perWeek[week]).toEqual({ voor: geraakt.length, na: geraakt.length });
      const [regel] = await herzieningen.regels(plek, null, 1);
      expect(regel).toMatchObject({
        oud: RAAK,
        nieuw: dagErna(RAAK),
        werkelijk: null,
        uitkomst: 'voorzien',
      });
      expect(regel?.reden).toContain('Staatscourant 2026, 12345');
    },
    omvang({ poort: 60_000, volledig: 900_000 }),
  );

  it(
    'beproeft een gewijzigde regel met zijn overgangsregel en laat hem niet toepassen',
    async () => {
      const korter = {
        soort: 'regel',
        rijen: [
          {
            code: 'PIP_VASTSTELLEN',
            duur: { aantal: 1, eenheid: 'weken' },
            geldigVanaf: kennisgevingVoor(dagErna(RAAK)),
          },
        ],
      } as const;
      const plek = await beproef(herzieningen, korter);
      const { tellingen } = await lees(herzieningen, plek);

      // Only those whose kennisgeving came on or after the day of the change; one week is long past for them.
      expect(tellingen).toMatchObject({
        verplaatsteDatums: AANTAL - geraakt.length,
        nieuwTeLaat: AANTAL - geraakt.length,
      });
      expect(await herzieningen.pasToe({ ...plek, door: TOEPASSER })).toMatchObject({
        soort: 'geweigerd',
        weigering: { code: 'REGEL_ALLEEN_PROEF' },
      });
    },
    omvang({ poort: 60_000, volledig: 900_000 }),
  );

  it.each([
    ['DAG_TELT_AL_NIET', extraDag('2027-04-27' as IsoDatum)],
    ['DAG_TELT_AL_NIET', extraDag('2027-01-02' as IsoDatum)],
    [
      'TERMIJN_ONBEKEND',
      {
        soort: 'regel',
        rijen: [
          {
            code: 'BESTAAT_NIET',
            duur: { aantal: 1, eenheid: 'weken' },
            geldigVanaf: RAAK,
          },
        ],
      } as const,
    ],
  ])('weigert een voorstel dat niet kan met %s', async (code, voorstel) => {
    const vraag = { gemeenteId: GEMEENTE.id, herzieningId: randomUUID(), metProef: false };
    expect(await herzieningen.stelVoor({ ...vraag, voorstel, door: VOORSTELLER })).toMatchObject({
      soort: 'geweigerd',
      weigering: { code },
    });
  });
});

describe('toepassen', () => {
  it(
    'kan niet door wie het voorstelde, en niet voordat het beproefd is',
    async () => {
      const plek = { gemeenteId: GEMEENTE.id, herzieningId: randomUUID() };
      const vraag = { ...plek, voorstel: extraDag(RAAK), metProef: false, door: VOORSTELLER };
      expect(await herzieningen.stelVoor(vraag)).toMatchObject({ soort: 'gedaan' });
      expect(await herzieningen.stelVoor(vraag)).toMatchObject({ soort: 'gedaan' });
      expect(await herzieningen.stelVoor({ ...vraag, metProef: true })).toEqual({
        soort: 'andere-inhoud',
      });

      const code = async (door: string): Promise<unknown> => {
        const uitkomst = await herzieningen.pasToe({ ...plek, door });
        return uitkomst.soort === 'geweigerd' ? uitkomst.weigering.code : uitkomst.soort;
      };
      expect(await code(VOORSTELLER)).toBe('TWEEDE_PERSOON_NODIG');
      expect(await code(TOEPASSER)).toBe('NOG_NIET_BEPROEFD');
      await totKlaar(herzieningen, plek);
      expect(await code(VOORSTELLER)).toBe('TWEEDE_PERSOON_NODIG');
      await expect(
        opstelling.vraag(
          'UPDATE termijnherziening SET toegepast_door = voorgesteld_door WHERE id = $1',
          [plek.herzieningId],
        ),
      ).rejects.toThrow(/tweede_persoon/);
    },
    omvang({ poort: 60_000, volledig: 900_000 }),
  );

  it(
    'verplaatst elke datum één keer, meldt wat intussen wijzigde als anders, en kan pauzeren',
    async () => {
      const plek = await beproef(herzieningen, extraDag(RAAK));
      const [anders, weg] = geraakt as [string, string];
      // Meanwhile: one journey gets another kennisgeving, a new one comes, and one is opened on the same day.
      const correctie = plichtMet(kennisgevingVoor(dagErna(RAAK)));
      await opstelling.dossier.verwerk(verwerkVraag(weg, correctie));
      await opstelling.dossier.verwerk(
        verwerkVraag(anders, {
          soort: 'nodigUitVoorIntake',
          opgeroepenOp: kennisgevingVoor(RAAK),
          afspraakOp: RAAK,
        }),
      );
      const nieuw = await openMetPipOp(opstelling.dossier, AANTAL + 1, RAAK);

      expect(await herzieningen.pasToe({ ...plek, door: TOEPASSER })).toMatchObject({
        soort: 'gedaan',
        herziening: { status: 'loopt', kalenderVersie: 2 },
      });
      await herzieningen.doeBlad(plek, () => undefined);
      await herzieningen.pauzeer(plek);
      expect(await herzieningen.doeBlad(plek, () => undefined)).toMatchObject({
        soort: 'gepauzeerd',
      });
      await herzieningen.hervat(plek);
      await totKlaar(herzieningen, plek);
      // The whole once more, as after a lost answer.
      await opstelling.vraag(
        "UPDATE termijnherziening SET status = 'loopt', laatste_traject_id = NULL WHERE id = $1",
        [plek.herzieningId],
      );
      await totKlaar(herzieningen, plek);

      const { status, tellingen } = await lees(herzieningen, plek);
      expect(status).toBe('klaar');
      expect(tellingen.toepassing).toEqual({
        toegepast: geraakt.length - 2,
        anders: 2,
        vervallen: 1,
      });
      const verplaatst = await opstelling.vraag<{ traject_id: string; aantal: string }>(
        `SELECT traject_id, count(*) AS aantal FROM journaal
        WHERE soort = 'termijnVerplaatst' AND opdracht_soort = 'herberekenTermijnen' GROUP BY 1`,
      );
      const verwacht = [...geraakt.filter((id) => id !== weg), nieuw];
      expect(new Set(verplaatst.map(({ traject_id }) => traject_id))).toEqual(new Set(verwacht));
      expect(verplaatst.every(({ aantal }) => Number(aantal) === 1)).toBe(true);
      expect(await pipDatum(anders)).toBe(dagErna(RAAK));
      expect(await pipDatum(nieuw)).toBe(dagErna(RAAK));
      const posten = await opstelling.dossier.leesJournaal({
        gemeenteId: GEMEENTE.id,
        trajectId: anders,
        vanafNr: 1,
        limiet: 100,
        metMedisch: false,
      });
      expect(posten?.filter(({ soort }) => soort.startsWith('termijn'))).toMatchObject([
        { soort: 'termijnGestart', kalenderVersie: 1, gebeurtenis: { uiterlijkOp: RAAK } },
        {
          soort: 'termijnVerplaatst',
          kalenderVersie: 2,
          actor: { soort: 'beheer', id: TOEPASSER },
          gebeurtenis: { oudUiterlijkOp: RAAK, uiterlijkOp: dagErna(RAAK) },
        },
      ]);
    },
    omvang({ poort: 120_000, volledig: 1_800_000 }),
  );

  it(
    'past de regels van een uitgave toe, en verplaatst niets als die gelijk bleven',
    async () => {
      const plek = await beproef(herzieningen, { soort: 'regel', rijen: [] });
      expect(await herzieningen.pasToe({ ...plek, door: TOEPASSER })).toMatchObject({
        soort: 'gedaan',
      });
      await totKlaar(herzieningen, plek);
      expect(await lees(herzieningen, plek)).toMatchObject({
        status: 'klaar',
        tellingen: { verplaatsteDatums: 0, toepassing: {} },
      });
    },
    omvang({ poort: 60_000, volledig: 900_000 }),
  );

  it(
    'breekt af na het blad dat bezig is: wat verplaatst is blijft zo en wordt geteld, de rest vervalt',
    async () => {
      const dag = dinsdagOver(60);
      const ids = await openVele(opstelling.dossier, 240, dag, AANTAL + 1_000);
      const plek = await beproef(herzieningen, extraDag(dag));
      await herzieningen.pasToe({ ...plek, door: TOEPASSER });
      const verplaatst = async (): Promise<number> => {
        const [rij] = await opstelling.vraag<{ n: number }>(
          `SELECT count(*)::integer AS n FROM termijn WHERE traject_id = ANY ($1) AND uiterlijk_op = $2`,
          [ids, dagErna(dag)],
        );
        return rij!.n;
      };
      // Broken off when the first journey was done that this page moves.
      let afgebroken: Promise<unknown> | null = null;
      const eerst = async (): Promise<void> => {
        while (afgebroken === null) {
          await herzieningen.doeBlad(plek, () => {
            afgebroken ??= herzieningen.breekAf(plek);
          });
        }
        await afgebroken;
      };
      await eerst();
      const nu = await verplaatst();
      expect(await herzieningen.doeBlad(plek, () => undefined)).toMatchObject({ soort: 'klaar' });
      expect(await verplaatst()).toBe(nu);

      const { status, tellingen } = await lees(herzieningen, plek);
      expect(status).toBe('afgebroken');
      expect(
        (tellingen.toepassing?.['toegepast'] ?? 0) + (tellingen.toepassing?.['vervallen'] ?? 0),
      ).toBe(ids.length);
      expect(tellingen.toepassing?.['toegepast'] ?? 0).toBe(nu);
      expect(nu).toBeLessThan(ids.length);
    },
    omvang({ poort: 60_000, volledig: 900_000 }),
  );

  it('wekt de drijvers van een bulkactie pas na de andere', async () => {
    const systeem = new DossierSysteem(opstelling.systeem);
    await opstelling.vraag('UPDATE route SET gewekt = stuurversie, gezien = stuurversie');
    const [een, twee] = geraakt as [string, string];
    const stuur = (laag: boolean, trajectId: string, kennisgevingOp: IsoDatum) =>
      opstelling.dossier.verwerk(
        verwerkVraag(trajectId, plichtMet(kennisgevingOp), laag ? { laag: true } : {}),
      );
    const dag = kennisgevingVoor(dinsdagOver(28));
    await stuur(true, een, dag);
    await stuur(true, twee, dag);
    const laag = async () => (await systeem.teWekkenLaag(10)).map(({ trajectId }) => trajectId);
    expect(await systeem.teWekken(10)).toEqual([]);
    expect(new Set(await laag())).toEqual(new Set([een, twee]));

    await stuur(false, een, kennisgevingVoor(dinsdagOver(35)));
    expect((await systeem.teWekken(10)).map(({ trajectId }) => trajectId)).toEqual([een]);
    expect(await laag()).toEqual([twee]);
  });
});
