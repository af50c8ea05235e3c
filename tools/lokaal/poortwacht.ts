import { once } from 'node:events';
import { createServer } from 'node:net';

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
