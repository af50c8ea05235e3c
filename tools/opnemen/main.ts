// Records anew the histories and journals that guard old journeys. Only for a path that is new: what is recorded
// stays as it is, so that a change which breaks an old journey shows.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { gebeurtenisVersie } from '#domain/traject/gebeurtenis.js';
import {
  HISTORIES_MAP,
  JOURNAALVERHALEN,
  JOURNALEN_MAP,
  neemHistorieOp,
  SCENARIOS,
  speelJournaal,
} from '#test/support/opnames.js';
import { BULKOPNAMEN } from '#test/support/opname-bulk.js';
import type { Historie } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { temporalTestServerPath } from '#tools/lokaal/temporal-programma.js';

const alles = process.argv.includes('--alles');
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
const path = await temporalTestServerPath(console.log);

type Opname = (
  env: TestWorkflowEnvironment,
) => Promise<{ historie: Historie; spoor: readonly string[]; workflowId?: string }>;

const nieuw = (pad: string): boolean => alles || !existsSync(pad);

/** One event per line: readable in a diff. */
function regels(json: string): string {
  const { events } = JSON.parse(json) as { events: unknown[] };
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}

mkdirSync(HISTORIES_MAP, { recursive: true });
const histories: Readonly<Record<string, Opname>> = {
  ...Object.fromEntries(
    Object.entries(SCENARIOS).map(([naam, scenario]): [string, Opname] => [
      naam,
      (env) => neemHistorieOp(env, scenario),
    ]),
  ),
  ...BULKOPNAMEN,
};
for (const [naam, neemOp] of Object.entries(histories)) {
  const pad = join(HISTORIES_MAP, `${naam}.json`);
  if (!nieuw(pad)) continue;
  const { historie, ...rest } = await neemOp(await maakTijdspringServer(path));
  writeFileSync(pad, regels(historyToJSON(historie)));
  const naast = join(HISTORIES_MAP, `${naam}.spoor.json`);
  writeFileSync(naast, `${JSON.stringify({ commit, ...rest }, null, 1)}\n`);
  console.log(
    `${naam}: ${historie.events?.length ?? 0} gebeurtenissen, ${rest.spoor.length} stappen`,
  );
}

mkdirSync(JOURNALEN_MAP, { recursive: true });
for (const [naam, stappen] of Object.entries(JOURNAALVERHALEN)) {
  const pad = join(JOURNALEN_MAP, `${naam}.json`);
  if (!nieuw(pad)) continue;
  const journaal = speelJournaal(stappen);
  const groepen = journaal.groepen.map(({ opdracht, omgeving, weigering, regels: rijen }) => ({
    opdracht,
    omgeving: {
      tijdstip: omgeving.tijdstip,
      vandaag: omgeving.vandaag,
      actor: omgeving.actor,
      kalenderVersie: omgeving.kalender.versie,
      instellingenVersie: omgeving.instellingen.versie,
    },
    weigering,
    gebeurtenissen: rijen.map(({ gebeurtenis, envelop }) => ({
      nr: envelop.nr,
      versie: gebeurtenisVersie(gebeurtenis.soort),
      gebeurtenis,
    })),
  }));
  const opname = { commit, groepen, toestand: journaal.toestand };
  writeFileSync(pad, `${JSON.stringify(opname, null, 1)}\n`);
  console.log(`${naam}: ${journaal.regels.length} journaalregels`);
}
