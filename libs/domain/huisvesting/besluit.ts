import { bron } from '../termijnen/artikelen.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { besloten, bi } from '../traject/kern.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
} from '../traject/regels.js';
import type { HuisvestingOpdracht } from './opdrachten.js';

/** Whom a gemeente is to house. */
const HVW_28 = bron('Hvw', '28');

export const huisvestingBesluiten: Besluiten<HuisvestingOpdracht> = {
  legWoningVast: (toestand, { beschikbaarOp, adres }) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.woning, 'De woning', HVW_28),
      nietEerderDan(
        beschikbaarOp,
        toestand.koppeling?.op ?? null,
        'beschikbaarOp',
        'de koppeling door COA',
      ),
    ) ?? besloten({ soort: 'woningVastgelegd', beschikbaarOp, adres: adres ?? null }),
  legVerhuizingVast: (toestand, { verhuisdOp }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.verhuizing, 'De verhuizing', HVW_28),
      nietInToekomst(verhuisdOp, 'verhuisdOp', omgeving),
      nietEerderDan(
        verhuisdOp,
        toestand.koppeling?.op ?? null,
        'verhuisdOp',
        'de koppeling door COA',
      ),
    ) ?? besloten({ soort: 'verhuizingVastgelegd', verhuisdOp }),
  legBrpInschrijvingVast: (toestand, { ingeschrevenOp }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.brpInschrijving, 'De inschrijving in de BRP', bi('5.3 lid 1')),
      nietInToekomst(ingeschrevenOp, 'ingeschrevenOp', omgeving),
    ) ?? besloten({ soort: 'brpInschrijvingVastgelegd', ingeschrevenOp }),
};
