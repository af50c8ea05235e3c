import { metFeitTijdstip } from '../keten/ordening.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import type { IntakeGebeurtenis } from './gebeurtenissen.js';

export const intakeToepassingen: Toepassingen<IntakeGebeurtenis> = {
  intakeUitgenodigd: (toestand, { opgeroepenOp, afspraakOp }, { nr }) => ({
    ...toestand,
    uitnodiging: { op: opgeroepenOp, nr, afspraakOp },
  }),
  intakeAfgenomen: (toestand, { afgenomenOp }, { nr }) => ({
    ...toestand,
    intake: { op: afgenomenOp, nr },
  }),
  lbtAangemeld: (toestand, { aangemeldOp }, { nr }) => ({
    ...toestand,
    lbtAanmelding: { op: aangemeldOp, nr },
  }),
  lbtOntheffingVerleend: (toestand, { besluitOp }, { nr }) => ({
    ...toestand,
    lbtOntheffing: { op: besluitOp, nr },
  }),
  lbtResultaatOntvangen: (toestand, { gevraagdTijdstip, afnameOp, resultaat }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'lbt', gevraagdTijdstip),
    lbtResultaat: { op: afnameOp, nr, resultaat },
  }),
  lbtResultaatIngetrokken: (toestand, { gevraagdTijdstip }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'lbt', gevraagdTijdstip),
    lbtResultaat: null,
    ingetrokken: { ...toestand.ingetrokken, lbtResultaat: nr },
  }),
};
