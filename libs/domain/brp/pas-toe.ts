import type { Toepassingen } from '../traject/onderwerp.js';
import type { BrpGebeurtenis } from './gebeurtenissen.js';

export const brpToepassingen: Toepassingen<BrpGebeurtenis> = {
  vestigingGevonden: (toestand, { gevestigdOp }) => ({ ...toestand, gevestigdOp }),
  verschillenMetBrpVastgesteld: (toestand, { gevraagdTijdstip, verschillen }, { nr }) => ({
    ...toestand,
    brp: { nr, gevraagdTijdstip, open: verschillen, verklaard: toestand.brp?.verklaard ?? [] },
  }),
  verschillenMetBrpAfgehandeld: (toestand, { uitkomst }, { nr }) => {
    const { open = [], verklaard = [], gevraagdTijdstip = '' } = toestand.brp ?? {};
    const erbij = uitkomst === 'verklaard' ? open : [];
    return {
      ...toestand,
      brp: { nr, gevraagdTijdstip, open: [], verklaard: [...verklaard, ...erbij] },
    };
  },
};
