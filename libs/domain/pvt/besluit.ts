import { besloten, bi, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { PvtOpdracht } from './opdrachten.js';

/** Least number of hours of the PVT (Bi art. 3.1). */
const PVT_UREN = 12;

export const pvtBesluiten: Besluiten<PvtOpdracht> = {
  registreerPvt: (toestand, { op, uren, vorm }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.pvt.ondertekend, 'De ondertekening van de participatieverklaring'),
      nietInToekomst(op, 'op', omgeving),
    ) ?? besloten({ soort: 'pvtGeregistreerd', op, uren, vorm }),
  rondPvtAf: (toestand, { ondertekendOp }, omgeving) => {
    const { pvt, duoTermijn } = toestand;
    const nee = eersteWeigering(
      nogNietVastgelegd(pvt.ondertekend, 'De ondertekening van de participatieverklaring'),
      pasNa(
        duoTermijn !== null,
        'TERMIJN_NIET_GESTART',
        'DUO heeft de inburgeringstermijn nog niet vastgesteld.',
        wi('11'),
      ),
      nietInToekomst(ondertekendOp, 'ondertekendOp', omgeving),
      nietEerderDan(
        ondertekendOp,
        duoTermijn?.startOp ?? null,
        'ondertekendOp',
        'de start van de inburgeringstermijn',
        wi('11'),
      ),
    );
    if (nee) return nee;
    if (pvt.urenMaal100 < PVT_UREN * 100) {
      return geweigerd(
        'PVT_TE_WEINIG_UREN',
        `Het participatieverklaringstraject duurt ten minste ${PVT_UREN} uur; vastgelegd is ${pvt.urenMaal100 / 100} uur.`,
        { artikel: bi('3.1') },
      );
    }
    if (pvt.activiteiten < 1) {
      return geweigerd(
        'PVT_ZONDER_ACTIVITEIT',
        'Bij het participatieverklaringstraject hoort ten minste een activiteit of excursie.',
        { artikel: bi('3.1') },
      );
    }
    return besloten(
      { soort: 'pvtAfgerond', ondertekendOp },
      {
        soort: 'berichtBesloten',
        meldingId: `${toestand.nr + 1}-pvt`,
        baan: 'pvt',
        bericht: 'PVT_DOORGEVEN',
        inhoud: { datumOndertekeningPvt: ondertekendOp },
      },
    );
  },
};
