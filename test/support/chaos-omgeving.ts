// The whole system as it runs, for specs that break it. Real: PostgreSQL, Temporal, api, worker and identity
// provider, each with its state on disk. Fake: DUO and COA are the chain simulator, a process of its own too.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { Gebruiker } from '#tools/demo/verzoek.js';
import { LOKALE_CLIENTS } from '#tools/lokaal/gemeenten.js';
import { startOmgeving, type Omgeving, type Onderdeel } from '#tools/lokaal/omgeving.js';
import { gegevensElders } from '#tools/lokaal/postgres.js';
import { Beller } from './chaos-beller.js';
import { ChaosSimulator } from './chaos-simulator.js';

export type Slachtoffer = Onderdeel | 'postgres' | 'temporal';
export const SLACHTOFFERS: readonly Slachtoffer[] = [
  'api',
  'worker',
  'ketensimulator',
  'postgres',
  'temporal',
];

const GEDULD_MS = 150_000;

/** Waits until the probe gives something; errors on the way count as "not yet". */
export async function wachtTot<T>(
  wat: string,
  proef: () => Promise<T | false | undefined>,
  { termijnMs = GEDULD_MS, pauzeMs = 150 }: { termijnMs?: number; pauzeMs?: number } = {},
): Promise<T> {
  const begin = Date.now();
  let laatste: unknown = 'nog niet';
  while (Date.now() - begin < termijnMs) {
    try {
      const uitkomst = await proef();
      if (uitkomst !== false && uitkomst !== undefined) return uitkomst;
    } catch (fout) {
      laatste = fout;
    }
    await rust(pauzeMs);
  }
  throw new Error(`${wat}: kwam niet binnen ${termijnMs} ms (${String(laatste)})`);
}

export class Chaos {
  readonly regievoerder: Beller;
  readonly coordinator: Beller;
  readonly beheerder: Beller;
  readonly simulator: ChaosSimulator;
  readonly #bellers: readonly Beller[];
  readonly #alle: Beller[] = [];
  readonly #dood = new Set<Slachtoffer>();
  #zoekbeurt = 0;

  private constructor(
    readonly omgeving: Omgeving,
    private readonly stoppers: (() => Promise<void>)[],
    private readonly map: string,
  ) {
    const beller = (id: string): Beller => {
      const client = LOKALE_CLIENTS.find((een) => een.id === id);
      if (client === undefined) throw new Error(`onbekende client ${id}`);
      const nieuw = new Beller(
        omgeving.apiUrl,
        new Gebruiker(omgeving.apiUrl, omgeving.issuer, client),
        id === 'regievoerder-regio' ? 'GM9901' : undefined,
      );
      this.#alle.push(nieuw);
      return nieuw;
    };
    this.regievoerder = beller('regievoerder-stad');
    this.coordinator = beller('coordinator-stad');
    this.beheerder = beller('beheerder-stad');
    this.#bellers = [this.regievoerder, this.coordinator, beller('regievoerder-regio')];
    this.simulator = new ChaosSimulator(omgeving.simulatorUrl);
  }

  /** Starts everything; real journeys, whose clock is that of the wall. `env`: on top of that. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<Chaos> {
    const map = mkdtempSync(join(tmpdir(), `inburgeringsregie-test-${process.pid}-chaos-`));
    // Under root PostgreSQL runs as another user, who must be able to pass.
    chmodSync(map, 0o711);
    const stoppers: (() => Promise<void>)[] = [];
    try {
      const omgeving = await startOmgeving({
        map,
        meld: () => undefined,
        voegToe: (_naam, stop) => stoppers.push(stop),
        env: {
          PROEFDRAAIEN: 'uit',
          KETENSIMULATOR_URL: '',
          API_VERZOEKEN_PER_MINUUT: '1000000',
          SIMULATOR_SS102_NA_DAGEN: '0',
          SIMULATOR_MAX_POGINGEN: '1000',
          ...env,
          ...env,
        },
      });
      return new Chaos(omgeving, stoppers, map);
    } catch (fout) {
      await ruimOp(stoppers, map);
      throw fout;
    }
  }

  stop(): Promise<void> {
    return ruimOp(this.stoppers, this.map);
  }

  /** One of three callers in turn: searches for persons are counted per caller. */
  zoeker(): Beller {
    this.#zoekbeurt += 1;
    const beller = this.#bellers[this.#zoekbeurt % this.#bellers.length];
    if (beller === undefined) throw new Error('geen beller');
    return beller;
  }

