import type { Reis } from './reis.js';

/** Schakel 4: the leerroute with PVT, MAP, hours and talks, up to DUO's message that the plicht is over. */
export async function inburgeren(reis: Reis): Promise<void> {
  await reis.tot('pipVastgesteld');
  await reis.metTermijn('INBURGERINGSTERMIJN', () =>
    reis.metTermijn('LEERROUTE_WIJZIGEN', () =>
      reis.metTermijn('VOORTGANGSGESPREK', async () => {
        await reis.tot('termijnBevestigd');
        await Promise.all([
          reis.tot('pvtAfgerond'),
          reis.als('map', 'plichtGeeindigd', () => reis.tot('mapAfgerond')),
          reis.tot('plichtGeeindigd'),
        ]);
      }),
    ),
  );
}
