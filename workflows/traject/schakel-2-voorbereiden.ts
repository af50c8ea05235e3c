import type { Reis } from './reis.js';

/** Schakel 2, for whom comes through COA: until the person is registered in the BRP of the gemeente. */
export async function voorbereiden(reis: Reis): Promise<void> {
  await reis.als('asiel', 'ingeschrevenInBrp', () =>
    reis.metTermijn('HUISVESTING', async () => {
      await Promise.all([
        reis.tot('driegesprekGevoerd'),
        reis.tot('woningGevonden'),
        reis.tot('ingeschrevenInBrp'),
      ]);
    }),
  );
}
