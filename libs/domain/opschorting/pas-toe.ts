import type { Toepassingen } from '../traject/onderwerp.js';
import type { OpschortingRegel, Toestand } from '../traject/toestand.js';
import type { OpschortingGebeurtenis } from './gebeurtenissen.js';

/** The toestand with one more version in the ledger of this term. */
export function metRegel(toestand: Toestand, termijn: string, regel: OpschortingRegel): Toestand {
  const opschortingen = toestand.opschortingen ?? {};
  return {
    ...toestand,
    opschortingen: { ...opschortingen, [termijn]: [...(opschortingen[termijn] ?? []), regel] },
  };
}

export const opschortingToepassingen: Toepassingen<OpschortingGebeurtenis> = {
  opschortingVastgelegd: (toestand, { termijn, opschortingId, inhoud }, { nr }) =>
    metRegel(toestand, termijn, { id: opschortingId, versie: 1, nr, inhoud }),
  opschortingGecorrigeerd: (toestand, gebeurtenis, { nr }) => {
    const { termijn, opschortingId, versie, inhoud, reden } = gebeurtenis;
    return metRegel(toestand, termijn, { id: opschortingId, versie, nr, reden, inhoud });
  },
  opschortingIngetrokken: (toestand, { termijn, opschortingId, versie, reden }, { nr }) => {
    const vorige = toestand.opschortingen?.[termijn]?.findLast(({ id }) => id === opschortingId);
    return vorige === undefined
      ? toestand
      : metRegel(toestand, termijn, { ...vorige, versie, nr, reden, ingetrokken: true });
  },
};
