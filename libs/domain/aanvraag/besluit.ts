import { besloten, geweigerd } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, nietEerderDan, nietInToekomst } from '../traject/regels.js';
import type { AanvraagOpdracht } from './opdrachten.js';

const AWB_4_13 = {
  wet: 'Algemene wet bestuursrecht',
  artikel: '4:13',
  url: 'https://wetten.overheid.nl/BWBR0005537',
};

export const aanvraagBesluiten: Besluiten<AanvraagOpdracht> = {
  legAanvraagVast: (toestand, { onderwerp, ontvangenOp, vervangt, reden }, omgeving) => {
    const nee = nietInToekomst(ontvangenOp, 'ontvangenOp', omgeving);
    if (nee) return nee;
    if (vervangt === undefined) {
      const termijn = `AANVRAAG_BESLISSEN:${toestand.nr + 1}`;
      return besloten({ soort: 'aanvraagVastgelegd', termijn, onderwerp, ontvangenOp });
    }
    if (toestand.aanvragen?.[vervangt] === undefined) {
      return geweigerd('AANVRAAG_ONBEKEND', 'Deze aanvraag staat er niet.', { veld: 'vervangt' });
    }
    if (reden === undefined) {
      return geweigerd('REDEN_BIJ_VERVANGING', 'Noem waarom de aanvraag anders wordt vastgelegd.', {
        veld: 'reden',
      });
    }
    return besloten({
      soort: 'aanvraagGecorrigeerd',
      termijn: vervangt,
      onderwerp,
      ontvangenOp,
      reden,
    });
  },
  legBesluitOpAanvraagVast: (toestand, { termijn, besluitOp, uitkomst }, omgeving) => {
    const aanvraag = toestand.aanvragen?.[termijn];
    if (aanvraag === undefined) {
      return geweigerd('AANVRAAG_ONBEKEND', 'Deze aanvraag staat er niet.', { veld: 'termijn' });
    }
    if (aanvraag.besluit !== null) {
      return geweigerd('AL_VASTGELEGD', 'Op deze aanvraag is al beslist.', {
        veld: 'termijn',
        artikel: AWB_4_13,
      });
    }
    return (
      eersteWeigering(
        nietInToekomst(besluitOp, 'besluitOp', omgeving),
        nietEerderDan(
          besluitOp,
          aanvraag.ontvangenOp,
          'besluitOp',
          'de ontvangst van de aanvraag',
          AWB_4_13,
        ),
      ) ?? besloten({ soort: 'besluitOpAanvraagVastgelegd', termijn, besluitOp, uitkomst })
    );
  },
};
