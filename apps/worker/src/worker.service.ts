import { Runtime } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { maakDossierActiviteiten } from '#activities/dossier/dossier.activities.js';
import { maakDossierDeur } from '#activities/dossier/dossier-deur.js';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import { Attendeerder } from '#activities/uitgaand/attendeerder.js';
import type { WorkerInstellingen } from '#config/instellingen.js';
import { maakAppDataSource, maakSysteemDataSource } from '#database/data-source.js';
import { BrpSysteem } from '#dossier/brp.js';
import { Dossier } from '#dossier/dossier.js';
import { ErkenningenSysteem } from '#dossier/erkenningen.js';
import { ReconciliatieSysteem } from '#dossier/reconciliaties.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { Metrieken, startMetriekenServer } from '#observability/metrieken.js';
import { temporalLogger } from '#observability/temporal-logger.js';
import { tracingVoorClient, tracingVoorWorker } from '#observability/temporal-tracing.js';
import { startTracing } from '#observability/tracing.js';
import { GeduldigeSleutels } from '#security/sleutels/geduldige-sleutels.js';
import { maakSleutels } from '#security/sleutels/maak-sleutels.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTemporalClient } from '#temporal/client.js';
import { maakDataConverter } from '#temporal/data-converter.js';
import { trajectWorkflowsVan } from '#temporal/trajectworkflows.js';
import { startBijwerken } from './bijwerken.js';
import { brpGemeenten, maakBrp, startBrp } from './brp.js';
import { startBulkacties } from './bulkacties.js';
import { wekRonde } from './dispatcher.js';
import { maakDuo, maakWaarnemer } from './duo.js';
import { startErkenningen } from './erkenningen.js';
import { soortVan, startLus, type Lus } from './lus.js';
import { maakNachtcontrole } from './nachtcontrole.js';
import { koppelRonde } from './postvak.js';
import { startReconciliaties } from './reconciliaties.js';
import { meetOngezien, veegRonde, wisImporten } from './sweep.js';
import { startTemporalWorker } from './temporal-worker.js';
import { maakUitgaand, maakUitgaandWaarnemer } from './uitgaand.js';
import { wisRonde } from './wissen.js';
import { maakWorkerMetrieken, type WorkerMetrieken } from './worker-metrieken.js';

const WEK_PAUZE_MS = 50;
const POST_PAUZE_MS = 100;
const IMPORT_PAUZE_MS = 60_000;
const WIS_PAUZE_MS = 2_000;
/** A person mostly does a few things after each other: the driver hears of them in one nudge. */
const WEK_RUST_MS = 500;
const VEEG_PAUZE_MS = 3_000;

/** Everything a worker runs: driver and activities, dispatcher, inbox, sweep. Stops in the reverse order. */
export class WorkerService {
  readonly #stoppers: (() => Promise<void>)[] = [];

  constructor(
    private readonly instellingen: WorkerInstellingen,
    private readonly log: Logger,
  ) {}

