import type { Reis } from './reis.js';

/** Schakel 5: DUO's end of the plicht, the last talk, the closing of the file. */
export async function afronden(reis: Reis): Promise<void> {
  await reis.tot('plichtGeeindigd');
  await reis.tot('trajectGesloten');
}
