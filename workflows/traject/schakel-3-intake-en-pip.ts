import type { Reis } from './reis.js';

/** Schakel 3: within ten weeks a PIP, then DUO's word that the termijn runs. */
export async function intakeEnPip(reis: Reis): Promise<void> {
  await reis.tot('kennisgevingOntvangen');
  await reis.metTermijn('PIP_VASTSTELLEN', async () => {
    await reis.tot('intakeAfgerond');
    await reis.tot('lbtBekend');
    await reis.tot('leerrouteGekozen');
    await reis.tot('pipVastgesteld');
  });
  await reis.tot('pipBezorgd');
  await reis.metTermijn('BEVESTIGING_DUO', () => reis.tot('termijnBevestigd'));
}

/** For an asielstatushouder the gemeente offers the course in time. */
export async function aanbodDoen(reis: Reis): Promise<void> {
  await reis.tot('pipVastgesteld');
  await reis.als('asiel', 'plichtGeeindigd', () =>
    reis.metTermijn('AANBOD_RICHTDATUM', () => reis.tot('aanbodGedaan')),
  );
}
