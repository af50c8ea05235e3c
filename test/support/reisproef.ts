// One journey on a time-skipping Temporal server. Real: server, worker, bundle, codec, activities, core.
// Fake: the door lies in memory, DUO takes everything.
import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type InjectedSinks, type WorkflowBundle } from '@temporalio/worker';
import { maakDossierActiviteiten } from '#activities/dossier/dossier.activities.js';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import type { DuoFake } from '#adapters/duo/duo-fake.adapter.js';
import {
  gewijzigd,
  stand,
  TRAJECT_WORKFLOW,
  trajectWorkflowId,
  type DossierActiviteiten,
  type DuoActiviteiten,
  type Stand,
  type StuurVraag,
  type TrajectInvoer,
} from '#contracts/traject.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import type { SleutelPort } from '#security/sleutels/sleutel.port.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import type { SpoorSinks } from '#workflows/shared/spoor.js';
import { testBundel } from './bundel.js';
import { laatDuoWeten, meegaandeDuo } from './duo-verhaal.js';
import { GeheugenDeur } from './geheugen-deur.js';
import { Kijker } from './kijker.js';
import { Lezingpoort } from './lezingpoort.js';
import type { Stap } from './verhalen.js';

export type Historie = temporal.api.history.v1.IHistory;

export interface Reiskeuze {
  readonly trajectId?: string;
  readonly historieGrens?: number;
  readonly proef?: boolean;
  readonly proefGrens?: number;
  readonly sleutels?: SleutelPort;
  /** Another bundle than that of the sources: one with a planted mistake. */
  readonly bundel?: WorkflowBundle;
}

const GEMEENTE = '00000000-0000-7000-8000-00000000000a';
const WACHTRIJ = 'reisproef';
const IDENTITEIT = 'proef';
/** Steps are given at this hour (UTC), well inside the civil day in Amsterdam. */
const UUR_VAN_DE_STAP = 'T09:00:00.000Z';

/** The sink of the trail: gets every verb of every workflow, in order. */
export function spoorSinks(
  meld: (workflowId: string, runId: string, naam: string) => void,
  callDuringReplay: boolean,
): InjectedSinks<SpoorSinks> {
  return {
    spoor: {
      stap: {
        fn: ({ workflowId, runId }, naam) => {
          meld(workflowId, runId, naam);
        },
        callDuringReplay,
      },
    },
    // Only called when a term was left to the safety net: then the trail says so.
    telling: {
      onverteld: {
        fn: ({ workflowId, runId }, aantal) => {
          meld(workflowId, runId, `onverteld:${aantal}`);
        },
        callDuringReplay,
      },
    },
  };
}

export class Reisproef {
  readonly trajectId: string;
  /** The trail of each run, oldest run first. */
  readonly sporen = new Map<string, string[]>();
  /** Run after every coming to rest, when set: to compare with a fresh workflow, for instance. */
  bijRust: (() => Promise<void>) | null = null;
  private readonly poort = new Lezingpoort();
  private readonly kijkers = new Map<string, Kijker>();
  /** Deliveries and fetches under way, and the readings there were when the last one ended. */
  private bezig = 0;
  private lezingNa = 0;

  private constructor(
    private readonly env: TestWorkflowEnvironment,
    private readonly client: Client,
    readonly deur: GeheugenDeur,
    readonly duo: DuoFake,
    private readonly keuze: Reiskeuze,
  ) {
    this.trajectId = keuze.trajectId ?? randomUUID();
  }

