import { besloten, geweigerd, wi } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  isAsiel,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { LeerrouteOpdracht } from './opdrachten.js';

function pastBijRoute({ leerroute, niveau, intensiteitUren }: LeerrouteOpdracht, asiel: boolean) {
  if (niveau === 'A2' && leerroute !== 'Z') {
    return geweigerd(
      'NIVEAU_PAST_NIET',
      'Niveau A2 kan niet in het eerste PIP van de B1-route en niet op de onderwijsroute.',
      { veld: 'niveau', artikel: wi('17 lid 3') },
    );
  }
  if (niveau === 'B1' && leerroute === 'Z') {
    return geweigerd('NIVEAU_PAST_NIET', 'Niveau B1 hoort niet bij de zelfredzaamheidsroute.', {
      veld: 'niveau',
      artikel: wi('9'),
    });
  }
  if (intensiteitUren !== undefined && !(asiel && leerroute === 'B')) {
    return geweigerd(
      'INTENSITEIT_NIET_TOEGESTAAN',
      'De geschatte intensiteit hoort alleen bij de B1-route van een asielstatushouder.',
      { veld: 'intensiteitUren', artikel: wi('15 lid 2') },
    );
  }
  return null;
}

export const leerrouteBesluiten: Besluiten<LeerrouteOpdracht> = {
  kiesLeerroute: (toestand, opdracht, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.leerroute, 'De leerroute'),
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
      pastBijRoute(opdracht, isAsiel(toestand)),
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
