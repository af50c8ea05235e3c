import type { Toepassingen } from '../traject/onderwerp.js';
import type { LeerrouteGebeurtenis } from './gebeurtenissen.js';

export const leerrouteToepassingen: Toepassingen<LeerrouteGebeurtenis> = {
  leerrouteGekozen: (toestand, { gekozenOp, leerroute, niveau, intensiteitUren }, { nr }) => ({
    ...toestand,
    leerroute: { op: gekozenOp, nr, route: leerroute, niveau, intensiteitUren },
  }),
};
