import { besloten, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  isAsiel,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { AanbodOpdracht } from './opdrachten.js';

export const aanbodBesluiten: Besluiten<AanbodOpdracht> = {
  doeAanbod: (toestand, opdracht, omgeving) => {
    const { instellingsnummer, aanbodOp, startOp, eindeOp } = opdracht;
    const nee = eersteWeigering(
      pasNa(
        isAsiel(toestand),
        'GEEN_RECHT_OP_AANBOD',
        'De gemeente doet een inburgeringsaanbod aan asielstatushouders.',
        wi('16'),
      ),
      nogNietVastgelegd(toestand.aanbod, 'Het inburgeringsaanbod'),
      pasNa(
        toestand.pip.vastgesteld !== null,
        'PIP_NIET_VASTGESTELD',
        'Stel eerst het PIP vast; het aanbod sluit aan op de leerroute.',
        wi('16'),
      ),
      nietInToekomst(aanbodOp, 'aanbodOp', omgeving),
      nietEerderDan(
        aanbodOp,
        toestand.pip.vastgesteld?.op ?? null,
        'aanbodOp',
        'de dagtekening van het PIP',
        wi('16'),
      ),
      nietEerderDan(startOp, aanbodOp, 'startOp', 'de datum van het aanbod', wi('16')),
      nietEerderDan(eindeOp, startOp, 'eindeOp', 'de start van de opleiding'),
    );
    if (nee) return nee;
    const grens = toestand.duoTermijn;
    if (grens !== null && (startOp < grens.startOp || eindeOp > grens.eindeOp)) {
      return geweigerd(
        'BUITEN_INBURGERINGSTERMIJN',
        `De opleiding valt buiten de inburgeringstermijn (${grens.startOp} tot en met ${grens.eindeOp}).`,
        { veld: startOp < grens.startOp ? 'startOp' : 'eindeOp', artikel: wi('11') },
      );
    }
    return besloten(
      { soort: 'aanbodGedaan', instellingsnummer, aanbodOp, startOp, eindeOp },
      {
        soort: 'berichtBesloten',
        meldingId: `${toestand.nr + 1}-aanbod`,
        baan: 'aanbod',
        bericht: 'AANBOD_AANLEVEREN',
        inhoud: {
          instellingsnummer,
          datumInburgeringsaanbod: aanbodOp,
          verwachteStartdatumOpleiding: startOp,
          verwachteEinddatumOpleiding: eindeOp,
          indicatorAlfabetiseringsonderwijs: toestand.pip.alfabetisering,
        },
      },
    );
  },
};
