import type { Toepassingen } from '../traject/onderwerp.js';
import type { SignaalGebeurtenis } from './gebeurtenissen.js';

export const signaalToepassingen: Toepassingen<SignaalGebeurtenis> = {
  duoSignaalOntvangen: (toestand, { gebeurtenisId, gemeldTijdstip, weerlegd }, { nr }) => {
    const vorige = toestand.signalen?.[gebeurtenisId];
    // Told again while it still waits: one task, the one that is there.
    const stand = vorige?.open === true ? { nr: vorige.nr, open: true } : { nr, open: !weerlegd };
    return {
      ...toestand,
      signalen: { ...toestand.signalen, [gebeurtenisId]: { ...stand, gemeldTijdstip } },
    };
  },
  duoSignaalBekeken: (toestand, { gebeurtenisId }) => {
    const stand = toestand.signalen?.[gebeurtenisId];
    return stand === undefined
      ? toestand
      : {
          ...toestand,
          signalen: { ...toestand.signalen, [gebeurtenisId]: { ...stand, open: false } },
        };
  },
};
