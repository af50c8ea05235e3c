import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { urenregels } from '../keten/regels/vorm.js';
import { besloten, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, nietEerderDan, nietInToekomst, pasNa } from '../traject/regels.js';
import type { UrenOpdracht } from './opdrachten.js';

export const urenBesluiten: Besluiten<UrenOpdracht> = {
  registreerCursusuren: (toestand, { totEnMet, urenNt2, urenKnm, bron }, omgeving) => {
    const nee = eersteWeigering(
      pasNa(
        toestand.pip.vastgesteld !== null,
        'PIP_NIET_VASTGESTELD',
        'Uren tellen mee vanaf het PIP; stel dat eerst vast.',
        wi('15'),
      ),
      nietInToekomst(totEnMet, 'totEnMet', omgeving),
      nietEerderDan(totEnMet, toestand.uren?.totEnMet ?? null, 'totEnMet', 'de vorige stand'),
    );
    if (nee) return nee;
    const oud = toestand.uren;
    if (oud !== null && totEnMet === oud.totEnMet && oud.nt2 === urenNt2 && oud.knm === urenKnm) {
      return besloten();
    }
    if (oud !== null && totEnMet > oud.totEnMet && urenNt2 + urenKnm < oud.nt2 + oud.knm) {
      return geweigerd(
        'UREN_LOPEN_TERUG',
        'De uren zijn totalen vanaf het begin en kunnen op een latere datum niet lager zijn.',
        { veld: 'urenNt2' },
      );
    }
    const uren = Math.floor(urenNt2 + urenKnm);
    const duoNee = weigerVoorDuo(urenregels({ uren }));
    if (duoNee) return duoNee;
    return besloten(
      { soort: 'cursusurenGeregistreerd', totEnMet, urenNt2, urenKnm, bron },
      {
        soort: 'berichtBesloten',
        meldingId: `${toestand.nr + 1}-uren`,
        baan: 'uren',
        bericht: 'UREN_DOORGEVEN',
        inhoud: { uren },
      },
    );
  },
};
