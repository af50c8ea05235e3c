// Real: PostgreSQL with its roles, Temporal, workers as processes of their own that are killed with kill -9, the
// workflow, the loop that starts it, the program that follows it. Fake: the keys are the fixed ones of the tests; the
// older version of the code is played by taking away what it would not have written.
import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { maakBijwerkingActiviteiten } from '#activities/bulkactie/bijwerking.activities.js';
import { bijwerkingWorkflowId } from '#contracts/bulkactie.js';
import { maakSysteemDataSource } from '#database/data-source.js';
import { TOESTAND_VERSIE } from '#domain/traject/toestand.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { omvang } from '#test/support/omvang.js';
import { werkBij, type BijwerkOpties } from '#tools/herstel/bijwerken.js';
import { GEMEENTE, maakOpstelling, open } from '../dossier/opstelling.js';
import { dinsdagOver, openVele } from '../herziening/opstelling.js';
import { maakWerkplek, wachtTot, type Werkplek } from '../herziening/werkplek.js';

const AANTAL = omvang({ poort: 120, volledig: 2_000 });
const LANG = omvang({ poort: 120_000, volledig: 600_000 });

let werk: Werkplek;
let systeemBron: DataSource;
let systeem: DossierSysteem;

beforeAll(async () => {
  werk = await maakWerkplek('bijwerking');
  systeemBron = await maakSysteemDataSource(werk.plek.systeem).initialize();
  systeem = new DossierSysteem(systeemBron);
  await openVele(werk.dossier, AANTAL, dinsdagOver(14));
}, LANG);

afterAll(async () => {
  await systeemBron.destroy();
  await werk.stop();
}, 60_000);

async function vraag<T>(sql: string): Promise<T[]> {
  return (await werk.eigenaar.query(sql)).rows as T[];
}

const achter = (): Promise<number> => systeem.telAchterlopend(TOESTAND_VERSIE);

/** Read model, journal and assignments of all journeys. */
async function afdruk(): Promise<unknown> {
  return vraag(
    `SELECT 'taak' AS wat, md5(string_agg(t::text, ',' ORDER BY t::text)) FROM taak t
     UNION ALL SELECT 'termijn', md5(string_agg(t::text, ',' ORDER BY t::text)) FROM termijn t
     UNION ALL SELECT 'mijlpaal', md5(string_agg(t::text, ',' ORDER BY t::text)) FROM mijlpaal t
     UNION ALL SELECT 'journaal', md5(string_agg(t::text, ',' ORDER BY t::text)) FROM journaal t
     UNION ALL SELECT 'toewijzing', md5(string_agg(t::text, ',' ORDER BY t::text)) FROM taaktoewijzing t
     ORDER BY 1`,
  );
}

describe('bijwerken na een uitgave', () => {
  it(
    'bouwt elk traject precies één keer opnieuw op, ook na kill -9 halverwege en een pauze',
    async () => {
      await vraag(
        `INSERT INTO taaktoewijzing (taak_id, gemeente_id, behandelaar)
         SELECT id, gemeente_id, 'b-1' FROM taak LIMIT 5`,
      );
      const eerst = await afdruk();
      // An earlier version knew neither this toestand nor these tasks, and calculated terms otherwise.
      await vraag('UPDATE traject SET toestand_versie = 0');
      await vraag("DELETE FROM taak WHERE status = 'open'");
      await vraag("UPDATE termijn SET uiterlijk_op = '2001-01-01'");
      await vraag('UPDATE route SET leesmodel_versie = 0, gewekt = stuurversie, laag = false');
      expect(await afdruk()).not.toEqual(eerst);
      expect(await achter()).toBe(AANTAL);

      const eerste = await werk.startWorker();
      await wachtTot(async () => (await achter()) <= (AANTAL * 2) / 3);
      await eerste.dood();
      expect(await achter()).toBeGreaterThan(0);

      const connection = await Connection.connect({ address: werk.plek.temporal.address });
      const regels: string[] = [];
      const opties: BijwerkOpties = {
        systeem,
        connection,
        namespace: werk.plek.temporal.namespace,
        wat: 'volg',
        alles: false,
        perSeconde: 20,
        meld: (regel) => void regels.push(regel),
        taakwachtrij: werk.plek.taakwachtrij,
      };
      await werkBij({ ...opties, wat: 'pauzeer' });
      await werk.startWorker();
      const { workflow } = new Client({ connection, namespace: werk.plek.temporal.namespace });
      const handle = workflow.getHandle(bijwerkingWorkflowId(TOESTAND_VERSIE));
      // A page that was under way when the worker died is done again first.
      await wachtTot(async () => {
        const { raw } = await handle.describe();
        return (raw.pendingActivities ?? []).length === 0;
      });
      const tijdensPauze = await achter();
      expect(tijdensPauze).toBeGreaterThan(0);
      // Twice as long as the rest between two pages: nothing may happen.
      await rust(2_500);
      expect(await achter()).toBe(tijdensPauze);

      const gevolgd = werkBij(opties);
      await werkBij({ ...opties, wat: 'hervat' });
      expect(await gevolgd).toBe(0);
      await connection.close();

      expect(regels).toContain('Klaar.');
      expect(await afdruk()).toEqual(eerst);
      // One nudge each, behind those of people and chain.
      expect(
        await vraag(
          `SELECT r.stuurversie - r.gewekt AS seinen, r.laag, t.toestand_versie AS versie,
                  count(*)::integer AS aantal
             FROM route r JOIN traject t ON t.id = r.traject_id GROUP BY 1, 2, 3`,
        ),
      ).toEqual([{ seinen: '1', laag: true, versie: TOESTAND_VERSIE, aantal: AANTAL }]);
    },
    LANG,
  );
});

