import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { verhaalGezin, type Stap } from './verhalen.js';

const op = naarDatum('2028-03-20');

const ANDERS: Partial<Record<Opdracht['soort'], readonly Opdracht[]>> = {
  verwerkLbt: [
    {
      soort: 'verwerkLbt',
      gevraagdTijdstip: '2026-10-01T09:00:00.000Z',
      resultaten: [{ afnameOp: naarDatum('2026-10-01'), resultaat: 'B1-route niet haalbaar' }],
    },
  ],
  kiesLeerroute: [
    {
      soort: 'kiesLeerroute',
      gekozenOp: naarDatum('2026-10-15'),
      leerroute: 'Z',
      motivering: 'De toets en de intake wijzen op de zelfredzaamheidsroute.',
    },
  ],
  // No exams on this route: 800 hours and the last talk with the gemeente.
  verwerkExamens: [
    { soort: 'registreerCursusuren', totEnMet: op, urenNt2: 760, urenKnm: 40, bron: 'invoer' },
    { soort: 'rondZrouteAf', afgerondOp: op },
  ],
};

/** Gezinsmigrant on the zelfredzaamheidsroute, up to the certificate that DUO registers as the end of the plicht. */
export function verhaalZroute(trajectId: string): Stap[] {
  return verhaalGezin(trajectId).flatMap((stap) =>
    (ANDERS[stap.opdracht.soort] ?? [stap.opdracht]).map((opdracht) => ({ ...stap, opdracht })),
  );
}
