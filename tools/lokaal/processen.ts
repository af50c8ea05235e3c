import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { LokaalFout, foutTekst } from './fout.js';

// Runs beside the server in the same process group and waits for end-of-file on descriptor 3, which
// only this program holds open. So the server also stops when we are killed with -9, and the
// server keeps its own process id. The descriptor is closed for the server itself.
// What the server writes is for its own user only.
const WACHTER = `umask 077
(cat <&3; kill -s "$1" $$; n=0
while kill -0 $$ && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
[ -n "$2" ] && rm -rf "$2"; kill -s KILL 0) >/dev/null 2>&1 &
exec 3<&-; shift 2; exec "$@"`;

const BEWAARDE_REGELS = 30;

export type Proef = (() => Promise<boolean>) | { readonly url: string };

export interface ProcesOpties {
  /** Ready when a line of output matches, a URL answers 2xx, or a probe says so. */
  readonly gereed: ((regel: string) => boolean) | { readonly proef: Proef };
  readonly logbestand?: string;
  readonly map?: string;
  /** Runs the process as this user; only root can ask for it. */
  readonly gebruiker?: { readonly uid: number; readonly gid: number };
  readonly stopSignaal?: 'SIGTERM' | 'SIGINT';
  readonly stopTermijnMs?: number;
  readonly gereedTermijnMs?: number;
  /** Removed when this program dies without stopping the process. */
  readonly wegwerpmap?: string;
  /** Called when the process still runs, but is not ready after a second, and then every five. */
  readonly meld?: (regel: string) => void;
}

export interface ProcesEinde {
  readonly code: number | null;
  readonly signaal: NodeJS.Signals | null;
}

