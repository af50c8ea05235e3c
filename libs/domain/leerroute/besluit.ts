import { pipVanAnderen } from '../keten/duo-stand.js';
import { leerrouteregels } from '../keten/regels/pip.js';
import { weigerVoorDuo } from '../keten/regels/tabel.js';
import { besloten, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  isAsiel,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';
import type { LeerrouteOpdracht } from './opdrachten.js';

/** A PIP with this route would be refused by DUO: better heard now than when it is sent. */
function pastBijRoute(toestand: Toestand, opdracht: LeerrouteOpdracht) {
  return weigerVoorDuo(
    leerrouteregels({
      leerroute: opdracht.leerroute,
      niveau: opdracht.niveau ?? null,
      intensiteitUren: opdracht.intensiteitUren ?? null,
      asiel: isAsiel(toestand),
      heeftEerderPip: toestand.pip.eersteDagtekening !== null || pipVanAnderen(toestand) !== null,
    }),
  );
}

export const leerrouteBesluiten: Besluiten<LeerrouteOpdracht> = {
  kiesLeerroute: (toestand, opdracht, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.leerroute, 'De leerroute', wi('15 lid 1')),
      pasNa(
        toestand.intake !== null,
        'INTAKE_NIET_AFGEROND',
        'Kies de leerroute na de brede intake.',
        wi('15 lid 1'),
      ),
      pasNa(
        toestand.lbtResultaat !== null || toestand.lbtOntheffing !== null,
        'LBT_ONBEKEND',
        'Het resultaat van de leerbaarheidstoets of een ontheffing ontbreekt.',
        wi('14 lid 3'),
      ),
      nietInToekomst(opdracht.gekozenOp, 'gekozenOp', omgeving),
      nietEerderDan(
        opdracht.gekozenOp,
        toestand.intake?.op ?? null,
        'gekozenOp',
        'de brede intake',
      ),
      pastBijRoute(toestand, opdracht),
    ) ??
    besloten({
      soort: 'leerrouteGekozen',
      gekozenOp: opdracht.gekozenOp,
      leerroute: opdracht.leerroute,
      niveau: opdracht.niveau ?? null,
      intensiteitUren: opdracht.intensiteitUren ?? null,
      motivering: opdracht.motivering,
    }),
};
