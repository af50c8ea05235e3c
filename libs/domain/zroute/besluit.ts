import { besloten, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
  termijnGestart,
} from '../traject/regels.js';
import type { ZrouteOpdracht } from './opdrachten.js';

export const zrouteBesluiten: Besluiten<ZrouteOpdracht> = {
  rondZrouteAf: (toestand, { afgerondOp }, omgeving) => {
    const nee = eersteWeigering(
      pasNa(
        toestand.leerroute?.route === 'Z',
        'GEEN_ZROUTE',
        'De leerroute is niet de zelfredzaamheidsroute.',
        wi('9'),
      ),
      nogNietVastgelegd(
        toestand.zroute ?? null,
        'De afronding van de zelfredzaamheidsroute',
        wi('9'),
      ),
      termijnGestart(toestand),
      nietInToekomst(afgerondOp, 'afgerondOp', omgeving),
      nietEerderDan(
        afgerondOp,
        toestand.duoTermijn?.startOp ?? null,
        'afgerondOp',
        'de start van de inburgeringstermijn',
        wi('11'),
      ),
    );
    if (nee) return nee;
    // DUO refuses a date of MAP or PVT after the route was completed: the order shows here.
    const later = [toestand.map.eindgesprek, toestand.pvt.ondertekend].some(
      (feit) => feit !== null && feit.op > afgerondOp,
    );
    if (later) {
      return geweigerd(
        'ZROUTE_VOOR_MAP_OF_PVT',
        'De route is niet afgerond voor het eindgesprek van de MAP en de ondertekening van het PVT.',
        { veld: 'afgerondOp', artikel: wi('9') },
      );
    }
    return besloten(
      { soort: 'zrouteAfgerond', afgerondOp },
      {
        soort: 'berichtBesloten',
        meldingId: `${toestand.nr + 1}-zroute`,
        baan: 'zroute',
        bericht: 'ZROUTE_DOORGEVEN',
        inhoud: { datumAfrondingZroute: afgerondOp },
      },
    );
  },
};
