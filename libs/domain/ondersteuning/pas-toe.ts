import type { Toepassingen } from '../traject/onderwerp.js';
import type { OndersteuningGebeurtenis } from './gebeurtenissen.js';

export const ondersteuningToepassingen: Toepassingen<OndersteuningGebeurtenis> = {
  bijstandVastgelegd: (toestand, { op, toegekend }, { nr }) => ({
    ...toestand,
    bijstand: { op, nr, toegekend },
  }),
  regelingenAfgerond: (toestand, { afgerondOp }, { nr }) => ({
    ...toestand,
    regelingen: { op: afgerondOp, nr },
  }),
  begeleidingGestart: (toestand, { gestartOp }, { nr }) => ({
    ...toestand,
    begeleiding: { op: gestartOp, nr },
  }),
  ontzorgenIngericht: (toestand, { ingerichtOp }, { nr }) => ({
    ...toestand,
    ontzorgenIngericht: { op: ingerichtOp, nr },
  }),
  ontzorgenAfgerond: (toestand, { afgerondOp }, { nr }) => ({
    ...toestand,
    ontzorgenAfgerond: { op: afgerondOp, nr },
  }),
};
