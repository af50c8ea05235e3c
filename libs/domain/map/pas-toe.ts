import type { Toepassingen } from '../traject/onderwerp.js';
import type { MapGebeurtenis } from './gebeurtenissen.js';

export const mapToepassingen: Toepassingen<MapGebeurtenis> = {
  mapGeregistreerd: (toestand, { uren }, { nr }) => ({
    ...toestand,
    map: {
      ...toestand.map,
      urenMaal100: toestand.map.urenMaal100 + Math.round(uren * 100),
      laatsteNr: nr,
    },
  }),
  mapAfgerond: (toestand, { eindgesprekOp, verwijtbaar }, { nr, datum }) => {
    const { verwijtbaar: _vorig, ...rest } = toestand.map;
    return {
      ...toestand,
      map: {
        ...rest,
        eindgesprek: { op: eindgesprekOp, nr },
        ...(verwijtbaar === undefined
          ? {}
          : { verwijtbaar: { oordeel: verwijtbaar, op: datum, nr } }),
      },
    };
  },
  mapVerwijtbaarGemeld: (toestand, { verwijtbaar }, { nr, datum }) => ({
    ...toestand,
    map: { ...toestand.map, verwijtbaar: { oordeel: verwijtbaar, op: datum, nr } },
  }),
};
