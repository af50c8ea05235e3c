import type { IsoDatum } from '../datum/datum.js';
import type { Leerroute, Niveau } from '../traject/toestand.js';

export interface LeerrouteGebeurtenis {
  readonly soort: 'leerrouteGekozen';
  readonly gekozenOp: IsoDatum;
  readonly leerroute: Leerroute;
  readonly niveau: Niveau | null;
  readonly intensiteitUren: number | null;
  readonly motivering: string;
}
