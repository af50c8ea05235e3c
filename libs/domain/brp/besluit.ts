import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { besloten, geweigerd } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { BrpOpdracht } from './opdrachten.js';
import {
  brpVerschillen,
  overTeNemen,
  vestigingVan,
  zelfdeBrpVerschil,
  type BrpVerschil,
} from './verschil.js';

function gelijk(a: readonly BrpVerschil[], b: readonly BrpVerschil[]): boolean {
  return (
    a.length === b.length && a.every((een) => b.some((ander) => zelfdeBrpVerschil(een, ander)))
  );
}

export const brpBesluiten: Besluiten<BrpOpdracht> = {
  // Only a fact the file still waits for is taken over; what a person recorded is never overwritten.
  verwerkBrp: (toestand, { gevraagdTijdstip, gemeentecode, feiten }, { vandaag }) => {
    const { open = [], verklaard = [], gevraagdTijdstip: bekend = '' } = toestand.brp ?? {};
    if (gevraagdTijdstip < bekend) {
      return geweigerd('FEITEN_VEROUDERD', 'Het dossier kent al nieuwere gegevens van deze bron.');
    }
    const ingeschrevenOp =
      feiten === null ? null : overTeNemen(toestand, gemeentecode, feiten, vandaag);
    const verschillen = brpVerschillen(toestand, gemeentecode, feiten).filter(
      (verschil) => !verklaard.some((een) => zelfdeBrpVerschil(een, verschil)),
    );
    const gebeurtenissen: Gebeurtenis[] = [];
    if (ingeschrevenOp !== null) {
      gebeurtenissen.push({ soort: 'brpInschrijvingVastgelegd', ingeschrevenOp });
    }
    const gevestigdOp =
      feiten === null ? null : vestigingVan(toestand, gemeentecode, feiten, vandaag);
    if (gevestigdOp !== null && gevestigdOp !== toestand.gevestigdOp) {
      gebeurtenissen.push({ soort: 'vestigingGevonden', gevraagdTijdstip, gevestigdOp });
    }
    if (!gelijk(open, verschillen)) {
      gebeurtenissen.push({ soort: 'verschillenMetBrpVastgesteld', gevraagdTijdstip, verschillen });
    }
    return besloten(...gebeurtenissen);
  },
  handelBrpVerschillenAf: ({ brp }, { uitkomst, toelichting }) =>
    brp === undefined || brp.open.length === 0
      ? geweigerd('GEEN_VERSCHILLEN', 'Er staan geen verschillen met de BRP open.')
      : besloten({
          soort: 'verschillenMetBrpAfgehandeld',
          uitkomst,
          toelichting: toelichting ?? null,
        }),
};
