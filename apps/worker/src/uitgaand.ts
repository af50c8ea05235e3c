import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { UitgaandAdapter, type UitgaandWaarnemer } from '#adapters/uitgaand/uitgaand.adapter.js';
import { leesGemeenteUitgaand } from '#adapters/uitgaand/uitgaand-configuratie.js';
import type { WorkerMetrieken } from './worker-metrieken.js';

/** Counts every attempt, and tells an operator of an end that nobody else acts on. */
export function maakUitgaandWaarnemer(
  metrieken: Pick<WorkerMetrieken, 'uitgaand'>,
  log: Pick<Logger, 'warn' | 'error'>,
): UitgaandWaarnemer {
  return (kanaal, uitkomst) => {
    const { soort } = uitkomst;
    metrieken.uitgaand.plus({ kanaal, uitkomst: soort });
    if (soort === 'gelukt') return;
    const velden = {
      actie: 'attendering',
      kanaal,
      resultaat: soort,
      ...('oorzaak' in uitkomst ? { oorzaak: uitkomst.oorzaak } : {}),
      ...('status' in uitkomst ? { status: uitkomst.status } : {}),
    };
    if (soort === 'storing') log.warn(velden);
    else log.error(velden);
  };
}

function json(map: string, naam: string): unknown {
  try {
    return JSON.parse(readFileSync(join(map, naam), 'utf8'));
  } catch {
    throw new Error(`Uitgaand-configuratie: ${naam} is geen JSON`);
  }
}

/**
 * Webhook and mail of each gemeente, from `<oin>.json` in the folder, and `ca.crt` when they have certificates of an
 * authority of their own. Without a folder nobody is told. Throws when the configuration cannot be right.
 */
export function maakUitgaand(
  map: string | undefined,
  waarnemer: UitgaandWaarnemer,
): UitgaandAdapter {
  if (map === undefined) return new UitgaandAdapter({ gemeenten: new Map() }, waarnemer);
  const oins = readdirSync(map).flatMap((naam) => /^(\d{20})\.json$/.exec(naam)?.[1] ?? []);
  const ca = join(map, 'ca.crt');
  const configuratie = {
    gemeenten: new Map(
      oins.map((oin) => [oin, leesGemeenteUitgaand(oin, json(map, `${oin}.json`))]),
    ),
    ...(existsSync(ca) ? { ca: readFileSync(ca, 'utf8') } : {}),
  };
  return new UitgaandAdapter(configuratie, waarnemer);
}
