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
  pvtAfgerond: (toestand, { ondertekendOp, verwijtbaar }, { nr, datum }) => {
    const { verwijtbaar: _vorig, ...rest } = toestand.pvt;
    return {
      ...toestand,
      pvt: {
        ...rest,
        ondertekend: { op: ondertekendOp, nr },
        ...(verwijtbaar === undefined
          ? {}
          : { verwijtbaar: { oordeel: verwijtbaar, op: datum, nr } }),
      },
    };
  },
  pvtVerwijtbaarGemeld: (toestand, { verwijtbaar }, { nr, datum }) => ({
    ...toestand,
    pvt: { ...toestand.pvt, verwijtbaar: { oordeel: verwijtbaar, op: datum, nr } },
  }),
};
