import type { Toepassingen } from '../traject/onderwerp.js';
import type { UrenGebeurtenis } from './gebeurtenissen.js';

export const urenToepassingen: Toepassingen<UrenGebeurtenis> = {
  cursusurenGeregistreerd: (toestand, { totEnMet, urenNt2, urenKnm }, { nr }) => ({
    ...toestand,
    uren: { totEnMet, nt2: urenNt2, knm: urenKnm, nr },
  }),
  participatieurenGeregistreerd: (toestand, { vorm, totEnMet, uren }, { nr }) => ({
    ...toestand,
    participatie: { ...toestand.participatie, [vorm]: { totEnMet, uren, nr } },
  }),
};
