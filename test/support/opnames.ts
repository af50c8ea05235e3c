// Recordings that guard the years: histories of the driver with their trail, journals of the core.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Journaal, omgevingOp } from './journaal.js';
import { Reisproef, type Historie } from './reisproef.js';
import { VasteSleutels } from './vaste-sleutels.js';
import { verhaalHerstel, verhaalOpschorting, verhaalVerlenging } from './termijnverhalen.js';
import { verhaalAsiel, verhaalGezin, type Stap } from './verhalen.js';
import { teBezorgen } from '#domain/traject/overzicht.js';

const TEST = join(import.meta.dirname, '..');
export const HISTORIES_MAP = join(TEST, 'histories');
export const JOURNALEN_MAP = join(TEST, 'journalen');
/** The journey of every recording: its key lies in git. */
export const OPGENOMEN_TRAJECT = '0d6f2a8e-2f57-4a0c-9a0a-0000000000aa';

export interface Spoor {
  readonly commit: string;
  /** Only where it is not that of the recorded journey. */
  readonly workflowId?: string;
  readonly spoor: readonly string[];
}

const tot = (stappen: readonly Stap[], soort: Stap['opdracht']['soort']): readonly Stap[] =>
  stappen.slice(
    0,
    stappen.findIndex(({ opdracht }) => opdracht.soort === soort),
  );

interface Scenario {
  readonly begin: string;
  readonly speel: (reis: Reisproef) => Promise<void>;
}

/** What is recorded, by name of the file. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'asiel-b1': {
    begin: '2026-06-15',
    speel: async (reis) => {
      await reis.verhaal(verhaalAsiel(reis.trajectId));
    },
  },
  'gezin-b1': {
    begin: '2026-09-07',
    speel: async (reis) => {
      await reis.verhaal(verhaalGezin(reis.trajectId));
    },
  },
  'pip-te-laat': {
    begin: '2026-09-07',
    speel: async (reis) => {
      await reis.verhaal(tot(verhaalGezin(reis.trajectId), 'nodigUitVoorIntake'));
      await reis.naar('2026-11-20');
    },
  },
  'deur-dicht': {
    begin: '2026-09-07',
    speel: async (reis) => {
      await reis.verhaal(tot(verhaalGezin(reis.trajectId), 'nodigUitVoorIntake'));
      await deurDicht(reis, 3_600_000);
    },
  },
  'samengevoegde-seinen': {
    begin: '2026-09-07',
    speel: async (reis) => {
      const stappen = verhaalGezin(reis.trajectId);
      await reis.verhaal(tot(stappen, 'nodigUitVoorIntake'));
      await reis.naar('2026-10-15');
      const rest = tot(stappen, 'stelPipVast').slice(tot(stappen, 'nodigUitVoorIntake').length);
      // LBT is a fact of DUO: given at the door as if it had been fetched before.
      for (const { opdracht } of rest) await reis.deur.verwerk(opdracht);
      await reis.wek();
      await reis.rust();
    },
  },
  'samengevoegd-einde': {
    begin: '2026-09-07',
    speel: async (reis) => {
      const stappen = verhaalGezin(reis.trajectId);
      const einde = stappen.slice(-3);
      await reis.verhaal(stappen.slice(0, -3));
      await reis.naar('2028-04-12');
      // The end of the plicht, the last talk and the closing reach the driver in one reading.
      for (const { opdracht } of einde) await reis.deur.verwerk(opdracht);
      await reis.wek();
    },
  },
  'opnieuw-verteld': {
    begin: '2026-09-07',
    speel: async (reis) => {
      const stappen = verhaalGezin(reis.trajectId);
      const termijn = stappen.findIndex(({ opdracht }) => opdracht.soort === 'verwerkTermijn');
      await reis.verhaal(stappen.slice(0, termijn + 1));
      // DUO takes its word back and states another day: the story is told twice more, its timers set anew.
      await reis.stap({
        op: '2026-12-07' as Stap['op'],
        opdracht: { soort: 'verwerkTermijn', gevraagdTijdstip: '', termijn: null },
      });
      await reis.stap({
        op: '2026-12-10' as Stap['op'],
        opdracht: {
          soort: 'verwerkTermijn',
          gevraagdTijdstip: '',
          termijn: {
            startOp: '2026-11-12' as Stap['op'],
            eindeOp: '2029-11-11' as Stap['op'],
          },
        },
      });
      await reis.verhaal(stappen.slice(termijn + 1));
    },
  },
};

/** A door that stays shut this long (virtual time), and opens again. */
export async function deurDicht(reis: Reisproef, ms: number): Promise<void> {
  reis.deur.dicht = true;
  reis.deur.stuurversie += 1;
  await reis.wek();
  const einde = (await reis.deur.nu()) + ms;
  while ((await reis.deur.nu()) < einde) await reis.slaap(await reis.wachtVanDeur());
  reis.deur.dicht = false;
  reis.deur.stuurversie += 1;
  await reis.wek();
  await reis.rust();
}

