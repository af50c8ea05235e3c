// Real: the bundle of the build, the SDK's replayer, the recorded histories and trails in git. No server; the key of
// the recordings lies in git. Planted mistakes are bundled from a changed copy of the sources. E11.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DeterminismViolationError } from '@temporalio/workflow';
import { ReplayError, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { trajectWorkflowId } from '#contracts/traject.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { geplanteBundel } from '#test/support/bundel.js';
import { gebouwd } from '#test/support/gebouwd.js';
import { BULKOPNAMEN } from '#test/support/opname-bulk.js';
import { isVoorouder, waaromGeenVerleden } from '#test/support/git.js';
import {
  HISTORIES_MAP,
  leesOpname,
  OPGENOMEN_TRAJECT,
  opnamenIn,
  SCENARIOS,
  type Spoor,
} from '#test/support/opnames.js';
import { spoorSinks } from '#test/support/reisproef.js';
import { maakTemporalStil } from '#test/support/temporal.js';
import { VasteSleutels } from '#test/support/vaste-sleutels.js';

const namen = opnamenIn(HISTORIES_MAP, '.spoor.json');

function spoorVan(naam: string): Spoor {
  return leesOpname(HISTORIES_MAP, `${naam}.spoor.json`) as Spoor;
}

/** Replays one history; throws when the commands differ, gives the trail when they do not. */
async function speelAf(
  naam: string,
  workflowBundle: WorkflowBundleOption,
): Promise<readonly string[]> {
  const spoor: string[] = [];
  await Worker.runReplayHistory(
    {
      workflowBundle,
      dataConverter: maakDataConverter(new VasteSleutels()),
      sinks: spoorSinks((_workflowId, _runId, stap) => spoor.push(stap), true),
    },
    historyFromJSON(leesOpname(HISTORIES_MAP, `${naam}.json`)),
    spoorVan(naam).workflowId ?? trajectWorkflowId(OPGENOMEN_TRAJECT),
  );
  return spoor;
}

/** What betrays that the code is not that of the recording. */
async function verraad(
  naam: string,
  bundel: WorkflowBundleOption,
): Promise<'commando' | 'spoor' | 'niets'> {
  try {
    const spoor = await speelAf(naam, bundel);
    return spoor.join() === spoorVan(naam).spoor.join() ? 'niets' : 'spoor';
  } catch (fout) {
    if (fout instanceof DeterminismViolationError || fout instanceof ReplayError) return 'commando';
    throw fout;
  }
}

const verwissel =
  (eerst: string, dan: string) =>
  (bron: string): string => {
    if (!bron.includes(eerst) || !bron.includes(dan)) throw new Error('Niets te verwisselen.');
    return bron.replace(eerst, '@@').replace(dan, eerst).replace('@@', dan);
  };

beforeAll(() => {
  maakTemporalStil();
});

describe('opgenomen geschiedenissen', () => {
  let bundel: WorkflowBundleOption;
  let dist: string;

  beforeAll(async () => {
    const gemaakt = await gebouwd();
    dist = gemaakt.dist;
    bundel = { codePath: gemaakt.bundel };
  }, 120_000);

  it('zijn er van elk pad, elk met zijn commit', () => {
    expect(namen).toEqual(expect.arrayContaining(Object.keys({ ...SCENARIOS, ...BULKOPNAMEN })));
    for (const naam of namen) expect(spoorVan(naam).commit).toMatch(/^[0-9a-f]{40}$/);
  });

  it('spelen af op het bestand dat de gebouwde worker laadt', () => {
    const module = pathToFileURL(join(dist, 'libs', 'temporal', 'bundel.js')).href;
    const vraag = `import(${JSON.stringify(module)}).then(async ({ werkerBundel }) => console.log(JSON.stringify(await werkerBundel())))`;
    const antwoord = execFileSync(process.execPath, ['-e', vraag], { encoding: 'utf8' });
    expect(JSON.parse(antwoord)).toEqual(bundel);
  });

  it.each(namen)(
    '%s speelt af met hetzelfde spoor',
    async (naam) => {
      expect(await speelAf(naam, bundel)).toEqual(spoorVan(naam).spoor);
    },
    60_000,
  );
});

/** Two steps that are awaited one after the other change places; per history what tells. */
const VERWISSELD = [
  {
    bestand: 'traject/schakel-3-intake-en-pip.ts',
    stappen: ["reis.tot('intakeAfgerond')", "reis.tot('lbtBekend')"],
    verraden: { 'gezin-b1': 'spoor', 'asiel-b1': 'spoor', 'samengevoegde-seinen': 'spoor' },
  },
  {
    bestand: 'traject/schakel-4-inburgeren.ts',
    stappen: ["reis.tot('pipVastgesteld')", "reis.tot('termijnBevestigd')"],
    verraden: { 'gezin-b1': 'commando', 'opnieuw-verteld': 'commando' },
  },
  {
    bestand: 'traject/schakel-5-afronden.ts',
    stappen: ["reis.tot('plichtGeeindigd')", "reis.tot('trajectGesloten')"],
    verraden: { 'asiel-b1': 'spoor', 'samengevoegd-einde': 'spoor' },
  },
  {
    bestand: 'bulkactie/bijwerking.workflow.ts',
    stappen: [
      'await pauze.einde()',
      'const blad = await doeBijwerkingsblad({ versie, perSeconde, vanaf })',
    ],
    verraden: { bijwerking: 'commando' },
  },
  {
    bestand: 'controle/nachtcontrole.workflow.ts',
    stappen: ['await eenBlad(stand)', 'await andersom(stand)'],
    verraden: { nachtcontrole: 'commando' },
  },
] as const;

describe.each(VERWISSELD)(
  'na verwisseling van twee stappen waarop gewacht wordt in $bestand',
  ({ bestand, stappen: [eerst, dan], verraden }) => {
    it.each(Object.entries(verraden))(
      'blijkt dat bij %s uit het %s',
      async (naam, waaruit) => {
        const verwisseld = await geplanteBundel(bestand, verwissel(eerst, dan));
        expect(await verraad(naam, verwisseld)).toBe(waaruit);
      },
      60_000,
    );
  },
);

const geenVerleden = waaromGeenVerleden();
const metVerleden = geenVerleden === null ? it : it.skip;

describe('de commit van een opname', () => {
  metVerleden.each(namen)(
    `van %s ligt in het verleden van deze bronnen${geenVerleden === null ? '' : ` (overgeslagen: ${geenVerleden})`}`,
    (naam) => {
      expect(isVoorouder(spoorVan(naam).commit)).toBe(true);
    },
  );
});
