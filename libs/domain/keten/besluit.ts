import { besloten } from '../traject/kern.js';
import type { Besluiten, Toepassingen } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import type { KetenGebeurtenis } from './ketenfeiten.js';
import type { KetenOpdracht } from './opdrachten.js';
import { metFeitTijdstip, verouderd } from './ordening.js';

export const ketenBesluiten: Besluiten<KetenOpdracht> = {
  verwerkKetenfeit: (toestand, { bron, gevraagdTijdstip, feiten }) => {
    const nee = verouderd(toestand, bron, gevraagdTijdstip);
    if (nee) return nee;
    return toestand.ketenfeiten[bron] === feiten
      ? besloten()
      : besloten({ soort: 'ketenfeitOntvangen', bron, gevraagdTijdstip, feiten });
  },
};

/** The file after these facts. */
export function metKetenfeit(
  toestand: Toestand,
  { bron, gevraagdTijdstip, feiten }: KetenGebeurtenis,
): Toestand {
  return {
    ...metFeitTijdstip(toestand, bron, gevraagdTijdstip),
    ketenfeiten: { ...toestand.ketenfeiten, [bron]: feiten },
  };
}

export const ketenToepassingen: Toepassingen<KetenGebeurtenis> = {
  ketenfeitOntvangen: metKetenfeit,
};
