import { metFeitTijdstip } from '../keten/ordening.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import type { PlichtGebeurtenis } from './gebeurtenissen.js';

export const plichtToepassingen: Toepassingen<PlichtGebeurtenis> = {
  plichtGeregistreerd: (toestand, { gevraagdTijdstip, feiten, kennisgevingOp }, { nr, datum }) => ({
    ...metFeitTijdstip(toestand, 'plicht', gevraagdTijdstip),
    plicht: { op: datum, nr, beginOp: feiten.beginOp, kennisgevingOp },
  }),
  kennisgevingIngetrokken: (toestand, { gevraagdTijdstip }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'plicht', gevraagdTijdstip),
    plicht: null,
    ingetrokken: { ...toestand.ingetrokken, plicht: nr },
  }),
  plichtGeeindigd: (toestand, { gevraagdTijdstip, eindeOp, reden }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'plicht', gevraagdTijdstip),
    plichtEinde: { op: eindeOp, nr, reden },
  }),
  plichtHervat: (toestand, { gevraagdTijdstip }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'plicht', gevraagdTijdstip),
    plichtEinde: null,
    ingetrokken: { ...toestand.ingetrokken, plichtEinde: nr },
  }),
  doelgroepGeregistreerd: (toestand, { gevraagdTijdstip, feiten }) => ({
    ...metFeitTijdstip(toestand, 'doelgroep', gevraagdTijdstip),
    indeling: feiten.indeling,
    gedetailleerd: feiten.gedetailleerd,
  }),
};
