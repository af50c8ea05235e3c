import type { Toepassingen } from '../traject/onderwerp.js';
import type { WissingGebeurtenis } from './gebeurtenissen.js';

export const wissingToepassingen: Toepassingen<WissingGebeurtenis> = {
  tenOnrechteOntvangen: (toestand, { reden }, { nr, datum }) => ({
    ...toestand,
    status: 'gesloten',
    // Nothing is kept, so there is no day until which.
    gesloten: { op: datum, nr, bewarenTot: null },
    tenOnrechte: { op: datum, nr, reden },
  }),
};
