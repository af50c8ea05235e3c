import { aanbodregels } from '../keten/regels/aanbod.js';
import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { besloten, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, isAsiel, nietInToekomst, nogNietVastgelegd } from '../traject/regels.js';
import type { AanbodOpdracht } from './opdrachten.js';

export const aanbodBesluiten: Besluiten<AanbodOpdracht> = {
  doeAanbod: (toestand, opdracht, omgeving) => {
    const { instellingsnummer, aanbodOp, startOp, eindeOp } = opdracht;
    const { vastgesteld } = toestand.pip;
    const nee = eersteWeigering(
      nogNietVastgelegd(toestand.aanbod, 'Het inburgeringsaanbod', wi('16')),
      weigerVoorDuo(
        aanbodregels({
          asiel: isAsiel(toestand),
          pip:
            vastgesteld === null || toestand.leerroute === null
              ? null
              : { dagtekening: vastgesteld.op, leerroute: toestand.leerroute.route },
          aanbodOp,
          startOp,
          eindeOp,
          termijn: toestand.duoTermijn,
          instelling: omgeving.erkenning ?? null,
        }),
      ),
      nietInToekomst(aanbodOp, 'aanbodOp', omgeving),
    );
    if (nee) return nee;
    return besloten(
      {
        soort: 'aanbodGedaan',
        instellingsnummer,
        aanbodOp,
        startOp,
        eindeOp,
        ...(omgeving.erkenning === undefined ? {} : { erkenning: omgeving.erkenning }),
      },
      {
        soort: 'berichtBesloten',
        meldingId: `${toestand.nr + 1}-aanbod`,
        baan: 'aanbod',
        bericht: 'AANBOD_AANLEVEREN',
        inhoud: {
          instellingsnummer,
          datumInburgeringsaanbod: aanbodOp,
          verwachteStartdatumOpleiding: startOp,
          verwachteEinddatumOpleiding: eindeOp,
          indicatorAlfabetiseringsonderwijs: toestand.pip.alfabetisering,
        },
      },
    );
  },
};
