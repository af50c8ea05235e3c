import type { Toepassingen } from '../traject/onderwerp.js';
import type { VoortgangGebeurtenis } from './gebeurtenissen.js';

export const voortgangToepassingen: Toepassingen<VoortgangGebeurtenis> = {
  voortgangsgesprekGevoerd: (toestand, { gevoerdOp }, { nr }) => ({
    ...toestand,
    voortgangsgesprek: {
      op: gevoerdOp,
      nr,
      aantal: (toestand.voortgangsgesprek?.aantal ?? 0) + 1,
    },
  }),
};
