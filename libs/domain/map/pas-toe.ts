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
  mapAfgerond: (toestand, { eindgesprekOp }, { nr }) => ({
    ...toestand,
    map: { ...toestand.map, eindgesprek: { op: eindgesprekOp, nr } },
  }),
};
