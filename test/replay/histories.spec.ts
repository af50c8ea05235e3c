// Real: the bundle made from source, the SDK's replayer, the recorded histories and trails in git. No server;
// the key of the recordings lies in git. E11.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { trajectWorkflowId } from '#contracts/traject.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { testBundel } from '#test/support/bundel.js';
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

const WORTEL = join(__dirname, '..', '..');
const namen = opnamenIn(HISTORIES_MAP, '.spoor.json');

function spoorVan(naam: string): Spoor {
  return leesOpname(HISTORIES_MAP, `${naam}.spoor.json`) as Spoor;
}

/** Replays one history; throws when the commands differ, gives the trail when they do not. */
async function speelAf(naam: string, workflowBundle: WorkflowBundle): Promise<readonly string[]> {
  const spoor: string[] = [];
  await Worker.runReplayHistory(
    {
      workflowBundle,
      dataConverter: maakDataConverter(new VasteSleutels()),
      sinks: spoorSinks((_workflowId, _runId, stap) => spoor.push(stap), true),
    },
    historyFromJSON(leesOpname(HISTORIES_MAP, `${naam}.json`)),
    trajectWorkflowId(OPGENOMEN_TRAJECT),
  );
  return spoor;
}

/** A copy of workflows/ in which `eerst` and `dan` changed places. */
async function metVerwisseling(
  bestand: string,
  eerst: string,
  dan: string,
): Promise<WorkflowBundle> {
  const lokaal = join(WORTEL, '.lokaal');
  mkdirSync(lokaal, { recursive: true });
  const map = mkdtempSync(join(lokaal, 'verwisseld-'));
  try {
    cpSync(join(WORTEL, 'workflows'), map, { recursive: true });
    const pad = join(map, bestand);
    const bron = readFileSync(pad, 'utf8');
    if (!bron.includes(eerst) || !bron.includes(dan)) throw new Error('Niets te verwisselen.');
    const anders = bron.replace(eerst, '@@').replace(dan, eerst).replace('@@', dan);
    writeFileSync(pad, anders);
    return await testBundel(join(map, 'index.ts'));
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

describe('opgenomen geschiedenissen', () => {
  let bundel: WorkflowBundle;

  beforeAll(async () => {
    maakTemporalStil();
    bundel = await testBundel();
  }, 60_000);

  it('zijn er van elk pad, elk met zijn commit', () => {
    expect(namen).toEqual(expect.arrayContaining(Object.keys(SCENARIOS)));
    for (const naam of namen) expect(spoorVan(naam).commit).toMatch(/^[0-9a-f]{40}$/);
  });

  it.each(namen)(
    '%s speelt af met hetzelfde spoor',
    async (naam) => {
      expect(await speelAf(naam, bundel)).toEqual(spoorVan(naam).spoor);
    },
    60_000,
  );

  describe('na verwisseling van twee stappen waarop gewacht wordt', () => {
    let verwisseld: WorkflowBundle;

    beforeAll(async () => {
      verwisseld = await metVerwisseling(
        'traject/schakel-3-intake-en-pip.ts',
        "reis.tot('intakeAfgerond')",
        "reis.tot('lbtBekend')",
      );
    }, 60_000);

    it.each(['gezin-b1', 'samengevoegde-seinen'])(
      'verraadt het spoor van %s dat, waar de commando’s zwijgen',
      async (naam) => {
        const spoor = await speelAf(naam, verwisseld);
        expect(spoor).not.toEqual(spoorVan(naam).spoor);
        expect(spoor).toContain('tot:lbtBekend');
      },
      60_000,
    );
  });
});
