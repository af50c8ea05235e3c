import type { Toepassingen } from '../traject/onderwerp.js';
import type { PvtGebeurtenis } from './gebeurtenissen.js';

export const pvtToepassingen: Toepassingen<PvtGebeurtenis> = {
  pvtGeregistreerd: (toestand, { uren, vorm }, { nr }) => ({
    ...toestand,
    pvt: {
      ...toestand.pvt,
      urenMaal100: toestand.pvt.urenMaal100 + Math.round(uren * 100),
      activiteiten: toestand.pvt.activiteiten + (vorm === 'les' ? 0 : 1),
      laatsteNr: nr,
    },
  }),
  pvtAfgerond: (toestand, { ondertekendOp }, { nr }) => ({
    ...toestand,
    pvt: { ...toestand.pvt, ondertekend: { op: ondertekendOp, nr } },
  }),
};
