// Real: PostgreSQL, Temporal, workers as processes of their own that are killed with kill -9, the workflow, the loop
// that wakes it. Fake: the keys are the fixed ones of the tests.
import { randomUUID } from 'node:crypto';
import { bulkactieWorkflowId, voortgang } from '#contracts/bulkactie.js';
import { HerzieningBeheer } from '#dossier/herziening/beheer.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { omvang } from '#test/support/omvang.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';
import { GEMEENTE, verwerkVraag } from '../dossier/opstelling.js';
import {
  dagErna,
  dinsdagOver,
  extraDag,
  kennisgevingVoor,
  lees,
  openVele,
  TOEPASSER,
  VOORSTELLER,
} from './opstelling.js';
import { maakWerkplek, wachtTot, type Werkplek } from './werkplek.js';

const AANTAL = omvang({ poort: 500, volledig: 10_000 });
const RAAK = dinsdagOver(14);
const LANG = omvang({ poort: 180_000, volledig: 1_800_000 });

let werk: Werkplek;
let beheer: HerzieningBeheer;
let geraakt: string[];

beforeAll(async () => {
  werk = await maakWerkplek('herziening');
  beheer = new HerzieningBeheer(werk.app, 0);
  geraakt = await openVele(werk.dossier, AANTAL, RAAK);
}, LANG);

afterAll(async () => {
  await werk.stop();
}, 60_000);

async function verplaatst(): Promise<number> {
  const { rows } = await werk.eigenaar.query<{ aantal: number }>(
    "SELECT count(*)::integer AS aantal FROM journaal WHERE opdracht_soort = 'herberekenTermijnen'",
  );
  return rows[0]!.aantal;
}

describe('een herziening in uitvoering', () => {
  it(
    'verplaatst elke datum precies één keer, ook na kill -9 halverwege en een pauze, en meldt wat intussen wijzigde als anders',
    async () => {
      const herziening = { gemeenteId: GEMEENTE.id, herzieningId: randomUUID() };
      const status = async (): Promise<string> => (await lees(beheer, herziening)).status;
      const eerste = await werk.startWorker();
      await beheer.stelVoor({
        ...herziening,
        voorstel: extraDag(RAAK),
        metProef: false,
        door: VOORSTELLER,
      });
      await wachtTot(async () => (await status()) === 'voorgesteld');
      expect(await verplaatst()).toBe(0);
      // One of them goes on since the dry run.
      const [gewijzigd] = geraakt as [string];
      const intussen = await werk.dossier.verwerk(
        verwerkVraag(gewijzigd, {
          soort: 'nodigUitVoorIntake',
          opgeroepenOp: kennisgevingVoor(RAAK),
          afspraakOp: RAAK,
        }),
      );
      expect(intussen.soort).toBe('gedaan');

      await beheer.pasToe({ ...herziening, door: TOEPASSER });
      await wachtTot(async () => (await verplaatst()) >= geraakt.length / 3);
      await eerste.dood();
      const halverwege = await verplaatst();
      expect(halverwege).toBeLessThan(geraakt.length);

      await beheer.pauzeer(herziening);
      await werk.startWorker();
      const client = maakTemporalClient({
        ...werk.plek.temporal,
        dataConverter: maakDataConverter(new VasteSleutels()),
        rpcTermijnMs: 30_000,
      });
      const handle = client.workflow.getHandle(bulkactieWorkflowId(herziening.herzieningId));
      await wachtTot(async () => (await handle.query(voortgang)).gepauzeerd);
      expect(await status()).toBe('gepauzeerd');
      expect(await verplaatst()).toBeLessThan(geraakt.length);

      await beheer.hervat(herziening);
      await wachtTot(async () => (await status()) === 'klaar');
      expect(await handle.result()).toBe(AANTAL);
      await client.connection.close();

      const { tellingen } = await lees(beheer, herziening);
      expect(tellingen.toepassing).toEqual({ toegepast: geraakt.length - 1, anders: 1 });
      const anders = await werk.eigenaar.query<{
        traject_id: string;
        oud: string;
        werkelijk: string;
      }>(
        `SELECT traject_id, oud::text, werkelijk::text FROM termijnherziening_regel
          WHERE uitkomst = 'anders'`,
      );
      expect(anders.rows).toEqual([{ traject_id: gewijzigd, oud: RAAK, werkelijk: dagErna(RAAK) }]);
      const { rows } = await werk.eigenaar.query<{ traject_id: string; aantal: number }>(
        `SELECT traject_id, count(*)::integer AS aantal FROM journaal
        WHERE soort = 'termijnVerplaatst' GROUP BY 1`,
      );
      expect(new Set(rows.map(({ traject_id }) => traject_id))).toEqual(new Set(geraakt));
      expect(rows.filter(({ aantal }) => aantal !== 1)).toEqual([]);
    },
    LANG,
  );
});
