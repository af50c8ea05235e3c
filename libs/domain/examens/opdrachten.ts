import type { IsoDatum } from '../datum/datum.js';
import type { Niveau } from '../traject/toestand.js';

export type Examenonderdeel = 'KNM' | 'LE' | 'LU' | 'SC' | 'SP';

export interface Examenresultaat {
  readonly onderdeel: Examenonderdeel;
  readonly niveau: Niveau | 'B2' | null;
  readonly examenOp: IsoDatum | null;
  readonly resultaat: 'Geslaagd' | 'Gezakt' | 'Geen';
}

export interface ExamenOpdracht {
  readonly soort: 'verwerkExamens';
  readonly gevraagdTijdstip: string;
  readonly resultaten: readonly Examenresultaat[];
}
