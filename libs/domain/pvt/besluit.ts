import { resultaatBericht, resultaatKan, resultaatNu, verwijtbaarBij } from '../keten/resultaat.js';
import { besloten, bi, geweigerd } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietInToekomst,
  nogNietVastgelegd,
  termijnGestart,
} from '../traject/regels.js';
import type { PvtOpdracht } from './opdrachten.js';

/** Least number of hours of the PVT (Bi art. 3.1). */
const PVT_UREN = 12;

export const pvtBesluiten: Besluiten<PvtOpdracht> = {
  registreerPvt: (toestand, { op, uren, vorm }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(
        toestand.pvt.ondertekend,
        'De ondertekening van de participatieverklaring',
        bi('3.1'),
      ),
      nietInToekomst(op, 'op', omgeving),
    ) ?? besloten({ soort: 'pvtGeregistreerd', op, uren, vorm }),
  rondPvtAf: (toestand, { ondertekendOp, verwijtbaar: gegeven }, omgeving) => {
    const { pvt } = toestand;
    const verwijtbaar = verwijtbaarBij(toestand, 'PVT', ondertekendOp, gegeven);
    const resultaat = { op: ondertekendOp, verwijtbaar };
    const nee = eersteWeigering(
      nogNietVastgelegd(
        pvt.ondertekend,
        'De ondertekening van de participatieverklaring',
        bi('3.1'),
      ),
      termijnGestart(toestand),
      resultaatKan(toestand, 'PVT', resultaat, omgeving),
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
      {
        soort: 'pvtAfgerond',
        ondertekendOp,
        ...(verwijtbaar === null ? {} : { verwijtbaar }),
      },
      resultaatBericht(toestand, 'PVT', resultaat),
    );
  },
  meldPvtVerwijtbaar: (toestand, { verwijtbaar, motivering }, omgeving) => {
    const nu = resultaatNu(toestand, 'PVT');
    if (nu.verwijtbaar === verwijtbaar) return besloten();
    const resultaat = { ...nu, verwijtbaar };
    return (
      eersteWeigering(
        termijnGestart(toestand),
        resultaatKan(toestand, 'PVT', resultaat, omgeving),
      ) ??
      besloten(
        { soort: 'pvtVerwijtbaarGemeld', verwijtbaar, motivering },
        resultaatBericht(toestand, 'PVT', resultaat),
      )
    );
  },
};