export interface LokaalProces {
  readonly naam: string;
  readonly pid: number;
  /** Settles when the process ends, for whatever reason. */
  readonly einde: Promise<ProcesEinde>;
  /** The last lines of output, oldest first. */
  laatsteRegels(): readonly string[];
  /** Asks the process to stop, waits, and kills its whole group in the end. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts a program in its own process group and returns when it is ready. The program ends with
 * us, however we end. Throws a LokaalFout with its last lines when it dies or is not ready in time.
 */
export async function startProces(
  naam: string,
  cmd: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  opties: ProcesOpties,
): Promise<LokaalProces> {
  const regels: string[] = [];
  const stopSignaal = opties.stopSignaal ?? 'SIGTERM';
  const wachter = [stopSignaal.slice(3), opties.wegwerpmap ?? ''];
  const kind = spawn('/bin/sh', ['-c', WACHTER, 'wachter', ...wachter, cmd, ...args], {
    cwd: opties.map,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
    ...opties.gebruiker,
  });
  const log = opties.logbestand === undefined ? undefined : openSync(opties.logbestand, 'a', 0o600);
  const einde = volgEinde(kind, log);
  const gereedRegel = new Promise<boolean>((klaar) => {
    const lees = (regel: string): void => {
      regels.push(regel);
      if (regels.length > BEWAARDE_REGELS) regels.shift();
      if (log !== undefined) schrijf(log, `${new Date().toISOString()} [${naam}] ${regel}\n`);
      if (typeof opties.gereed === 'function' && opties.gereed(regel)) klaar(true);
    };
    for (const stroom of [kind.stdout, kind.stderr]) {
      createInterface({ input: stroom as Readable }).on('line', lees);
    }
  });

  const { pid } = kind;
  if (pid === undefined) {
    const [fout] = (await once(kind, 'error')) as [Error];
    throw new LokaalFout(`${naam} kan niet worden gestart: ${fout.message}`);
  }
  let gestopt: Promise<void> | undefined;
  const proces: LokaalProces = {
    naam,
    pid,
    einde,
    laatsteRegels: () => [...regels],
    stop: () => (gestopt ??= stop(kind, pid, einde, stopSignaal, opties.stopTermijnMs ?? 10_000)),
  };
  try {
    await wachtTotGereed(proces, opties, gereedRegel);
  } catch (fout) {
    await proces.stop();
    throw fout;
  }
  return proces;
}

function schrijf(log: number, tekst: string): void {
  try {
    writeSync(log, tekst);
  } catch {
    // The log was closed because the process ended; its last lines are still in memory.
  }
}

function volgEinde(kind: ChildProcess, log: number | undefined): Promise<ProcesEinde> {
  return new Promise((klaar) => {
    kind.once('error', () => {
      klaar({ code: null, signaal: null });
    });
    kind.once('exit', (code, signaal) => {
      // Ends the watcher too; the group cannot have been reused while the watcher was in it.
      if (kind.pid !== undefined) signaalAan(-kind.pid, 'SIGKILL');
      kind.stdio[3]?.destroy();
      const sluit = (): void => {
        kind.removeListener('close', sluit);
        clearTimeout(wekker);
        if (log !== undefined) closeSync(log);
        klaar({ code, signaal });
      };
      // Closed means that the last lines were read; a runaway grandchild may keep the output open.
      const wekker = setTimeout(sluit, 2_000);
      kind.once('close', sluit);
    });
  });
}

async function wachtTotGereed(
  proces: LokaalProces,
  opties: ProcesOpties,
  gereedRegel: Promise<boolean>,
): Promise<void> {
  const { naam } = proces;
  const termijn = opties.gereedTermijnMs ?? 60_000;
  const begin = Date.now();
  const klok = afgebroken();
  const voortgang = setInterval(() => {
    const seconden = Math.round((Date.now() - begin) / 1000);
    if (seconden === 1 || seconden % 5 === 0)
      opties.meld?.(`${naam} start nog (${seconden} s) ...`);
  }, 1000);
  try {
    const uitkomst = await Promise.race([
      typeof opties.gereed === 'function' ? gereedRegel : beproef(opties.gereed.proef, klok),
      proces.einde,
      klok.na(termijn),
    ]);
    if (uitkomst === true) return;
    const reden =
      uitkomst === false
        ? `is na ${Math.round(termijn / 1000)} s nog niet gereed`
        : `stopte meteen (${uitkomst.signaal ?? `code ${String(uitkomst.code)}`})`;
    throw new LokaalFout([`${naam} ${reden}.`, ...proces.laatsteRegels().slice(-12)].join('\n  '));
  } finally {
    clearInterval(voortgang);
    klok.stop();
  }
}

function afgebroken(): { voorbij: boolean; na(ms: number): Promise<false>; stop(): void } {
  let wekker: NodeJS.Timeout | undefined;
  return {
    voorbij: false,
    na: (ms) =>
      new Promise((klaar) => {
        wekker = setTimeout(() => {
          klaar(false);
        }, ms);
      }),
    stop() {
      this.voorbij = true;
      clearTimeout(wekker);
    },
  };
}

async function beproef(proef: Proef, klok: { voorbij: boolean }): Promise<true> {
  const vraag =
    typeof proef === 'function'
      ? proef
      : async () => (await fetch(proef.url, { signal: AbortSignal.timeout(2_000) })).ok;
  while (!klok.voorbij) {
    if (await vraag().catch(() => false)) break;
    await new Promise((verder) => setTimeout(verder, 50));
  }
  return true;
}

function signaalAan(pid: number, signaal: NodeJS.Signals): void {
  try {
    process.kill(pid, signaal);
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code !== 'ESRCH') {
      process.emitWarning(`Signaal ${signaal} aan proces ${pid}: ${foutTekst(fout)}`);
    }
  }
}

async function stop(
  kind: ChildProcess,
  pid: number,
  einde: Promise<ProcesEinde>,
  signaal: NodeJS.Signals,
  termijnMs: number,
): Promise<void> {
  if (kind.exitCode !== null || kind.signalCode !== null) return;
  signaalAan(pid, signaal);
  const wekker = setTimeout(() => {
    signaalAan(-pid, 'SIGKILL');
  }, termijnMs);
  await einde;
  clearTimeout(wekker);
}
