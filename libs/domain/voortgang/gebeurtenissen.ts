import type { IsoDatum } from '../datum/datum.js';

export interface VoortgangGebeurtenis {
  readonly soort: 'voortgangsgesprekGevoerd';
  readonly gevoerdOp: IsoDatum;
  readonly voortgang: 'voldoende' | 'onvoldoende' | 'sneller-dan-verwacht';
  readonly notitie: string | null;
}
