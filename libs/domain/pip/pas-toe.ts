import { metFeitTijdstip } from '../keten/ordening.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import type { PipGebeurtenis } from './gebeurtenissen.js';

export const pipToepassingen: Toepassingen<PipGebeurtenis> = {
  pipOpgesteld: (toestand, { opgesteldOp, alfabetisering, voortgangsgesprekMaanden }, { nr }) => ({
    ...toestand,
    pip: {
      ...toestand.pip,
      concept: { op: opgesteldOp, nr },
      alfabetisering,
      voortgangsgesprekMaanden,
    },
  }),
  pipVastgesteld: (toestand, { dagtekening, meldingId }, { nr }) => ({
    ...toestand,
    pip: {
      ...toestand.pip,
      vastgesteld: { op: dagtekening, nr, meldingId },
      eersteDagtekening: toestand.pip.eersteDagtekening ?? dagtekening,
    },
  }),
  termijnDoorDuoVastgesteld: (toestand, { gevraagdTijdstip, startOp, eindeOp }, { nr, datum }) => ({
    ...metFeitTijdstip(toestand, 'termijn', gevraagdTijdstip),
    duoTermijn: { startOp, eindeOp, ontvangenOp: datum, nr },
  }),
  bevestigingNagevraagd: (toestand, { gevraagdOp }, { nr }) => ({
    ...toestand,
    bevestigingNagevraagd: { op: gevraagdOp, nr },
  }),
  termijnDoorDuoIngetrokken: (toestand, { gevraagdTijdstip }, { nr }) => ({
    ...metFeitTijdstip(toestand, 'termijn', gevraagdTijdstip),
    duoTermijn: null,
    ingetrokken: { ...toestand.ingetrokken, duoTermijn: nr },
  }),
};
