import type { Reis } from './reis.js';

/** Six months in which the gemeente pays fixed costs out of the bijstand. */
export async function ontzorgen(reis: Reis): Promise<void> {
  await reis.als('ontzorgen', 'plichtGeeindigd', () =>
    reis.metTermijn('ONTZORGEN', () => reis.tot('ontzorgenAfgerond')),
  );
}
