import type { Envelop } from '../traject/kern.js';
import type { Toepassingen } from '../traject/onderwerp.js';
import type { BerichtStand, Toestand } from '../traject/toestand.js';
import type { BerichtGebeurtenis, BerichtStatus } from './gebeurtenissen.js';

function metStatus(
  toestand: Toestand,
  meldingId: string,
  status: BerichtStatus,
  { nr }: Envelop,
  meer: Partial<BerichtStand> = {},
): Toestand {
  const bericht = toestand.berichten[meldingId];
  return bericht === undefined
    ? toestand
    : {
        ...toestand,
        berichten: {
          ...toestand.berichten,
          [meldingId]: { ...bericht, ...meer, status, statusNr: nr },
        },
      };
}

export const berichtToepassingen: Toepassingen<BerichtGebeurtenis> = {
  berichtBesloten: (toestand, { meldingId, bericht, baan }, { nr }) => ({
    ...toestand,
    berichten: {
      ...toestand.berichten,
      [meldingId]: { soort: bericht, baan, nr, status: 'open', statusNr: nr, bezorgdOp: null },
    },
  }),
  berichtHandmatigTeDoen: (toestand, { meldingId, oorzaak }, envelop) =>
    metStatus(toestand, meldingId, 'handmatig-te-doen', envelop, { oorzaak }),
  feitenOpnieuwGestuurd: (toestand) => toestand,
  berichtBezorgd: (toestand, { meldingId, bezorgdOp }, envelop) =>
    metStatus(toestand, meldingId, 'bezorgd', envelop, { bezorgdOp }),
  berichtGeweigerd: (toestand, { meldingId }, envelop) =>
    metStatus(toestand, meldingId, 'geweigerd', envelop),
  berichtOpgegeven: (toestand, { meldingId }, envelop) =>
    metStatus(toestand, meldingId, 'opgegeven', envelop),
  berichtVervallen: (toestand, { meldingId }, envelop) =>
    metStatus(toestand, meldingId, 'vervallen', envelop),
  berichtHandmatigGedaan: (toestand, { meldingId, gedaanOp }, envelop) =>
    metStatus(toestand, meldingId, 'handmatig', envelop, { bezorgdOp: gedaanOp }),
  berichtOpnieuwAangeboden: (toestand, { meldingId }, envelop) =>
    metStatus(toestand, meldingId, 'open', envelop),
};
