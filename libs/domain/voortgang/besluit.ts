import { besloten, bi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, nietEerderDan, nietInToekomst, pasNa } from '../traject/regels.js';
import type { VoortgangOpdracht } from './opdrachten.js';

export const voortgangBesluiten: Besluiten<VoortgangOpdracht> = {
  legVoortgangsgesprekVast: (toestand, { gevoerdOp, voortgang, notitie }, omgeving) =>
    eersteWeigering(
      pasNa(
        toestand.pip.vastgesteld !== null,
        'PIP_NIET_VASTGESTELD',
        'Voortgangsgesprekken volgen op het PIP.',
        bi('5.3 lid 4'),
      ),
      nietInToekomst(gevoerdOp, 'gevoerdOp', omgeving),
      nietEerderDan(
        gevoerdOp,
        toestand.voortgangsgesprek?.op ?? toestand.pip.vastgesteld?.op ?? null,
        'gevoerdOp',
        toestand.voortgangsgesprek === null ? 'de dagtekening van het PIP' : 'het vorige gesprek',
      ),
    ) ??
    besloten({ soort: 'voortgangsgesprekGevoerd', gevoerdOp, voortgang, notitie: notitie ?? null }),
};
