import type { Toepassingen } from '../traject/onderwerp.js';
import type { AfrondingGebeurtenis } from './gebeurtenissen.js';

export const afrondingToepassingen: Toepassingen<AfrondingGebeurtenis> = {
  eindgesprekGevoerd: (toestand, { gevoerdOp }, { nr }) => ({
    ...toestand,
    eindgesprek: { op: gevoerdOp, nr },
  }),
  trajectGesloten: (toestand, { geslotenOp, bewarenTot }, { nr }) => ({
    ...toestand,
    status: 'gesloten',
    gesloten: { op: geslotenOp, nr, bewarenTot },
  }),
  trajectHeropend: (toestand, _gebeurtenis, { nr }) => ({
    ...toestand,
    status: 'open',
    gesloten: null,
    ingetrokken: { ...toestand.ingetrokken, gesloten: nr },
  }),
  escalatieAfgehandeld: (toestand, { termijn }, { nr }) => {
    const escalatie = toestand.escalaties[termijn];
    return escalatie === undefined
      ? toestand
      : {
          ...toestand,
          escalaties: { ...toestand.escalaties, [termijn]: { ...escalatie, afgehandeldNr: nr } },
        };
  },
};
