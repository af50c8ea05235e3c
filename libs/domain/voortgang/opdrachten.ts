import type { IsoDatum } from '../datum/datum.js';

export interface VoortgangOpdracht {
  readonly soort: 'legVoortgangsgesprekVast';
  readonly gevoerdOp: IsoDatum;
  readonly voortgang: 'voldoende' | 'onvoldoende' | 'sneller-dan-verwacht';
  readonly notitie?: string;
}
