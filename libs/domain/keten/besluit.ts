import { besloten } from '../traject/kern.js';
import type { Besluiten, Toepassingen } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import { eldersGemeldNa } from './duo-stand.js';
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
  const { elders: _voor, ...verder } = metFeitTijdstip(toestand, bron, gevraagdTijdstip);
  const elders = eldersGemeldNa(toestand, bron, feiten);
  return {
    ...verder,
    ketenfeiten: { ...toestand.ketenfeiten, [bron]: feiten },
    ...(elders.length === 0 ? {} : { elders }),
  };
}

export const ketenToepassingen: Toepassingen<KetenGebeurtenis> = {
  ketenfeitOntvangen: metKetenfeit,
};
