import { besloten, geweigerd, type Uitkomst } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { nietInToekomst } from '../traject/regels.js';
import type { BerichtStand, Toestand } from '../traject/toestand.js';
import type { BerichtOpdracht } from './opdrachten.js';

const ONBEKEND = 'Dit bericht hoort niet bij het traject.';

/** Reports of the delivery: a message that is no longer open keeps its end state, and the report gives no event. */
function bijOpen(
  toestand: Toestand,
  meldingId: string,
  dan: (bericht: BerichtStand) => Uitkomst<Gebeurtenis>,
): Uitkomst<Gebeurtenis> {
  const bericht = toestand.berichten[meldingId];
  if (bericht === undefined) {
    return geweigerd('BERICHT_ONBEKEND', ONBEKEND, { veld: 'meldingId' });
  }
  return bericht.status === 'open' ? dan(bericht) : besloten();
}

function herstelbaar(toestand: Toestand, meldingId: string) {
  const bericht = toestand.berichten[meldingId];
  if (bericht === undefined) {
    return geweigerd('BERICHT_ONBEKEND', ONBEKEND, { veld: 'meldingId' });
  }
  return bericht.status === 'bezorgd' ||
    bericht.status === 'handmatig' ||
    bericht.status === 'vervallen'
    ? geweigerd('BERICHT_AFGEHANDELD', 'Dit bericht is al afgehandeld.', { veld: 'meldingId' })
    : null;
}

export const berichtBesluiten: Besluiten<BerichtOpdracht> = {
  meldBezorgd: (toestand, { meldingId, berichtId }, { vandaag }) =>
    bijOpen(toestand, meldingId, () =>
      besloten({ soort: 'berichtBezorgd', meldingId, berichtId, bezorgdOp: vandaag }),
    ),
  meldGeweigerd: (toestand, { meldingId, foutteksten }) =>
    bijOpen(toestand, meldingId, () =>
      besloten({ soort: 'berichtGeweigerd', meldingId, foutteksten }),
    ),
  meldNietBezorgd: (toestand, { meldingId, oorzaak }) =>
    bijOpen(toestand, meldingId, () => besloten({ soort: 'berichtOpgegeven', meldingId, oorzaak })),
  meldIngehaald: (toestand, { meldingId }) =>
    bijOpen(toestand, meldingId, () =>
      besloten({
        soort: 'berichtVervallen',
        meldingId,
        reden: 'Een nieuwer bericht zegt hetzelfde met de laatste stand.',
      }),
    ),
  meldHandmatigGedaan: (toestand, { meldingId, gedaanOp, bewijs }, omgeving) =>
    herstelbaar(toestand, meldingId) ??
    nietInToekomst(gedaanOp, 'gedaanOp', omgeving) ??
    besloten({ soort: 'berichtHandmatigGedaan', meldingId, gedaanOp, bewijs }),
  biedOpnieuwAan: (toestand, { meldingId }) => {
    const bericht = toestand.berichten[meldingId];
    const nee = herstelbaar(toestand, meldingId);
    if (nee) return nee;
    return bericht?.status === 'open'
      ? geweigerd('BERICHT_ONDERWEG', 'Dit bericht is nog onderweg.', { veld: 'meldingId' })
      : besloten({
          soort: 'berichtOpnieuwAangeboden',
          meldingId,
        });
  },
};
