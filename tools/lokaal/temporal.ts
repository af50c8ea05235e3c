import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { LokaalFout, foutTekst } from './fout.js';
import { vrijePoort } from './poorten.js';
import { startProces, type LokaalProces } from './processen.js';
import { neemSlot } from './slot.js';
import { richtNamespaceIn, type Zoekattributen } from './temporal-namespace.js';
import { temporalPad } from './temporal-programma.js';

export interface TemporalOpties {
  /** Keeps the state in this folder; without it the state is in memory. */
  readonly map?: string;
  /** Preferred port; another is chosen when it is taken. */
  readonly poort?: number;
  /** Lets the time of a single workflow be forwarded (rehearsals). */
  readonly tijdSpringen?: boolean;
  readonly ui?: boolean;
  readonly zoekattributen?: Zoekattributen;
  /** How long a closed workflow is kept; the server's own default when absent. */
  readonly retentieDagen?: number;
  readonly meld?: (regel: string) => void;
}

export interface LokaleTemporal {
  /** host:port of the gRPC front-end. */
  readonly address: string;
  readonly namespace: string;
  /** Temporal's own screen, when asked for. */
  readonly uiUrl: string | undefined;
  /** Undefined for a server that was not started here. */
  readonly pid: number | undefined;
  /** Settles when the server ends by itself or by stop(); never for a server of someone else. */
  readonly einde: Promise<unknown>;
  stop(): Promise<void>;
}

export const TEMPORAL_SLOT = 'Temporal';

const TIJD_SPRINGEN = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="5ms"',
];

/**
 * Starts a real Temporal dev server on 127.0.0.1, or uses the one in TEMPORAL_ADDRESS, and returns
 * when it answers and its search attributes are registered. Throws a LokaalFout.
 */
export async function startTemporal(opties: TemporalOpties = {}): Promise<LokaleTemporal> {
  const namespace = 'default';
  const extern = process.env['TEMPORAL_ADDRESS'];
  if (extern !== undefined && extern !== '') {
    const eigenNamespace = process.env['TEMPORAL_NAMESPACE'] ?? namespace;
    await maakGereed(extern, eigenNamespace, opties, 5_000);
    return {
      address: extern,
      namespace: eigenNamespace,
      uiUrl: undefined,
      pid: undefined,
      einde: new Promise(() => undefined),
      stop: () => Promise.resolve(),
    };
  }

  const geefTerug = opties.map === undefined ? undefined : neemSlot(opties.map, TEMPORAL_SLOT);
  let proces: LokaalProces | undefined;
  try {
    const programma = await temporalPad(opties.meld);
    const server = await startServer(programma, opties);
    proces = server.proces;
    const address = `127.0.0.1:${server.poort}`;
    await maakGereed(address, namespace, opties, 30_000);
    const { pid, einde } = proces;
    return {
      address,
      namespace,
      uiUrl: server.uiPoort === undefined ? undefined : `http://127.0.0.1:${server.uiPoort}`,
      pid,
      einde,
      stop: async () => {
        await server.proces.stop();
        geefTerug?.();
      },
    };
  } catch (fout) {
    await proces?.stop();
    geefTerug?.();
    throw fout;
  }
}

interface GestarteServer {
  readonly proces: LokaalProces;
  readonly poort: number;
  readonly uiPoort: number | undefined;
}

async function startServer(programma: string, opties: TemporalOpties): Promise<GestarteServer> {
  const { map, meld } = opties;
  if (map !== undefined) mkdirSync(map, { recursive: true });
  for (let poging = 1; ; poging += 1) {
    const poort = await vrijePoort(opties.poort);
    if (opties.poort !== undefined && poort !== opties.poort) {
      meld?.(`Temporal: poort ${opties.poort} is bezet; poort ${poort} wordt gebruikt`);
    }
    const uiPoort = opties.ui === true ? await vrijePoort() : undefined;
    const args = [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(poort)],
      ...['--log-level', 'warn', '--log-format', 'json'],
      ...(uiPoort === undefined
        ? ['--headless']
        : ['--ui-port', String(uiPoort), '--ui-ip', '127.0.0.1', '--ui-disable-news-fetch']),
      ...(map === undefined ? [] : ['--db-filename', join(map, 'temporal.db')]),
      ...(opties.tijdSpringen === true ? TIJD_SPRINGEN : []).flatMap((paar) => [
        '--dynamic-config-value',
        paar,
      ]),
      ...Object.entries(opties.zoekattributen ?? {}).flatMap(([naam, soort]) => [
        '--search-attribute',
        `${naam}=${soort}`,
      ]),
    ];
    try {
      // Its own line, not a probe of the port: that could be answered by another program's server.
      const proces = await startProces(
        'Temporal',
        programma,
        args,
        {},
        {
          gereed: (regel) => regel.startsWith('Temporal Server:'),
          map: '/',
          ...(map !== undefined && { logbestand: join(map, 'temporal.log') }),
          ...(meld && { meld }),
        },
      );
      return { proces, poort, uiPoort };
    } catch (fout) {
      // Between finding the ports and listening on them another program can take one.
      const bezet = [poort, uiPoort ?? 0].map(async (p) => p !== 0 && (await vrijePoort(p)) !== p);
      if (!(await Promise.all(bezet)).includes(true) || poging === 5) throw fout;
    }
  }
}

// A server that listens does not answer every question yet: the rest of it is still coming up.
async function maakGereed(
  address: string,
  namespace: string,
  opties: TemporalOpties,
  termijnMs: number,
): Promise<void> {
  const connection = Connection.lazy({ address });
  try {
    await connection.withDeadline(Date.now() + termijnMs, () =>
      richtNamespaceIn(connection, namespace, opties),
    );
  } catch (fout) {
    throw new LokaalFout(
      `Temporal op ${address} antwoordt niet zoals verwacht: ${foutTekst(fout)}`,
    );
  } finally {
    await connection.close();
  }
}