describe('een blad van het bijwerken', () => {
  it('gaat voorbij aan een traject zonder sleutel en aan een dat nieuwer is dan deze code', async () => {
    const o = await maakOpstelling();
    try {
      const [gewist, nieuwer, gewoon] = [await open(o), await open(o), await open(o)];
      await o.sleutels.vernietig(gewist.trajectId);
      await o.vraag('UPDATE journaal SET versie = 99 WHERE traject_id = $1', [nieuwer.trajectId]);
      await o.vraag('UPDATE route SET leesmodel_versie = 0');
      const mislukt: string[] = [];
      const bron = new DossierSysteem(o.systeem);
      const { doeBijwerkingsblad } = maakBijwerkingActiviteiten({
        systeem: bron,
        dossier: o.dossier,
        meldMislukt: (trajectId) => void mislukt.push(trajectId),
        hartslag: () => undefined,
      });
      const blad = { versie: TOESTAND_VERSIE, perSeconde: 10, vanaf: null };

      expect(await doeBijwerkingsblad(blad)).toEqual({
        volgende: null,
        gedaan: 2,
        mislukt: 1,
        wachtMs: 300,
      });
      expect(mislukt).toEqual([nieuwer.trajectId]);
      expect(await bron.achterlopend(TOESTAND_VERSIE, null, 10)).toEqual([
        { trajectId: nieuwer.trajectId, gemeenteId: GEMEENTE.id },
      ]);
      expect(gewoon.trajectId).not.toBe(nieuwer.trajectId);
      await expect(doeBijwerkingsblad({ ...blad, versie: TOESTAND_VERSIE + 1 })).rejects.toThrow(
        'ouder',
      );
    } finally {
      await o.stop();
    }
  });

  it('laat een traject dat na de uitgave al werd aangeraakt niet overslaan', async () => {
    const o = await maakOpstelling();
    try {
      const traject = await open(o);
      await o.vraag('UPDATE route SET leesmodel_versie = 0');
      await o.vraag('UPDATE traject SET toestand_versie = 0');
      await o.dossier.verwerk({
        ...traject,
        opdracht: { soort: 'kiesScenario', scenario: 'snelle-start' },
        opdrachtId: randomUUID(),
        beller: 'api:test',
        actor: { soort: 'medewerker', id: 'medewerker-1' },
      });

      const bron = new DossierSysteem(o.systeem);
      expect(await bron.telAchterlopend(TOESTAND_VERSIE)).toBe(1);
      await bron.markeerAchterlopend(null, 10);
      expect(await o.dossier.herbouw(traject)).toBe(true);
      expect(await bron.telAchterlopend(TOESTAND_VERSIE)).toBe(0);
    } finally {
      await o.stop();
    }
  });
});
