import { moetNogNaarDuo } from '../berichten/gevolgen.js';
import { berekenTermijn } from '../termijnen/bereken.js';
import { DomainError } from '../fout.js';
import { besloten, geweigerd, wi, type Omgeving } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
  pasNa,
} from '../traject/regels.js';
import type { IsoDatum } from '../datum/datum.js';
import type { AfrondingOpdracht } from './opdrachten.js';

function bewarenTot(eindePlicht: IsoDatum, { kalender }: Omgeving): IsoDatum | null {
  const uitkomst = berekenTermijn(
    { termijn: 'BEWAARTERMIJN', feiten: { eindePlicht, categorie: 'dossier' } },
    { kalender },
  );
  if (!uitkomst.ok) throw new DomainError('BEWAARTERMIJN', uitkomst.fout.melding);
  return uitkomst.antwoord.uiterlijkOp;
}

export const afrondingBesluiten: Besluiten<AfrondingOpdracht> = {
  voerEindgesprek: (toestand, { gevoerdOp, verslag }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.eindgesprek, 'Het eindgesprek'),
      pasNa(
        toestand.plichtEinde !== null,
        'PLICHT_LOOPT_NOG',
        'Het eindgesprek volgt als DUO heeft gemeld dat de plicht is geeindigd of voldaan.',
        wi('6'),
      ),
      nietInToekomst(gevoerdOp, 'gevoerdOp', omgeving),
    ) ?? besloten({ soort: 'eindgesprekGevoerd', gevoerdOp, verslag: verslag ?? null }),
  sluitTraject: (toestand, { geslotenOp, dossierGecontroleerd }, omgeving) => {
    const nee = eersteWeigering(
      pasNa(
        toestand.plichtEinde !== null,
        'PLICHT_LOOPT_NOG',
        'Een traject sluit pas als DUO heeft gemeld dat de plicht is geeindigd of voldaan.',
        wi('6'),
      ),
      nietInToekomst(geslotenOp, 'geslotenOp', omgeving),
      nietEerderDan(
        geslotenOp,
        toestand.plichtEinde?.op ?? null,
        'geslotenOp',
        'het einde van de inburgeringsplicht',
      ),
    );
    if (nee) return nee;
    if (
      toestand.plichtEinde?.reden === 'Inburgeringsplicht voldaan' &&
      toestand.eindgesprek === null
    ) {
      return geweigerd('EINDGESPREK_ONTBREEKT', 'Voer eerst het eindgesprek.', {});
    }
    // An attendering lapses with the closing.
    if (
      Object.values(toestand.berichten).some(
        ({ soort, status }) => moetNogNaarDuo(status) && soort !== 'ATTENDERING',
      )
    ) {
      return geweigerd(
        'BERICHTEN_ONDERWEG',
        'Er zijn nog berichten aan DUO onderweg of met de hand te doen. Wacht tot die bezorgd zijn of rond ze met de hand af.',
      );
    }
    if (!dossierGecontroleerd) {
      return geweigerd(
        'DOSSIER_NIET_GECONTROLEERD',
        'Controleer eerst of het dossier volledig is.',
        {
          veld: 'dossierGecontroleerd',
        },
      );
    }
    return besloten({
      soort: 'trajectGesloten',
      geslotenOp,
      bewarenTot:
        toestand.plichtEinde === null ? null : bewarenTot(toestand.plichtEinde.op, omgeving),
    });
  },
  heropenTraject: (toestand, { reden }) =>
    pasNa(toestand.status === 'gesloten', 'TRAJECT_OPEN', 'Dit traject is niet gesloten.') ??
    besloten({ soort: 'trajectHeropend', reden }),
  handelEscalatieAf: (toestand, { termijn, maatregel }) => {
    const escalatie = toestand.escalaties[termijn];
    return escalatie === undefined || escalatie.afgehandeldNr !== null
      ? geweigerd('GEEN_ESCALATIE', 'Voor deze termijn staat geen escalatie open.', {
          veld: 'termijn',
        })
      : besloten({ soort: 'escalatieAfgehandeld', termijn, maatregel });
  },
};
