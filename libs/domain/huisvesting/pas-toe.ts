import type { Toepassingen } from '../traject/onderwerp.js';
import type { HuisvestingGebeurtenis } from './gebeurtenissen.js';

export const huisvestingToepassingen: Toepassingen<HuisvestingGebeurtenis> = {
  woningVastgelegd: (toestand, { beschikbaarOp }, { nr }) => ({
    ...toestand,
    woning: { op: beschikbaarOp, nr },
  }),
  verhuizingVastgelegd: (toestand, { verhuisdOp }, { nr }) => ({
    ...toestand,
    verhuizing: { op: verhuisdOp, nr },
  }),
  brpInschrijvingVastgelegd: (toestand, { ingeschrevenOp }, { nr }) => ({
    ...toestand,
    brpInschrijving: { op: ingeschrevenOp, nr },
  }),
};
