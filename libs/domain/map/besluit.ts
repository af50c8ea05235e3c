import { resultaatBericht, resultaatKan, resultaatNu, verwijtbaarBij } from '../keten/resultaat.js';
import { besloten, bi, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
  termijnGestart,
} from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';
import type { MapOpdracht } from './opdrachten.js';

/** Least number of hours of practice in the MAP (Bi art. 3.2). */
const MAP_UREN = 40;

function kentMap(toestand: Toestand) {
  return pasNa(
    toestand.leerroute?.route !== 'O',
    'GEEN_MAP_OP_ONDERWIJSROUTE',
    'De onderwijsroute kent geen module Arbeidsmarkt en Participatie.',
    wi('8 lid 3'),
  );
}

export const mapBesluiten: Besluiten<MapOpdracht> = {
  registreerMap: (toestand, { op, uren, omschrijving }, omgeving) =>
    eersteWeigering(
      kentMap(toestand),
      nogNietVastgelegd(toestand.map.eindgesprek, 'Het eindgesprek van de MAP', bi('3.2')),
      nietInToekomst(op, 'op', omgeving),
    ) ?? besloten({ soort: 'mapGeregistreerd', op, uren, omschrijving: omschrijving ?? null }),
  rondMapAf: (toestand, { eindgesprekOp, verwijtbaar: gegeven }, omgeving) => {
    const { map } = toestand;
    const verwijtbaar = verwijtbaarBij(toestand, 'MAP', eindgesprekOp, gegeven);
    const resultaat = { op: eindgesprekOp, verwijtbaar };
    const nee = eersteWeigering(
      kentMap(toestand),
      nogNietVastgelegd(map.eindgesprek, 'Het eindgesprek van de MAP', bi('3.2')),
      termijnGestart(toestand),
      resultaatKan(toestand, 'MAP', resultaat, omgeving),
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
      {
        soort: 'mapAfgerond',
        eindgesprekOp,
        ...(verwijtbaar === null ? {} : { verwijtbaar }),
      },
      resultaatBericht(toestand, 'MAP', resultaat),
    );
  },
  meldMapVerwijtbaar: (toestand, { verwijtbaar, motivering }, omgeving) => {
    const nu = resultaatNu(toestand, 'MAP');
    if (nu.verwijtbaar === verwijtbaar) return besloten();
    const resultaat = { ...nu, verwijtbaar };
    return (
      eersteWeigering(
        kentMap(toestand),
        termijnGestart(toestand),
        resultaatKan(toestand, 'MAP', resultaat, omgeving),
      ) ??
      besloten(
        { soort: 'mapVerwijtbaarGemeld', verwijtbaar, motivering },
        resultaatBericht(toestand, 'MAP', resultaat),
      )
    );
  },
};
