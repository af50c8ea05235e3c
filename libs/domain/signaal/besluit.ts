import { besloten, geweigerd } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { SignaalOpdracht } from './opdrachten.js';
import { SIGNAALREGELS } from './signalen.js';
import { signaalWacht } from './taken.js';

export const signaalBesluiten: Besluiten<SignaalOpdracht> = {
  verwerkDuoSignaal: (toestand, { gebeurtenisId, gemeldTijdstip }) => {
    const bekend = toestand.signalen?.[gebeurtenisId];
    // The same event once more, or one that was overtaken on its way.
    if (bekend !== undefined && gemeldTijdstip <= bekend.gemeldTijdstip) return besloten();
    return besloten({
      soort: 'duoSignaalOntvangen',
      gebeurtenisId,
      gemeldTijdstip,
      weerlegd: SIGNAALREGELS[gebeurtenisId].weerlegd(toestand),
    });
  },
  bekijkSignaal: (toestand, { gebeurtenisId, uitkomst, toelichting }) =>
    signaalWacht(toestand, gebeurtenisId) === null
      ? geweigerd('SIGNAAL_NIET_OPEN', 'Dit signaal van DUO wacht niet (meer) op een mens.', {
          veld: 'gebeurtenisId',
        })
      : besloten({
          soort: 'duoSignaalBekeken',
          gebeurtenisId,
          uitkomst,
          toelichting: toelichting ?? null,
        }),
};
