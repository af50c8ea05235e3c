import { parseArgs } from 'node:util';
import { Connection } from '@temporalio/client';
import { leesHerstelInstellingen } from '#config/instellingen.js';
import { maakSysteemDataSource } from '#database/data-source.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { werkBij, type BijwerkOpties } from './bijwerken.js';
import { herstel } from './herstel.js';
import { vernieuwVolgens } from './hoofdsleutel.js';
import { vergelijk, type Verschillen } from './vergelijk.js';
import { trajectWorkflowsVan } from '#temporal/trajectworkflows.js';

const GEBRUIK = `Gebruik: npm run herstel -- [--alles] [--per-seconde 20]
         npm run herstel -- --vergelijk
         npm run herstel -- --bijwerken [--alles] [--per-seconde 20] [--pauzeer | --hervat]
         npm run herstel -- --hoofdsleutel

Geeft elk open traject zonder lopende workflow een nieuwe drijver; de worker start die.
  --alles        ook trajecten waarvan de workflow loopt: na het terugzetten van een oude Temporal
  --per-seconde  hoeveel er hoogstens per seconde beginnen (standaard 20)
  --vergelijk    verandert niets: meldt open trajecten zonder workflow en andersom; uitgang 1 bij verschil
  --bijwerken    bouwt elk traject dat een eerdere versie achterliet opnieuw op uit zijn journaal, en meldt hoever
                 het is; met --alles elk traject. Afbreken stopt alleen het melden; --pauzeer en --hervat gaan over
                 het werk zelf. Uitgang 1 als er een traject is dat deze versie niet kan lezen
  --hoofdsleutel wikkelt elke datasleutel opnieuw: uit HOOFDSLEUTEL in HOOFDSLEUTEL_NIEUW (of uit de bestanden die
                 HOOFDSLEUTEL_BESTAND en HOOFDSLEUTEL_NIEUW_BESTAND noemen). Alleen met api en worker gestopt; na
                 afbreken gewoon nog eens. Uitgang 2 als het niet gelukt is
`;

const TOON = 20;

const meld = (regel: string): void => {
  console.log(regel);
};

function lijst(kop: string, ids: readonly string[]): void {
  meld(`${kop}: ${ids.length}`);
  for (const id of ids.slice(0, TOON)) meld(`  ${id}`);
  if (ids.length > TOON) meld(`  en nog ${ids.length - TOON}`);
}

function toon(verschillen: Verschillen): number {
  const { zonderWorkflow, proefZonderWorkflow, zonderTraject } = verschillen;
  meld(`Open trajecten: ${verschillen.openTrajecten}`);
  meld(`Lopende workflows: ${verschillen.lopendeWorkflows}`);
  lijst('Trajecten zonder workflow', zonderWorkflow);
  lijst('Workflows zonder open traject', zonderTraject);
  lijst('Beëindigde proeftrajecten', proefZonderWorkflow);
  return zonderWorkflow.length + zonderTraject.length === 0 ? 0 : 1;
}

interface Keuzes {
  readonly hoofdsleutel: boolean;
  readonly alles: boolean;
  readonly vergelijk: boolean;
  readonly bijwerken: BijwerkOpties['wat'] | null;
  readonly perSeconde: number;
}

function leesKeuzes(): Keuzes | null {
  const { values } = parseArgs({
    options: {
      alles: { type: 'boolean', default: false },
      vergelijk: { type: 'boolean', default: false },
      bijwerken: { type: 'boolean', default: false },
      pauzeer: { type: 'boolean', default: false },
      hervat: { type: 'boolean', default: false },
      hoofdsleutel: { type: 'boolean', default: false },
      'per-seconde': { type: 'string', default: '20' },
    },
  });
  const perSeconde = Number(values['per-seconde']);
  if (!Number.isFinite(perSeconde) || perSeconde <= 0) return null;
  const { alles, vergelijk, pauzeer, hervat, hoofdsleutel } = values;
  const wat = pauzeer ? 'pauzeer' : hervat ? 'hervat' : 'volg';
  return { alles, vergelijk, hoofdsleutel, perSeconde, bijwerken: values.bijwerken ? wat : null };
}

interface Verbindingen {
  readonly systeem: DossierSysteem;
  readonly connection: Connection;
  readonly namespace: string;
}

async function doe(keuzes: Keuzes, verbindingen: Verbindingen): Promise<number> {
  const { systeem, connection, namespace } = verbindingen;
  if (keuzes.bijwerken !== null) {
    const achter = await werkBij({ ...verbindingen, ...keuzes, wat: keuzes.bijwerken, meld });
    return achter === 0 ? 0 : 1;
  }
  const workflows = trajectWorkflowsVan(connection, namespace);
  if (keuzes.vergelijk) return toon(await vergelijk(systeem, workflows));
  const { gestart, liep, proefVerloren } = await herstel({ systeem, workflows, ...keuzes, meld });
  meld(`Nieuwe drijvers: ${gestart}; de worker start ze.`);
  meld(`Liepen al: ${liep}`);
  meld(`Beëindigde proeftrajecten: ${proefVerloren}`);
  return 0;
}

async function main(keuzes: Keuzes): Promise<number> {
  if (keuzes.hoofdsleutel) {
    await vernieuwVolgens(process.env, meld);
    return 0;
  }
  const { databaseSysteemUrl, temporal } = leesHerstelInstellingen(process.env);
  const { address, namespace, tls } = temporal;
  const connection = await Connection.connect({ address, tls: tls ?? false });
  const dataSource = await maakSysteemDataSource(databaseSysteemUrl).initialize();
  try {
    return await doe(keuzes, { systeem: new DossierSysteem(dataSource), connection, namespace });
  } finally {
    await dataSource.destroy();
    await connection.close();
  }
}

try {
  const keuzes = leesKeuzes();
  if (keuzes === null) throw new TypeError('--per-seconde moet een getal boven nul zijn.');
  process.exitCode = await main(keuzes);
} catch (fout) {
  process.stderr.write(`${fout instanceof Error ? fout.message : String(fout)}\n`);
  if (fout instanceof TypeError) process.stderr.write(GEBRUIK);
  process.exitCode = 2;
}
