import { naarDatum, plusDagen } from '#domain/datum/datum.js';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { berekenTermijn, type TermijnVerzoek } from '#domain/termijnen/bereken.js';
import type { Meter } from './meter.js';

const DOEL_PER_SECONDE = 100_000;
const DAGEN = 1_000;
const BEGIN = naarDatum('2025-01-01');

/** The terms that every journey has, from a thousand different days. */
function verzoeken(): TermijnVerzoek[] {
  return Array.from({ length: DAGEN }, (_, n) => plusDagen(BEGIN, n)).flatMap((dag) => [
    { termijn: 'PIP_VASTSTELLEN', feiten: { kennisgevingOp: dag, gehuisvestViaHvw28: false } },
    { termijn: 'INBURGERINGSTERMIJN', feiten: { pipDagtekening: dag } },
    { termijn: 'AANBOD_RICHTDATUM', feiten: { pipDagtekening: dag, leerroute: 'B' } },
    { termijn: 'ONTZORGEN', feiten: { rechtOpBijstandOp: dag } },
    { termijn: 'BEZWAARTERMIJN', feiten: { bekendmakingOp: dag } },
  ]);
}

/** Terms computed per second on one core, explanation included. */
export const termijn: Meter = (reeksen, { vlug, keren }) => {
  const alle = verzoeken();
  const omgeving = { kalender: STANDAARD_KALENDER };
  const ronde = (): void => {
    for (const verzoek of alle) {
      const uitkomst = berekenTermijn(verzoek, omgeving);
      if (!uitkomst.ok) throw new Error(`${verzoek.termijn}: ${uitkomst.fout.melding}`);
    }
  };
  const rondes = vlug ? 40 : 200;
  // The first hundred thousand are compiled while they run.
  for (let n = 0; n < 20; n += 1) ronde();
  for (let keer = 1; keer <= keren; keer += 1) {
    const begin = performance.now();
    for (let n = 0; n < rondes; n += 1) ronde();
    const perSeconde = (rondes * alle.length * 1_000) / (performance.now() - begin);
    reeksen.zet('termijnen met uitleg, op een kern', 'per s', perSeconde, {
      doel: { minstens: DOEL_PER_SECONDE },
    });
  }
  return Promise.resolve();
};
