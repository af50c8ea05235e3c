import { besloten, geweigerd } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { herberekenLopende } from '../traject/termijnbewaking.js';
import type { HerzieningOpdracht } from './opdrachten.js';

export const herzieningBesluiten: Besluiten<HerzieningOpdracht> = {
  herberekenTermijnen: (toestand, { kalenderVersie, reden }, omgeving) =>
    omgeving.kalender.versie < kalenderVersie
      ? geweigerd(
          'KALENDER_NOG_NIET_GELDIG',
          `Op ${omgeving.vandaag} geldt voor dit traject kalenderversie ${kalenderVersie} nog niet.`,
          { veld: 'kalenderVersie' },
        )
      : besloten(...herberekenLopende(toestand, omgeving, reden)),
};
