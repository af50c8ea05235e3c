import type { Toepassingen } from '../traject/onderwerp.js';
import type { AttenderingBesloten } from './attendering.js';

export const uitgaandToepassingen: Toepassingen<AttenderingBesloten> = {
  attenderingBesloten: (toestand, { meldingId, baan }, { nr }) => ({
    ...toestand,
    berichten: {
      ...toestand.berichten,
      [meldingId]: {
        soort: 'ATTENDERING',
        baan,
        nr,
        status: 'open',
        statusNr: nr,
        bezorgdOp: null,
      },
    },
  }),
};
