import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { Participatievorm } from './opdrachten.js';

/** The message that tells DUO the whole total of one vorm; `uren`: a part of an hour does not count. */
export function participatieBericht(nr: number, vorm: Participatievorm, uren: number): Gebeurtenis {
  return {
    soort: 'berichtBesloten',
    meldingId: `${nr}-${vorm}`,
    baan: vorm,
    bericht:
      vorm === 'participatieactiviteiten'
        ? 'PARTICIPATIEACTIVITEITEN_DOORGEVEN'
        : 'PARTICIPATIE_ALS_TAALLES_DOORGEVEN',
    inhoud: { uren: Math.floor(uren) },
  };
}
