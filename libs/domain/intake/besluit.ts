import { verouderd } from '../keten/ordening.js';
import { besloten, bi, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { IntakeOpdracht } from './opdrachten.js';

export const intakeBesluiten: Besluiten<IntakeOpdracht> = {
  nodigUitVoorIntake: (toestand, { opgeroepenOp, afspraakOp }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.uitnodiging, 'De oproep voor de brede intake', wi('14 lid 1')),
      nietInToekomst(opgeroepenOp, 'opgeroepenOp', omgeving),
      nietEerderDan(afspraakOp, opgeroepenOp, 'afspraakOp', 'de oproep', wi('14 lid 1')),
    ) ?? besloten({ soort: 'intakeUitgenodigd', opgeroepenOp, afspraakOp }),
  legIntakeVast: (toestand, opdracht, omgeving) => {
    const { afgenomenOp, gewezenOpGesprekAlleen, taalniveau, verslag } = opdracht;
    const nee = eersteWeigering(
      nogNietVastgelegd(toestand.intake, 'De brede intake', wi('14 lid 1')),
      pasNa(
        toestand.uitnodiging !== null,
        'GEEN_OPROEP',
        'De inburgeraar is nog niet opgeroepen voor de brede intake.',
        wi('14 lid 1'),
      ),
      nietInToekomst(afgenomenOp, 'afgenomenOp', omgeving),
      nietEerderDan(
        afgenomenOp,
        toestand.uitnodiging?.op ?? null,
        'afgenomenOp',
        'de oproep',
        wi('14 lid 1'),
      ),
    );
    if (nee) return nee;
    if (!gewezenOpGesprekAlleen) {
      return geweigerd(
        'GESPREK_ALLEEN_NIET_GENOEMD',
        'Wijs de inburgeraar op het recht op een gesprek alleen en leg dat vast.',
        { veld: 'gewezenOpGesprekAlleen', artikel: bi('5.2 lid 2') },
      );
    }
    return besloten({
      soort: 'intakeAfgenomen',
      afgenomenOp,
      taalniveau: taalniveau ?? null,
      verslag: verslag ?? null,
    });
  },
  meldAanVoorLbt: (toestand, { aangemeldOp }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(
        toestand.lbtAanmelding,
        'De aanmelding voor de leerbaarheidstoets',
        wi('14 lid 3'),
      ),
      nogNietVastgelegd(
        toestand.lbtOntheffing,
        'De ontheffing van de leerbaarheidstoets',
        wi('14 lid 3'),
      ),
      nietInToekomst(aangemeldOp, 'aangemeldOp', omgeving),
    ) ?? besloten({ soort: 'lbtAangemeld', aangemeldOp }),
  verleenOntheffingLbt: (toestand, { besluitOp, grond }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(
        toestand.lbtOntheffing,
        'De ontheffing van de leerbaarheidstoets',
        wi('14 lid 3'),
      ),
      nogNietVastgelegd(
        toestand.lbtResultaat,
        'Het resultaat van de leerbaarheidstoets',
        wi('14 lid 3'),
      ),
      nietInToekomst(besluitOp, 'besluitOp', omgeving),
    ) ?? besloten({ soort: 'lbtOntheffingVerleend', besluitOp, medisch: { grond } }),
  verwerkLbt: (toestand, { gevraagdTijdstip, resultaten }) => {
    const nee = verouderd(toestand, 'lbt', gevraagdTijdstip);
    if (nee) return nee;
    const laatste = resultaten.reduce<(typeof resultaten)[number] | null>(
      (tot, dit) => (tot === null || dit.afnameOp > tot.afnameOp ? dit : tot),
      null,
    );
    const bekend = toestand.lbtResultaat;
    if (laatste === null) {
      return bekend === null
        ? besloten()
        : besloten({ soort: 'lbtResultaatIngetrokken', gevraagdTijdstip });
    }
    return bekend?.op === laatste.afnameOp && bekend.resultaat === laatste.resultaat
      ? besloten()
      : besloten({ soort: 'lbtResultaatOntvangen', gevraagdTijdstip, ...laatste });
  },
};
