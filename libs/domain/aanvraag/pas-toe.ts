import type { Toepassingen } from '../traject/onderwerp.js';
import type { AanvraagStand, Toestand } from '../traject/toestand.js';
import type { AanvraagGebeurtenis } from './gebeurtenissen.js';

function met(toestand: Toestand, termijn: string, stand: AanvraagStand): Toestand {
  return { ...toestand, aanvragen: { ...toestand.aanvragen, [termijn]: stand } };
}

export const aanvraagToepassingen: Toepassingen<AanvraagGebeurtenis> = {
  aanvraagVastgelegd: (toestand, { termijn, onderwerp, ontvangenOp }, { nr }) =>
    met(toestand, termijn, { onderwerp, ontvangenOp, nr, besluit: null }),
  aanvraagGecorrigeerd: (toestand, { termijn, onderwerp, ontvangenOp }) => {
    const stand = toestand.aanvragen?.[termijn];
    return stand === undefined
      ? toestand
      : met(toestand, termijn, { ...stand, onderwerp, ontvangenOp });
  },
  besluitOpAanvraagVastgelegd: (toestand, { termijn, besluitOp }, { nr }) => {
    const stand = toestand.aanvragen?.[termijn];
    return stand === undefined
      ? toestand
      : met(toestand, termijn, { ...stand, besluit: { op: besluitOp, nr } });
  },
};
