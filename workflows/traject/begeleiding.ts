import type { Reis } from './reis.js';

/** Maatschappelijke begeleiding starts with the registration in the BRP. */
export async function begeleiden(reis: Reis): Promise<void> {
  await reis.tot('ingeschrevenInBrp');
  await reis.als('asiel', 'plichtGeeindigd', () => reis.tot('begeleidingGestart'));
}
