import { verouderd } from '../keten/ordening.js';
import { besloten } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { geslaagdeOnderdelen } from './pas-toe.js';
import type { ExamenOpdracht } from './opdrachten.js';

export const examenBesluiten: Besluiten<ExamenOpdracht> = {
  verwerkExamens: (toestand, { gevraagdTijdstip, resultaten }) => {
    const nee = verouderd(toestand, 'examens', gevraagdTijdstip);
    if (nee) return nee;
    const bekend = toestand.examens;
    const gelijk =
      (bekend?.aantal ?? 0) === resultaten.length &&
      (bekend?.geslaagd ?? []).join() === geslaagdeOnderdelen(resultaten).join();
    return gelijk
      ? besloten()
      : besloten({ soort: 'examenresultatenOntvangen', gevraagdTijdstip, resultaten });
  },
};