  async start(gereed: () => void): Promise<void> {
    const { instellingen, log } = this;
    Runtime.install({ logger: temporalLogger(log), shutdownSignals: [] });
    if (instellingen.otlpEndpoint !== undefined) {
      const tracing = startTracing({ dienst: 'worker', endpoint: instellingen.otlpEndpoint });
      this.#stoppers.push(() => tracing.stop());
    }
    const sleutels = maakSleutels(instellingen.sleutels);
    this.#stoppers.push(() => sleutels.sluit());
    const app = maakAppDataSource(instellingen.databaseUrl, { pool: 20 });
    const systeem = maakSysteemDataSource(instellingen.databaseSysteemUrl);
    // A database that is away is waited for: the loops and activities try again by themselves.
    const verbinding = startLus('database', 1_000, log, async () => {
      if (!app.isInitialized) await app.initialize();
      if (!systeem.isInitialized) await systeem.initialize();
      return false;
    });
    this.#stoppers.push(async () => {
      await verbinding.stop();
      if (app.isInitialized) await app.destroy();
      if (systeem.isInitialized) await systeem.destroy();
    });
    const benodigdheden = {
      dataSource: app,
      sleutels: sleutels.sleutels,
      zoeksleutels: new Zoeksleutels(instellingen.zoeksleutel),
    };
    const dossier = new Dossier({
      ...benodigdheden,
      openenAlsProef: instellingen.ketensimulatorUrl !== undefined,
      meld: (melding, velden) => {
        log.warn({ actie: melding, ...velden });
      },
    });
    const dataConverter = maakDataConverter(sleutels.sleutels);
    const metSporen = instellingen.otlpEndpoint !== undefined;
    const client = maakTemporalClient({
      ...instellingen.temporal,
      tls: instellingen.temporal.tls ?? false,
      dataConverter,
      ...(metSporen ? { interceptors: tracingVoorClient() } : {}),
    });
    this.#stoppers.push(() => client.connection.close());
    const metrieken = await this.startMetrieken();
    const duo = maakDuo(instellingen.duo, maakWaarnemer(metrieken, log), log);
    this.#stoppers.push(() => duo.close());
    const uitgaand = maakUitgaand(instellingen.uitgaandMap, maakUitgaandWaarnemer(metrieken, log));
    this.#stoppers.push(() => uitgaand.close());
    this.startLussen(dossier, new DossierSysteem(systeem), client, metrieken, sleutels.herstel);
    const bulk = startBulkacties({ benodigdheden, systeem, client, log });
    this.#stoppers.push(() => bulk.lus.stop());
    const bijwerken = startBijwerken({ systeem, dossier, client, metrieken, log });
    this.#stoppers.push(() => bijwerken.lus.stop());
    const vergelijkend = startReconciliaties(
      { systeem: new ReconciliatieSysteem(systeem, app), dossier, duo: duo.poort },
      log,
    );
    this.#stoppers.push(async () => {
      await Promise.all(vergelijkend.map((lus) => lus.stop()));
    });
    const erkenningen = startErkenningen(
      { systeem: new ErkenningenSysteem(systeem), duo: duo.poort, log },
      log,
    );
    this.#stoppers.push(() => erkenningen.stop());
    this.startBrp(systeem, dossier);
    const deur = maakDossierDeur(dossier);
    const { bezorg, geefBezorgingOp, haalFeiten } = new DuoActiviteitenImpl(
      deur,
      duo.poort,
      new Attendeerder(deur, uitgaand),
    );
    const geduldig = new GeduldigeSleutels(sleutels.sleutels, (fout, keer) => {
      log.warn({ actie: 'sleutels', resultaat: 'weg', keer, fout: soortVan(fout) });
    });
    const worker = startTemporalWorker({
      instellingen: instellingen.temporal,
      dataConverter: maakDataConverter(geduldig),
      activiteiten: {
        ...maakDossierActiviteiten(deur),
        ...bulk.activiteiten,
        ...bijwerken.activiteiten,
        ...maakNachtcontrole({ systeem, client, metrieken, log }),
        bezorg,
        geefBezorgingOp,
        haalFeiten,
      },
      ...(metSporen ? { interceptors: tracingVoorWorker() } : {}),
      onverteld: (aantal) => {
        metrieken.onverteld.plus({}, aantal);
      },
      log,
      gereed,
    });
    this.#stoppers.push(() => {
      geduldig.stop();
      return worker.stop();
    });
  }

  async stop(): Promise<void> {
    for (const stop of this.#stoppers.reverse()) await stop();
  }

  private startBrp(systeem: DataSource, dossier: Dossier): void {
    const { instellingen, log } = this;
    const gemeenten = brpGemeenten(instellingen.brpMap);
    if (gemeenten.size === 0) return;
    const brp = maakBrp(gemeenten);
    this.#stoppers.push(() => brp.close());
    const lussen = startBrp(
      { systeem: new BrpSysteem(systeem, [...gemeenten.keys()]), dossier, brp, log },
      log,
    );
    this.#stoppers.push(async () => {
      await Promise.all(lussen.map((lus) => lus.stop()));
    });
  }

  private startLussen(
    dossier: Dossier,
    systeem: DossierSysteem,
    client: Client,
    metrieken: WorkerMetrieken,
    herstelSleutels: () => Promise<number>,
  ): void {
    let hersteld = false;
    const lussen: Lus[] = [
      startLus('wekken', WEK_PAUZE_MS, this.log, () =>
        wekRonde(systeem, client, metrieken, WEK_RUST_MS),
      ),
      startLus('post', POST_PAUZE_MS, this.log, () => koppelRonde(systeem, dossier)),
      startLus('vegen', VEEG_PAUZE_MS, this.log, async () => {
        if (!hersteld) await herstelSleutels();
        hersteld = true;
        await systeem.klop();
        await meetOngezien(systeem, metrieken, this.log);
        return veegRonde(systeem, dossier, metrieken);
      }),
      startLus('importen', IMPORT_PAUZE_MS, this.log, () => wisImporten(systeem, dossier)),
      startLus('wissen', WIS_PAUZE_MS, this.log, () =>
        wisRonde({
          systeem,
          dossier,
          workflows: trajectWorkflowsVan(client.connection, client.options.namespace),
          log: this.log,
        }),
      ),
    ];
    this.#stoppers.push(async () => {
      await Promise.all(lussen.map((lus) => lus.stop()));
    });
  }

  private async startMetrieken(): Promise<WorkerMetrieken> {
    const metrieken = new Metrieken('worker');
    const server = await startMetriekenServer(metrieken, this.instellingen.metricsPoort);
    this.#stoppers.push(() => server.stop());
    return maakWorkerMetrieken(metrieken);
  }
}
