import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ports from which systems take the near end of outgoing connections (from 32768, or from 49152). A server that
// is killed and comes back must find its port as it left it, and any connection of anyone could have taken that one.
const EERSTE = 15_000;
const LAATSTE = 31_999;

// Programs that run at the same time look in different places first, so that no two choose the same port in the moment
// before either of them has taken it.
const PER_PROGRAMMA = 32;

const AANTAL = LAATSTE - EERSTE + 1;

let volgende = (process.pid * PER_PROGRAMMA) % AANTAL;

async function isVrij(port: number, host?: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) });
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

/** Free for who listens on this machine alone and for who listens on every address. */
const isOveralVrij = async (poort: number): Promise<boolean> =>
  (await isVrij(poort, '127.0.0.1')) && (await isVrij(poort));

/**
 * A port that is free now; `voorkeur` when that one is free. This program is given no port twice, and no outgoing
 * connection takes it while it is free, so whoever stops and comes back finds it again. Throws when none is left.
 */
export async function vrijePoort(voorkeur?: number): Promise<number> {
  if (voorkeur !== undefined && voorkeur !== 0 && (await isOveralVrij(voorkeur))) return voorkeur;
  for (let poging = 0; poging < AANTAL; poging += 1) {
    const poort = EERSTE + volgende;
    volgende = (volgende + 1) % AANTAL;
    if (await isOveralVrij(poort)) return poort;
  }
  throw new Error(`Geen vrije poort van ${EERSTE} tot en met ${LAATSTE}.`);
}

/**
 * Takes this port for as long as the program lives; false when another has it. Two starts at the same moment would both
 * find a port free that neither has taken yet, so who holds the guard may have the ports that people know by heart. The
 * system gives it back however the program ends.
 */
export async function houdPoort(poort: number): Promise<boolean> {
  const wacht = createServer().unref();
  try {
    wacht.listen({ host: '127.0.0.1', port: poort, exclusive: true });
    await once(wacht, 'listening');
    return true;
  } catch {
    return false;
  }
}
