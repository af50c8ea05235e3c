import type { Toepassingen } from '../traject/onderwerp.js';
import type { Toestand, VerlengingRegel } from '../traject/toestand.js';
import type { VerlengingGebeurtenis } from './gebeurtenissen.js';

/** The toestand with one more version of a verlenging. */
export function metVerlenging(toestand: Toestand, regel: VerlengingRegel): Toestand {
  return { ...toestand, verlengingen: [...(toestand.verlengingen ?? []), regel] };
}

export const verlengingToepassingen: Toepassingen<VerlengingGebeurtenis> = {
  verlengingVastgelegd: (toestand, { verlengingId, oordeel, besluitOp, feiten }, envelop) =>
    metVerlenging(toestand, {
      id: verlengingId,
      versie: 1,
      nr: envelop.nr,
      op: envelop.datum,
      oordeel,
      besluitOp,
      feiten,
    }),
  verlengingGecorrigeerd: (toestand, gebeurtenis, { nr, datum }) => {
    const { verlengingId: id, versie, oordeel, besluitOp, feiten, reden } = gebeurtenis;
    return metVerlenging(toestand, {
      id,
      versie,
      nr,
      op: datum,
      oordeel,
      besluitOp,
      feiten,
      reden,
    });
  },
  verlengingIngetrokken: (toestand, { verlengingId, versie, reden }, { nr }) => {
    const vorige = toestand.verlengingen?.findLast(({ id }) => id === verlengingId);
    return vorige === undefined
      ? toestand
      : metVerlenging(toestand, { ...vorige, versie, nr, reden, ingetrokken: true });
  },
};
