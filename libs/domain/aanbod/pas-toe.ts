import type { Toepassingen } from '../traject/onderwerp.js';
import type { AanbodGebeurtenis } from './gebeurtenissen.js';

export const aanbodToepassingen: Toepassingen<AanbodGebeurtenis> = {
  aanbodGedaan: (toestand, { aanbodOp, startOp, instellingsnummer }, { nr }) => ({
    ...toestand,
    aanbod: { op: aanbodOp, nr, startOp, instellingsnummer },
  }),
};