  /** The longest request of any caller so far, in milliseconds. */
  get langsteMs(): number {
    return Math.max(...this.#alle.map(({ langsteMs }) => langsteMs));
  }

  /** kill -9, and not started again yet. */
  async doodt(wie: Slachtoffer): Promise<void> {
    const pid = this.#pid(wie);
    const { einde } = this.#proces(wie);
    this.#dood.add(wie);
    process.kill(pid, 'SIGKILL');
    await einde;
  }

  /** Stops it where it is, until `ontdooi` or `doodt`. */
  bevries(wie: Slachtoffer): void {
    process.kill(this.#pid(wie), 'SIGSTOP');
  }

  ontdooi(wie: Slachtoffer): void {
    process.kill(this.#pid(wie), 'SIGCONT');
  }

  async herstart(wie: Slachtoffer): Promise<void> {
    await this.omgeving.herstart(wie);
    this.#dood.delete(wie);
  }

  /** After a test that failed half-way: the next one begins with a whole system. */
  async herstelAlles(): Promise<void> {
    for (const wie of this.#dood) await this.herstart(wie);
  }

  /** As the owner of the database, who sees every row. Only to look. */
  kijk<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.#alsEigenaar<T>(sql, parameters);
  }

  /** Lets the clock of a rehearsal run so many milliseconds ahead, from the next command on. */
  async zetKlok(trajectId: string, verzetMs: number): Promise<void> {
    await this.#alsEigenaar(
      'UPDATE traject SET klokverzet_ms = $2, aanvangsverzet_ms = $2 WHERE id = $1',
      [trajectId, Math.round(verzetMs)],
    );
  }

  async #alsEigenaar<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.omgeving.database.eigenaar });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** As an operator at Temporal, who sees and ends workflows but cannot read what is in them. */
  async bijTemporal<T>(doe: (client: Client) => Promise<T>): Promise<T> {
    const { address, namespace } = this.omgeving.temporal;
    const connection = await Connection.connect({ address });
    try {
      return await doe(new Client({ connection, namespace }));
    } finally {
      await connection.close();
    }
  }

  /** What the api could not explain and answered with 500, its earlier lives included. */
  defecten(): string[] {
    return this.logboek('api')
      .split('\n')
      .filter((regel) => regel.includes('"code":"INTERNE_FOUT"'));
  }

  /** What this part wrote, its earlier lives included. */
  logboek(onderdeel: Onderdeel): string {
    return readFileSync(join(this.omgeving.logmap, `${onderdeel}.log`), 'utf8');
  }

  gezondheid(): ReturnType<Beller['roep']> {
    return this.regievoerder.roep('GET', '/gezondheid/ready');
  }

  #pid(wie: Slachtoffer): number {
    const { pid } = this.#proces(wie);
    if (pid === undefined) throw new Error(`${wie} is van een ander en blijft leven`);
    return pid;
  }

  #proces(wie: Slachtoffer): { pid: number | undefined; einde: Promise<unknown> } {
    if (wie === 'postgres' || wie === 'temporal') return this.omgeving[wie];
    const proces = this.omgeving.processen.get(wie);
    if (proces === undefined) throw new Error(`${wie} draait niet`);
    return proces;
  }
}

async function ruimOp(stoppers: (() => Promise<void>)[], map: string): Promise<void> {
  for (let stop = stoppers.pop(); stop !== undefined; stop = stoppers.pop()) {
    await stop().catch(() => undefined);
  }
  const elders = gegevensElders(join(map, 'postgres'));
  if (elders !== undefined) rmSync(elders, { recursive: true, force: true });
  rmSync(map, { recursive: true, force: true });
}
