import { setTimeout as wacht } from 'node:timers/promises';
import type { DossierSysteem, TeWekken } from '#dossier/systeem.js';
import type { TrajectWorkflows } from '#temporal/trajectworkflows.js';

const PER_BLADZIJDE = 500;
const MELD_MS = 1_000;

export interface HerstelOpties {
  readonly systeem: Pick<DossierSysteem, 'openTrajecten' | 'nieuweDrijver'>;
  readonly workflows: Pick<TrajectWorkflows, 'loopt' | 'stootAan'>;
  /** Drivers to start per second at most: each costs the server and the worker their first task. */
  readonly perSeconde: number;
  /** Also journeys whose workflow runs: after a restore of an old database of Temporal. */
  readonly alles: boolean;
  readonly meld: (regel: string) => void;
}

export interface HerstelUitkomst {
  readonly gestart: number;
  /** Left alone: the driver is there. */
  readonly liep: number;
  /** Rehearsals without a workflow: they have ended (E16). */
  readonly proefVerloren: number;
}

/** Open journeys in order of id, page by page. */
export async function* openTrajecten(
  systeem: Pick<DossierSysteem, 'openTrajecten'>,
): AsyncIterable<TeWekken> {
  let na: string | null = null;
  for (;;) {
    const bladzijde: TeWekken[] = await systeem.openTrajecten(na, PER_BLADZIJDE);
    yield* bladzijde;
    na = bladzijde.at(-1)?.trajectId ?? null;
    if (na === null) return;
  }
}

/**
 * Gives every open journey without a running workflow a new driver: a higher epoche, and the dispatcher of the worker
 * starts it. May be broken off and done again: what runs is left alone, unless `alles`. A rehearsal is never started
 * again, since it could skip its time twice (E16).
 */
export async function herstel(opties: HerstelOpties): Promise<HerstelUitkomst> {
  const { systeem, workflows, perSeconde, alles, meld } = opties;
  const tel = { gestart: 0, liep: 0, proefVerloren: 0 };
  const begin = Date.now();
  let gemeld = begin;
  for await (const { trajectId, proef } of openTrajecten(systeem)) {
    const loopt = (!alles || proef) && (await workflows.loopt(trajectId));
    if (loopt) tel.liep += 1;
    else if (proef) tel.proefVerloren += 1;
    else {
      const teVroeg = begin + (tel.gestart / perSeconde) * 1_000 - Date.now();
      if (teVroeg > 0) await wacht(teVroeg);
      await systeem.nieuweDrijver(trajectId);
      await workflows.stootAan(trajectId);
      tel.gestart += 1;
    }
    if (Date.now() - gemeld < MELD_MS) continue;
    gemeld = Date.now();
    meld(`${tel.gestart} gestart, ${tel.liep} liepen al; tot en met traject ${trajectId}`);
  }
  return tel;
}
