import type { Toepassingen } from '../traject/onderwerp.js';
import type { ZrouteGebeurtenis } from './gebeurtenissen.js';

export const zrouteToepassingen: Toepassingen<ZrouteGebeurtenis> = {
  zrouteAfgerond: (toestand, { afgerondOp }, { nr }) => ({
    ...toestand,
    zroute: { op: afgerondOp, nr },
  }),
};
