import type { Onderwerp } from '../traject/onderwerp.js';
import { intakeInOpvang, intakeKanVanaf } from '../overdracht/scenario.js';
import { openerNa } from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';

/** DUO gave an examennummer for the leerbaarheidstoets: the registration reached it. */
const bijDuoAangemeld = ({ ketenfeiten }: Toestand): boolean =>
  (ketenfeiten.examennummer ?? 'null') !== 'null';

export const intake: Onderwerp = {
  taken: [
    {
      soort: 'intake-uitnodigen',
      titel: 'Roep de inburgeraar op voor de brede intake',
      rol: 'regievoerder',
      uitkomsten: ['nodigUitVoorIntake'],
      open: (t) => {
        const openerNr = intakeKanVanaf(t);
        return openerNr !== null && t.uitnodiging === null && t.intake === null
          ? {
              openerNr,
              termijn: 'PIP_VASTSTELLEN',
              reden: intakeInOpvang(t)
                ? 'Volgens het gekozen scenario begint de gemeente al tijdens de opvang met de brede intake.'
                : 'DUO heeft de persoon inburgeringsplichtig verklaard (Wi art. 14 lid 1).',
            }
          : null;
      },
    },
    {
      soort: 'intake-afnemen',
      titel: 'Neem de brede intake af',
      rol: 'regievoerder',
      uitkomsten: ['legIntakeVast'],
      open: (t) =>
        t.uitnodiging !== null && t.intake === null
          ? {
              openerNr: openerNa(t, 'intake', t.uitnodiging.nr),
              termijn: 'PIP_VASTSTELLEN',
              reden: 'De inburgeraar is opgeroepen voor de brede intake.',
            }
          : null,
    },
    {
      soort: 'lbt-aanmelden',
      titel: 'Meld aan voor de leerbaarheidstoets',
      rol: 'regievoerder',
      uitkomsten: ['meldAanVoorLbt', 'verleenOntheffingLbt'],
      open: (t) =>
        t.plicht !== null &&
        t.lbtAanmelding === null &&
        t.lbtOntheffing === null &&
        t.lbtResultaat === null &&
        !bijDuoAangemeld(t)
          ? {
              openerNr: Math.max(
                openerNa(t, 'lbtAanmelding', t.plicht.nr),
                openerNa(t, 'lbtOntheffing', t.plicht.nr),
                openerNa(t, 'lbtResultaat', t.plicht.nr),
              ),
              termijn: 'PIP_VASTSTELLEN',
              reden: 'De leerbaarheidstoets hoort bij de brede intake (Wi art. 14 lid 3).',
            }
          : null,
    },
  ],
  termijnen: () => [],
  mijlpalen: {
    intakeAfgerond: (t) => t.intake?.nr ?? null,
    lbtBekend: (t) => t.lbtResultaat?.nr ?? t.lbtOntheffing?.nr ?? null,
  },
};