/** Plays a scenario and gives the history of its one run with the trail. */
export async function neemHistorieOp(
  env: TestWorkflowEnvironment,
  { begin, speel }: Scenario,
): Promise<{ historie: Historie; spoor: readonly string[] }> {
  return Reisproef.metReis(
    env,
    begin,
    async (reis) => {
      await speel(reis);
      if (reis.deur.toestand.status === 'gesloten') await reis.handle.result();
      const [historie] = await reis.histories();
      const [spoor] = [...reis.sporen.values()];
      if (historie === undefined || spoor === undefined || reis.sporen.size > 1) {
        throw new Error('Een opname heeft precies één run.');
      }
      return { historie, spoor };
    },
    { sleutels: new VasteSleutels(), trajectId: OPGENOMEN_TRAJECT, historieGrens: 50_000 },
  );
}

const trekWoningIn: Stap = {
  op: '2026-08-25' as Stap['op'],
  opdracht: { soort: 'trekFeitIn', feit: 'woning', reden: 'De verhuurder trok zich terug.' },
};
const nieuweWoning: Stap = {
  op: '2026-08-28' as Stap['op'],
  opdracht: { soort: 'legWoningVast', beschikbaarOp: '2026-09-08' as Stap['op'] },
};
const latereKennisgeving: Stap = {
  op: '2026-11-18' as Stap['op'],
  opdracht: {
    soort: 'verwerkPlicht',
    gevraagdTijdstip: '2026-11-18T08:00:00.000Z',
    feiten: {
      plichtig: true,
      beginOp: '2026-08-20' as Stap['op'],
      eindeOp: null,
      kennisgevingOp: '2026-10-05' as Stap['op'],
      redenGeenPlicht: null,
    },
  },
};

/** The stories whose journals are recorded; `teLaat`: only time passes at the end. */
export const JOURNAALVERHALEN: Readonly<Record<string, readonly Stap[]>> = {
  'asiel-b1': verhaalAsiel(OPGENOMEN_TRAJECT),
  'gezin-b1': verhaalGezin(OPGENOMEN_TRAJECT),
  'pip-te-laat': [
    ...tot(verhaalGezin(OPGENOMEN_TRAJECT), 'nodigUitVoorIntake'),
    // Comes too late to stop the alarm, and is refused by the article: no route, no PIP.
    {
      op: '2026-11-18' as Stap['op'],
      opdracht: { soort: 'stelPipVast', dagtekening: '2026-11-18' as Stap['op'] },
    },
  ],
  correctie: [
    ...tot(verhaalAsiel(OPGENOMEN_TRAJECT), 'legVerhuizingVast'),
    trekWoningIn,
    nieuweWoning,
  ],
  'kennisgeving-later': [
    ...tot(verhaalGezin(OPGENOMEN_TRAJECT), 'nodigUitVoorIntake'),
    latereKennisgeving,
  ],
  opschorting: verhaalOpschorting(OPGENOMEN_TRAJECT),
  verlenging: verhaalVerlenging(OPGENOMEN_TRAJECT),
  'feit-gecorrigeerd': verhaalHerstel(OPGENOMEN_TRAJECT),
};

/** Plays a story at the core; DUO takes every message at once. */
export function speelJournaal(stappen: readonly Stap[]): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of stappen) {
    const omgeving = omgevingOp(`${op}T09:00:00.000Z`);
    journaal.geef(opdracht, omgeving);
    for (const { meldingId } of teBezorgen(journaal.toestand)) {
      const berichtId = '00000000-0000-7000-8000-0000000000bb';
      journaal.geef({ soort: 'meldBezorgd', meldingId, berichtId }, omgeving);
    }
  }
  return journaal;
}

/** Names of the recordings in a folder. */
export function opnamenIn(map: string, achtervoegsel: string): string[] {
  if (!existsSync(map)) return [];
  return readdirSync(map)
    .filter((naam) => naam.endsWith(achtervoegsel))
    .map((naam) => naam.slice(0, -achtervoegsel.length))
    .sort();
}

export function leesOpname(map: string, bestand: string): unknown {
  return JSON.parse(readFileSync(join(map, bestand), 'utf8'));
}
