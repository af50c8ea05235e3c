import type { Toepassingen } from '../traject/onderwerp.js';
import type { UrenGebeurtenis } from './gebeurtenissen.js';

export const urenToepassingen: Toepassingen<UrenGebeurtenis> = {
  cursusurenGeregistreerd: (toestand, { totEnMet, urenNt2, urenKnm }, { nr }) => ({
    ...toestand,
    uren: { totEnMet, nt2: urenNt2, knm: urenKnm, nr },
  }),
  overigeUrenGeregistreerd: (toestand, { vorm, totEnMet, uren }, { nr }) => ({
    ...toestand,
    overigeUren: { ...toestand.overigeUren, [vorm]: { totEnMet, uren, nr } },
  }),
};
