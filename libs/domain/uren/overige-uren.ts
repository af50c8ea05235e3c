import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { Urenvorm } from './opdrachten.js';

/** The message that tells DUO the whole total of one vorm; `uren`: a part of an hour does not count. */
export function overigeUrenBericht(nr: number, vorm: Urenvorm, uren: number): Gebeurtenis {
  return {
    soort: 'berichtBesloten',
    meldingId: `${nr}-${vorm}`,
    baan: vorm,
    bericht:
      vorm === 'participatieactiviteiten'
        ? 'PARTICIPATIEACTIVITEITEN_DOORGEVEN'
        : 'BREDE_INTAKE_UREN_DOORGEVEN',
    inhoud: { uren: Math.floor(uren) },
  };
}