  /** Runs `doe` with a journey whose clock stands on `begin`, then stops worker and server. */
  static async metReis<T>(
    env: TestWorkflowEnvironment,
    begin: string,
    doe: (reis: Reisproef) => Promise<T>,
    keuze: Reiskeuze = {},
  ): Promise<T> {
    const sleutels = keuze.sleutels ?? new SleutelsInGeheugen();
    const dataConverter = maakDataConverter(sleutels);
    const client = new Client({ connection: env.connection, dataConverter, identity: IDENTITEIT });
    const verzetMs = Date.parse(`${begin}T08:00:00.000Z`) - (await env.currentTimeMs());
    const deur = new GeheugenDeur({ nuMs: () => env.currentTimeMs(), verzetMs });
    const reis = new Reisproef(env, client, deur, meegaandeDuo(), keuze);
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: WACHTRIJ,
      identity: IDENTITEIT,
      dataConverter,
      activities: { ...reis.activiteiten() },
      workflowBundle: keuze.bundel ?? (await testBundel()),
      sinks: spoorSinks((workflowId, runId, naam) => {
        if (workflowId !== reis.workflowId) return;
        const spoor = reis.sporen.get(runId) ?? [];
        reis.sporen.set(runId, [...spoor, naam]);
      }, false),
      shutdownForceTime: '2 seconds',
    });
    return worker.runUntil(doe(reis)).finally(() => env.teardown());
  }

  get workflowId(): string {
    return trajectWorkflowId(this.trajectId);
  }

  get handle(): WorkflowHandle {
    return this.client.workflow.getHandle(this.workflowId);
  }

  /** From now on run after every reading of the driver, which stands still meanwhile. */
  naElkeLezing(kijk: () => Promise<void>): void {
    this.poort.kijk = kijk;
  }

  /** Gives the step on its day, wakes the driver and waits until all is at rest. */
  async stap({ op, opdracht }: Stap): Promise<void> {
    await this.naar(op);
    await this.geef(opdracht);
    await this.wek();
    await this.rust();
  }

  async verhaal(stappen: readonly Stap[]): Promise<void> {
    for (const stap of stappen) await this.stap(stap);
  }

  /** Gives the opdracht without waking the driver: a person's at the door, DUO's as a waiting notification. */
  async geef(opdracht: Opdracht): Promise<void> {
    const bron = laatDuoWeten(this.duo, opdracht);
    if (bron !== null) {
      this.deur.meldWachtend(bron);
      return;
    }
    const weigering = await this.deur.verwerk(opdracht);
    if (weigering !== null) throw new Error(`${opdracht.soort}: ${weigering.code}`);
  }

  /** What the dispatcher does: a nudge that starts the workflow when it is not there (E7). */
  async wek(): Promise<void> {
    if (this.deur.gezien >= this.deur.stuurversie) return;
    await this.client.workflow.signalWithStart(TRAJECT_WORKFLOW, {
      workflowId: this.workflowId,
      taskQueue: WACHTRIJ,
      args: [this.invoer()],
      signal: gewijzigd,
      signalArgs: [{ versie: this.deur.stuurversie, wat: [] }],
    });
  }

  /** Skips to the hour of steps on this civil day, halting wherever a timer rings. */
  async naar(dag: string): Promise<void> {
    const doel = Date.parse(`${dag}${UUR_VAN_DE_STAP}`);
    for (;;) {
      const nu = await this.deur.nu();
      if (nu >= doel) return;
      const wekker = this.eersteWekkerMs();
      const halte = wekker !== null && wekker > nu && wekker < doel ? wekker + 1_000 : doel;
      await this.env.sleep(Math.min(halte, doel) - nu);
      if (this.deur.journaal.groepen.length > 0) await this.rust();
    }
  }

  /** Waits until the driver sleeps before a shut door; how long it will, in milliseconds. */
  async wachtVanDeur(): Promise<number> {
    for (let keer = 0; keer < 1_000; keer += 1) {
      const [historie] = await this.histories();
      const gezet = historie?.events?.at(-1)?.timerStartedEventAttributes;
      if (gezet) return Number(gezet.startToFireTimeout?.seconds ?? 0) * 1_000;
      await wacht(20);
    }
    throw new Error('De drijver wacht niet bij de deur.');
  }

  slaap(ms: number): Promise<void> {
    return this.env.sleep(ms);
  }

  /** The test server loses a question asked while a run goes over into the next: then it is asked again. */
  async stand(handle: WorkflowHandle = this.handle): Promise<Stand> {
    for (let keer = 0; ; keer += 1) {
      try {
        const antwoord = () => handle.query(stand);
        const nu = await this.client.withDeadline(Date.now() + 1_500, antwoord);
        // Before its first reading a driver knows nothing yet.
        if (nu.versie >= this.deur.gezien) return nu;
      } catch (fout) {
        if (keer > 20) throw fout;
      }
      if (keer > 20) throw new Error('De drijver staat op een oude lezing.');
      await wacht(10);
    }
  }

  /** Waits until the driver has seen everything and nothing is under way. */
  async rust(): Promise<void> {
    for (let keer = 0; ; keer += 1) {
      this.poort.controleer();
      const rijp = await this.isWekkerRijp();
      const stil = this.poort.isStil;
      if (!rijp && stil && this.isDoorgelezen()) break;
      if (keer > 1_000)
        throw new Error(`Komt niet tot rust: ${JSON.stringify(await this.stand())}`);
      if (rijp && stil) await this.env.sleep(1_000);
      else await wacht(5);
    }
    if (this.isGesloten() || this.keuze.historieGrens === 1) return;
    await this.stand();
    await this.bijDeRust();
  }

  private isDoorgelezen(): boolean {
    const { stuurversie, gezien, lezingen } = this.deur;
    const { berichten, ophalen } = this.deur.kijk();
    const klaar = this.bezig === 0 && lezingen.length > this.lezingNa;
    return gezien >= stuurversie && klaar && berichten.length === 0 && ophalen.length === 0;
  }

  private async isWekkerRijp(): Promise<boolean> {
    const wekker = this.eersteWekkerMs();
    return wekker !== null && wekker <= (await this.deur.nu());
  }

  private async bijDeRust(): Promise<void> {
    const { bijRust } = this;
    if (bijRust === null) return;
    this.bijRust = null;
    await bijRust().finally(() => {
      this.bijRust = bijRust;
    });
  }

  /** Waits until the driver has read so many times. */
  async wachtOpLezing(aantal: number): Promise<void> {
    for (let keer = 0; this.deur.lezingen.length < aantal; keer += 1) {
      if (keer > 1_000) throw new Error('De drijver leest niet.');
      await wacht(5);
    }
  }

  /** How a workflow that starts this moment from nothing would stand. */
  async verseStand(): Promise<Stand> {
    const kijker = new Kijker(() => this.deur.kijk());
    const { trajectId } = kijker;
    this.kijkers.set(trajectId, kijker);
    const handle = await this.client.workflow.start(TRAJECT_WORKFLOW, {
      workflowId: trajectWorkflowId(trajectId),
      taskQueue: WACHTRIJ,
      args: [{ ...this.invoer(), trajectId }],
    });
    const vers = await this.stand(handle);
    await kijker.ga(handle, vers);
    return vers;
  }

  /** Terminates the workflow and starts one anew, as recovery does (E13). */
  async beginOpnieuw(): Promise<void> {
    await this.handle.terminate();
    this.deur.epoche += 1;
    await this.client.workflow.start(TRAJECT_WORKFLOW, {
      workflowId: this.workflowId,
      taskQueue: WACHTRIJ,
      args: [this.invoer()],
    });
    await this.rust();
  }

  /** The histories of all runs of this journey's workflow, oldest first. */
  histories(): Promise<Historie[]> {
    const { workflow } = this.client;
    return Promise.all(
      [...this.sporen.keys()].map((runId) =>
        workflow.getHandle(this.workflowId, runId).fetchHistory(),
      ),
    );
  }

  invoer(): TrajectInvoer {
    const { historieGrens, proefGrens, proef = false } = this.keuze;
    return {
      trajectId: this.trajectId,
      gemeenteId: GEMEENTE,
      epoche: this.deur.epoche,
      proef,
      ...(historieGrens === undefined ? {} : { historieGrens }),
      ...(proefGrens === undefined ? {} : { proefGrens }),
    };
  }

  private isGesloten(): boolean {
    return this.deur.journaal.groepen.length > 0 && this.deur.toestand.status === 'gesloten';
  }

  private eersteWekkerMs(): number | null {
    if (this.deur.journaal.groepen.length === 0) return null;
    const verzet = this.deur.verzetMs;
    const wekkers = this.deur.kijk().termijnen.map((t) => Date.parse(t.wekkerTijdstip) + verzet);
    return wekkers.length === 0 ? null : Math.min(...wekkers);
  }

  private activiteiten(): DossierActiviteiten & DuoActiviteiten {
    const dossier = maakDossierActiviteiten(this.deur);
    const keten = new DuoActiviteitenImpl(this.deur, this.duo.poort);
    const alsDrijver =
      <V extends StuurVraag, A>(doe: (vraag: V) => Promise<A>, niets: A) =>
      (vraag: V): Promise<A> => {
        const kijker = this.kijkers.get(vraag.trajectId);
        if (kijker !== undefined) return kijker.bel().then(() => niets);
        this.bezig += 1;
        return this.poort
          .door(() => doe(vraag))
          .finally(() => {
            this.bezig -= 1;
            this.lezingNa = this.deur.lezingen.length;
          });
      };
    return {
      leesStuur: async (vraag) => {
        const kijker = this.kijkers.get(vraag.trajectId);
        if (kijker !== undefined) return kijker.lees();
        const stuur = await dossier.leesStuur(vraag);
        this.poort.gelezen();
        return stuur;
      },
      bezorg: alsDrijver(keten.bezorg, 'vervallen'),
      geefBezorgingOp: alsDrijver(keten.geefBezorgingOp, undefined),
      haalFeiten: alsDrijver(keten.haalFeiten, undefined),
    };
  }
}
