// One gezinsmigrant of whom DUO answers with a fault: what the file shows meanwhile, and a clock for what waits.
import { wachtTot, type Chaos } from './chaos-omgeving.js';
import { ChaosReis } from './chaos-reis.js';
import { trajectWorkflowId } from '#contracts/traject.js';

export interface Bericht {
  readonly meldingId: string;
  readonly soort: string;
  readonly status: string;
  readonly pogingen: number;
  readonly foutteksten: readonly string[];
  readonly oorzaak: string | null;
}

export interface Herstel {
  readonly id: string;
  readonly onderwerp: string;
}

export interface Post {
  readonly id: string;
  readonly status: string;
  readonly reden: string | null;
}

export type Activiteit = 'bezorg' | 'haalFeiten';

export class StoringReis extends ChaosReis {
  /** Found by the first notification: searches for persons are counted. */
  override gezocht(): Promise<string> {
    return wachtTot(
      'het traject van een persoon',
      async () => {
        const { notificaties } = await this.chaos.simulator.lees(this.persoonId);
        const [rij] = await this.chaos.kijk<{ traject_id: string | null }>(
          'SELECT traject_id FROM postvak WHERE bericht_id = $1',
          [notificaties[0]?.berichtId],
        );
        return rij?.traject_id ?? undefined;
      },
      { pauzeMs: 300 },
    );
  }

  async tot(stap: string): Promise<this> {
    for (const [naam, doe] of this.totPip()) {
      await doe();
      if (naam === stap) break;
    }
    return this;
  }

  async berichten(soort: string): Promise<readonly Bericht[]> {
    const pad = `/trajecten/${this.trajectId}/berichten`;
    const alle = await this.chaos.regievoerder.zeker<readonly Bericht[]>('GET', pad);
    return alle.filter((een) => een.soort === soort);
  }

  /** The one PIP of this journey, once it is as asked. */
  pip(wat: string, klopt: (bericht: Bericht) => boolean): Promise<Bericht> {
    return wachtTot(
      `het PIP ${wat}`,
      async () => (await this.berichten('PIP_AANLEVEREN')).find(klopt),
      { pauzeMs: 60 },
    );
  }

  async hersteltaken(): Promise<readonly Herstel[]> {
    const pad = `/taken?trajectId=${this.trajectId}&soort=bericht-herstellen`;
    return this.chaos.coordinator.zeker('GET', pad);
  }

  /** A person looked at DUO and has it sent once more. */
  async biedOpnieuwAan(): Promise<void> {
    const [taak] = await this.hersteltaken();
    if (taak === undefined) throw new Error('er is geen hersteltaak');
    await this.chaos.coordinator.zeker('POST', `/taken/${taak.id}/afronding`, {
      body: { uitkomst: { soort: 'biedOpnieuwAan', meldingId: taak.onderwerp } },
    });
  }

  /** Statuses DUO gave to what was sent about the PIP, oldest first. */
  async pipsVerstuurd(): Promise<string[]> {
    const alle = await this.chaos.simulator.ontvangen(this.persoonId);
    return alle.filter(({ api }) => api === 'PIP').map((b) => `${b.methode} ${b.status}`);
  }

  /** Facts that wait in the inbox for DUO, and how they ended. */
  async post(gebeurtenisId: string): Promise<readonly Post[]> {
    return this.chaos.kijk(
      `SELECT id, status, reden FROM postvak WHERE traject_id = $1 AND gebeurtenis_id = $2
        ORDER BY ontvangen_tijdstip`,
      [this.trajectId, gebeurtenisId],
    );
  }

  /** Seconds from the last attempt to the next; undefined while none waits. */
  wacht(soort: Activiteit): Promise<number | undefined> {
    return this.chaos.bijTemporal(async ({ workflow }) => {
      const { raw } = await workflow.getHandle(trajectWorkflowId(this.trajectId)).describe();
      const een = raw.pendingActivities?.find(({ activityType }) => activityType?.name === soort);
      const laatst = een?.lastAttemptCompleteTime?.seconds;
      const straks = een?.nextAttemptScheduleTime?.seconds;
      // Temporal leaves out, or gives null for, what there is not.
      return laatst && straks ? Number(straks) - Number(laatst) : undefined;
    });
  }

  /** An attempt failed, and another one waits; gives the seconds between them. */
  wachtOpnieuw(soort: Activiteit): Promise<number> {
    return wachtTot(`${soort} wacht op een volgende poging`, () => this.wacht(soort), {
      pauzeMs: 60,
    });
  }

  /**
   * As if the time for the next attempt had come: the claim of the last one is over, and Temporal tries now. A real
   * journey has the clock of the wall, and no test waits for that.
   */
  async spoelDoor(soort: Activiteit): Promise<void> {
    await this.chaos.kijk(
      `UPDATE bericht SET huur_tot = clock_timestamp() - interval '1 second'
        WHERE traject_id = $1 AND huur_tot > clock_timestamp()`,
      [this.trajectId],
    );
    await this.chaos.bijTemporal(async ({ workflowService, options: { namespace } }) => {
      await workflowService.resetActivity({
        namespace,
        execution: { workflowId: trajectWorkflowId(this.trajectId) },
        type: soort,
      });
    });
  }

  /** Has Temporal try again as often as it takes. */
  async spoelDoorTot(soort: Activiteit, klaar: () => Promise<boolean>): Promise<void> {
    await wachtTot(
      `${soort} klaar`,
      async () => {
        if (await klaar()) return true;
        if ((await this.wacht(soort)) !== undefined) await this.spoelDoor(soort);
        return false;
      },
      { pauzeMs: 250 },
    );
  }

  /** The notifications that wait came over an hour ago. */
  async uurVerder(): Promise<void> {
    await this.chaos.kijk(
      `UPDATE postvak SET ontvangen_tijdstip = ontvangen_tijdstip - interval '61 minutes'
        WHERE traject_id = $1 AND status = 'gekoppeld'`,
      [this.trajectId],
    );
  }
}

/** So many journeys up to a step, a few at a time. */
export async function bereid(
  chaos: Chaos,
  nummers: readonly number[],
  stap: string,
): Promise<StoringReis[]> {
  const reizen = nummers.map((nummer) => new StoringReis(chaos, nummer));
  const rij = [...reizen];
  const baan = async (): Promise<void> => {
    for (let reis = rij.shift(); reis !== undefined; reis = rij.shift()) await reis.tot(stap);
  };
  await Promise.all(Array.from({ length: 6 }, baan));
  return reizen;
}
