import type { TrajectInvoer } from '#contracts/traject.js';
import { Reis, type Afloop } from './reis.js';
import { aanbodDoen, intakeEnPip } from './schakel-3-intake-en-pip.js';
import { voorbereiden } from './schakel-2-voorbereiden.js';
import { inburgeren } from './schakel-4-inburgeren.js';
import { afronden } from './schakel-5-afronden.js';
import { begeleiden } from './begeleiding.js';
import { ontzorgen } from './ontzorgen.js';

/** One journey in time, from the first message to the closing of the file. */
export async function traject(invoer: TrajectInvoer): Promise<Afloop> {
  const reis = new Reis(invoer);
  return reis.vertel(async () => {
    await Promise.all([
      voorbereiden(reis),
      intakeEnPip(reis),
      aanbodDoen(reis),
      begeleiden(reis),
      ontzorgen(reis),
      inburgeren(reis),
      afronden(reis),
    ]);
  });
}
