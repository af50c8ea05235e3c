import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { Gebruiker } from '#tools/demo/verzoek.js';
import { LOKALE_CLIENTS } from '#tools/lokaal/gemeenten.js';
import { startOmgeving, type Omgeving, type OmgevingOpties } from '#tools/lokaal/omgeving.js';
import { gegevensElders } from '#tools/lokaal/postgres.js';

export interface Proefomgeving extends Omgeving {
  /** Everything lies in this folder. */
  readonly map: string;
  gebruiker(id: string): Gebruiker;
  /** Stops what is running, the last one started first, and removes the folder. */
  stop(): Promise<void>;
  /** Also stops this, before the rest. */
  voegToe(naam: string, stop: () => Promise<void>): void;
}

/** The whole system, with its state on disk. */
export async function startProefomgeving(
  opties: Partial<OmgevingOpties> = {},
): Promise<Proefomgeving> {
  const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-e2e-'));
  // Under root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(map, 0o711);
  const stoppers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const een of stoppers.splice(0).reverse()) await een();
    const elders = gegevensElders(join(map, 'postgres'));
    if (elders !== undefined) rmSync(elders, { recursive: true, force: true });
    rmSync(map, { recursive: true, force: true });
  };
  const voegToe = (_naam: string, een: () => Promise<void>): void => {
    stoppers.push(een);
  };
  try {
    const omgeving = await startOmgeving({ map, meld: () => undefined, voegToe, ...opties });
    return {
      ...omgeving,
      map,
      stop,
      voegToe,
      gebruiker: (id) => {
        const client = LOKALE_CLIENTS.find((een) => een.id === id);
        if (client === undefined) throw new Error(`onbekende client ${id}`);
        return new Gebruiker(omgeving.apiUrl, omgeving.issuer, client);
      },
    };
  } catch (fout) {
    await stop();
    throw fout;
  }
}

/** Asks until the answer fits; its last error or answer tells why it did not. */
export async function tot<T>(
  wat: string,
  vraag: () => Promise<T>,
  klopt: (antwoord: T) => boolean,
  termijnMs = 30_000,
): Promise<T> {
  const uiterlijk = Date.now() + termijnMs;
  let laatste: unknown;
  for (;;) {
    try {
      const antwoord = await vraag();
      if (klopt(antwoord)) return antwoord;
      laatste = JSON.stringify(antwoord);
    } catch (fout) {
      laatste = fout;
    }
    if (Date.now() > uiterlijk)
      throw new Error(`${wat} kwam niet; het laatste: ${String(laatste)}`);
    await wacht(200);
  }
}

export interface Afgelopen {
  readonly code: number;
  readonly uitvoer: string;
}

/** Runs a program to its end; output and errors together. */
export function draai(
  cmd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Afgelopen> {
  const opties = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((klaar) => {
    execFile(cmd, [...args], opties, (fout, stdout, stderr) => {
      const code = fout === null ? 0 : typeof fout.code === 'number' ? fout.code : 1;
      klaar({ code, uitvoer: `${stdout}${stderr}` });
    });
  });
}
