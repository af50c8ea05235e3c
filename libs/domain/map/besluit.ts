import { besloten, bi, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { MapOpdracht } from './opdrachten.js';

/** Least number of hours of practice in the MAP (Bi art. 3.2). */
const MAP_UREN = 40;

const GEEN_MAP = 'De onderwijsroute kent geen module Arbeidsmarkt en Participatie.';

export const mapBesluiten: Besluiten<MapOpdracht> = {
  registreerMap: (toestand, { op, uren, omschrijving }, omgeving) =>
    eersteWeigering(
      pasNa(
        toestand.leerroute?.route !== 'O',
        'GEEN_MAP_OP_ONDERWIJSROUTE',
        GEEN_MAP,
        wi('8 lid 3'),
      ),
      nogNietVastgelegd(toestand.map.eindgesprek, 'Het eindgesprek van de MAP'),
      nietInToekomst(op, 'op', omgeving),
    ) ?? besloten({ soort: 'mapGeregistreerd', op, uren, omschrijving: omschrijving ?? null }),
  rondMapAf: (toestand, { eindgesprekOp }, omgeving) => {
    const { map, duoTermijn } = toestand;
    const nee = eersteWeigering(
      pasNa(
        toestand.leerroute?.route !== 'O',
        'GEEN_MAP_OP_ONDERWIJSROUTE',
        GEEN_MAP,
        wi('8 lid 3'),
      ),
      nogNietVastgelegd(map.eindgesprek, 'Het eindgesprek van de MAP'),
      pasNa(
        duoTermijn !== null,
        'TERMIJN_NIET_GESTART',
        'DUO heeft de inburgeringstermijn nog niet vastgesteld.',
        wi('11'),
      ),
      nietInToekomst(eindgesprekOp, 'eindgesprekOp', omgeving),
      nietEerderDan(
        eindgesprekOp,
        duoTermijn?.startOp ?? null,
        'eindgesprekOp',
        'de start van de inburgeringstermijn',
        wi('11'),
      ),
    );
    if (nee) return nee;
    if (map.urenMaal100 < MAP_UREN * 100) {
      return geweigerd(
        'MAP_TE_WEINIG_UREN',
        `De MAP telt ten minste ${MAP_UREN} uur praktijk; vastgelegd is ${map.urenMaal100 / 100} uur.`,
        { artikel: bi('3.2') },
      );
    }
    return besloten(
      { soort: 'mapAfgerond', eindgesprekOp },
      {
        soort: 'berichtBesloten',
        meldingId: `${toestand.nr + 1}-map`,
        baan: 'map',
        bericht: 'MAP_DOORGEVEN',
        inhoud: { datumEindgesprekMap: eindgesprekOp },
      },
    );
  },
};
