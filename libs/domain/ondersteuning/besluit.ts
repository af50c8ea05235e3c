import type { Besluiten } from '../traject/onderwerp.js';
import { besloten, wi } from '../traject/kern.js';
import {
  eersteWeigering,
  heeftOntzorgen,
  isAsiel,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { OndersteuningOpdracht } from './opdrachten.js';

const PW_56A = {
  wet: 'Participatiewet',
  artikel: '56a',
  url: 'https://wetten.overheid.nl/BWBR0015703',
};

export const ondersteuningBesluiten: Besluiten<OndersteuningOpdracht> = {
  legBijstandVast: (toestand, { toegekend, op }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.bijstand, 'Het besluit over bijstand', PW_56A),
      nietInToekomst(op, 'op', omgeving),
    ) ?? besloten({ soort: 'bijstandVastgelegd', toegekend, op }),
  rondRegelingenAf: (toestand, { afgerondOp, geregeld }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.regelingen, 'Het afronden van de regelingen'),
      nietInToekomst(afgerondOp, 'afgerondOp', omgeving),
    ) ?? besloten({ soort: 'regelingenAfgerond', afgerondOp, geregeld }),
  startBegeleiding: (toestand, { gestartOp, uitvoerder }, omgeving) =>
    eersteWeigering(
      pasNa(
        isAsiel(toestand),
        'GEEN_RECHT_OP_BEGELEIDING',
        'Maatschappelijke begeleiding door de gemeente is er voor asielstatushouders.',
        wi('13'),
      ),
      nogNietVastgelegd(toestand.begeleiding, 'De start van de begeleiding', wi('13')),
      nietInToekomst(gestartOp, 'gestartOp', omgeving),
    ) ?? besloten({ soort: 'begeleidingGestart', gestartOp, uitvoerder }),
  richtOntzorgenIn: (toestand, { ingerichtOp, betalingen }, omgeving) =>
    eersteWeigering(
      pasNa(
        heeftOntzorgen(toestand),
        'GEEN_ONTZORGEN',
        'Ontzorgen geldt voor asielstatushouders met een verblijfsvergunning asiel voor bepaalde tijd en recht op bijstand.',
        PW_56A,
      ),
      nogNietVastgelegd(toestand.ontzorgenIngericht, 'Het inrichten van het ontzorgen', PW_56A),
      nietInToekomst(ingerichtOp, 'ingerichtOp', omgeving),
    ) ?? besloten({ soort: 'ontzorgenIngericht', ingerichtOp, betalingen }),
  rondOntzorgenAf: (toestand, { afgerondOp, conclusie }, omgeving) =>
    eersteWeigering(
      pasNa(
        toestand.ontzorgenIngericht !== null,
        'ONTZORGEN_NIET_INGERICHT',
        'Het ontzorgen is nog niet ingericht.',
        PW_56A,
      ),
      nogNietVastgelegd(toestand.ontzorgenAfgerond, 'Het afronden van het ontzorgen', PW_56A),
      nietInToekomst(afgerondOp, 'afgerondOp', omgeving),
      nietEerderDan(
        afgerondOp,
        toestand.ontzorgenIngericht?.op ?? null,
        'afgerondOp',
        'de inrichting van het ontzorgen',
        PW_56A,
      ),
    ) ?? besloten({ soort: 'ontzorgenAfgerond', afgerondOp, conclusie }),
};
