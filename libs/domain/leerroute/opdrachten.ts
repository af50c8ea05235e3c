import type { IsoDatum } from '../datum/datum.js';
import type { Leerroute, Niveau } from '../traject/toestand.js';

export interface LeerrouteOpdracht {
  readonly soort: 'kiesLeerroute';
  readonly gekozenOp: IsoDatum;
  readonly leerroute: Leerroute;
  readonly niveau?: Niveau;
  /** Estimated hours of the B1-route, asiel only (Wi art. 15 lid 2). */
  readonly intensiteitUren?: number;
  readonly motivering: string;
}
