import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { urenregels } from '../keten/regels/vorm.js';
import { besloten, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, nietEerderDan, nietInToekomst, pasNa } from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';
import type { UrenOpdracht } from './opdrachten.js';
import { overigeUrenBericht } from './overige-uren.js';

const naPip = ({ pip }: Toestand) =>
  pasNa(
    pip.vastgesteld !== null,
    'PIP_NIET_VASTGESTELD',
    'Uren tellen mee vanaf het PIP; stel dat eerst vast.',
    wi('15'),
  );

export const urenBesluiten: Besluiten<UrenOpdracht> = {
  registreerCursusuren: (toestand, { totEnMet, urenNt2, urenKnm, bron }, omgeving) => {
    const nee = eersteWeigering(
      naPip(toestand),
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
  registreerOverigeUren: (toestand, { vorm, totEnMet, uren }, omgeving) => {
    const oud = toestand.overigeUren?.[vorm];
    const nee = eersteWeigering(
      vorm === 'participatieactiviteiten' ? naPip(toestand) : null,
      pasNa(
        vorm !== 'participatieactiviteiten' || toestand.leerroute?.route === 'Z',
        'GEEN_ZROUTE',
        'DUO telt uren participatieactiviteiten alleen bij de zelfredzaamheidsroute.',
        wi('9'),
      ),
      nietInToekomst(totEnMet, 'totEnMet', omgeving),
      nietEerderDan(totEnMet, oud?.totEnMet ?? null, 'totEnMet', 'de vorige stand'),
      weigerVoorDuo(urenregels({ uren: Math.floor(uren) })),
    );
    if (nee) return nee;
    if (oud !== undefined && totEnMet === oud.totEnMet && uren === oud.uren) return besloten();
    if (oud !== undefined && totEnMet > oud.totEnMet && uren < oud.uren) {
      return geweigerd(
        'UREN_LOPEN_TERUG',
        'De uren zijn totalen vanaf het begin en kunnen op een latere datum niet lager zijn.',
        { veld: 'uren' },
      );
    }
    return besloten(
      { soort: 'overigeUrenGeregistreerd', vorm, totEnMet, uren },
      overigeUrenBericht(toestand.nr + 1, vorm, uren),
    );
  },
};
