import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  gewijzigd,
  TAAKWACHTRIJ,
  TRAJECT_WORKFLOW,
  trajectWorkflowId,
  type Gewijzigd,
  type TrajectInvoer,
} from '#contracts/traject.js';
import type { DossierSysteem, TeWekken } from '#dossier/systeem.js';
import { Emmer } from './emmer.js';
import type { WorkerMetrieken } from './worker-metrieken.js';

const PER_RONDE = 50;
const TEGELIJK = 10;
/** Per round and per second at most, for journeys that only a bulk action changed. */
const LAAG_PER_RONDE = 10;
const LAAG_PER_SECONDE = 20;

/** News of more journeys than this within the rest: many people are at work, and their answers go first. */
const DRUK_VANAF = 10;
const DRUK_PER_SECONDE = 15;
const DRUK_INEENS = 5;
/** However busy it is: at this pace whoever waits has heard within a minute. */
const DRUK_SECONDEN = 60;

const drukEmmer = new Emmer(DRUK_PER_SECONDE, DRUK_INEENS);
const laagEmmer = new Emmer(LAAG_PER_SECONDE, LAAG_PER_RONDE);

/**
 * Tells drivers that something changed: signal-with-start, so that a lost workflow starts and a reopened one resumes
 * (E7), but for a rehearsal, which ends with its workflow (E16). No lock is held during the signal; what was not delivered
 * is still pending in the next round. True when there may be more. `rustMs`: see `teWekken`; without it nothing is held
 * back.
 */
export async function wekRonde(
  systeem: DossierSysteem,
  client: Client,
  { gewekt }: WorkerMetrieken,
  rustMs = 0,
): Promise<boolean> {
  const wachtend = await systeem.teWekken(PER_RONDE, rustMs);
  const eerst = wachtend.slice(0, await ruimte(systeem, wachtend.length, rustMs));
  // What a bulk action changed waits for people and the chain, and never comes as a flood (E7).
  const plaats =
    eerst.length === wachtend.length && wachtend.length < PER_RONDE
      ? laagEmmer.neem(LAAG_PER_RONDE)
      : 0;
  const laag = plaats === 0 ? [] : await systeem.teWekkenLaag(plaats);
  const trajecten = [...eerst, ...laag];
  for (let begin = 0; begin < trajecten.length; begin += TEGELIJK) {
    const deel = trajecten.slice(begin, begin + TEGELIJK);
    await Promise.all(deel.map((traject) => wek(systeem, client, traject)));
  }
  gewekt.plus({}, trajecten.length);
  return eerst.length === PER_RONDE;
}

/** How many of these may be told now. */
async function ruimte(systeem: DossierSysteem, aantal: number, rustMs: number): Promise<number> {
  if (aantal === 0 || rustMs === 0) return aantal;
  const { wachtend, vers } = await systeem.drukte(rustMs);
  if (vers <= DRUK_VANAF) return aantal;
  return drukEmmer.neem(aantal, Math.max(DRUK_PER_SECONDE, wachtend / DRUK_SECONDEN));
}

async function wek(systeem: DossierSysteem, client: Client, traject: TeWekken): Promise<void> {
  const { trajectId, gemeenteId, epoche, proef, begonnen, stuurversie, wat } = traject;
  const workflowId = trajectWorkflowId(trajectId);
  const nieuws = { versie: stuurversie, wat };
  if (proef && begonnen) {
    const drijver = await seinNaarProef(client, workflowId, nieuws);
    if (drijver === 'verloren') await systeem.drijverVerloren(trajectId);
    if (drijver !== 'klaar') {
      await systeem.gewektTot(trajectId, stuurversie);
      return;
    }
  }
  const invoer: TrajectInvoer = { trajectId, gemeenteId, epoche, proef };
  await client.workflow.signalWithStart(TRAJECT_WORKFLOW, {
    workflowId,
    taskQueue: TAAKWACHTRIJ,
    args: [invoer],
    signal: gewijzigd,
    signalArgs: [nieuws],
  });
  await systeem.gewektTot(trajectId, stuurversie);
}

/**
 * Tells the driver of a rehearsal, if it lives. `klaar`: it came to its own end, so that a journey that was reopened
 * may have another. `verloren`: gone half-way; started again it would skip its time twice.
 */
async function seinNaarProef(
  client: Client,
  workflowId: string,
  nieuws: Gewijzigd,
): Promise<'gehoord' | 'klaar' | 'verloren'> {
  const handle = client.workflow.getHandle(workflowId);
  try {
    await handle.signal(gewijzigd, nieuws);
    return 'gehoord';
  } catch (fout) {
    if (!(fout instanceof WorkflowNotFoundError)) throw fout;
  }
  try {
    const { status } = await handle.describe();
    return status.name === 'COMPLETED' ? 'klaar' : 'verloren';
  } catch (fout) {
    if (!(fout instanceof WorkflowNotFoundError)) throw fout;
    return 'verloren';
  }
}
