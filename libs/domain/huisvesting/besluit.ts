import type { Besluiten } from '../traject/onderwerp.js';
import { besloten } from '../traject/kern.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
} from '../traject/regels.js';
import type { HuisvestingOpdracht } from './opdrachten.js';

export const huisvestingBesluiten: Besluiten<HuisvestingOpdracht> = {
  legWoningVast: (toestand, { beschikbaarOp, adres }) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.woning, 'De woning'),
      nietEerderDan(
        beschikbaarOp,
        toestand.koppeling?.op ?? null,
        'beschikbaarOp',
        'de koppeling door COA',
      ),
    ) ?? besloten({ soort: 'woningVastgelegd', beschikbaarOp, adres: adres ?? null }),
  legVerhuizingVast: (toestand, { verhuisdOp }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.verhuizing, 'De verhuizing'),
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
      nogNietVastgelegd(toestand.brpInschrijving, 'De inschrijving in de BRP'),
      nietInToekomst(ingeschrevenOp, 'ingeschrevenOp', omgeving),
    ) ?? besloten({ soort: 'brpInschrijvingVastgelegd', ingeschrevenOp }),
};
