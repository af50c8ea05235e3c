import { aanbod } from '../aanbod/taken.js';
import { aanvraag } from '../aanvraag/taken.js';
import { afronding } from '../afronding/taken.js';
import { berichten } from '../berichten/taken.js';
import { brp } from '../brp/taken.js';
import { examens } from '../examens/taken.js';
import { huisvesting } from '../huisvesting/taken.js';
import { intake } from '../intake/taken.js';
import { leerroute } from '../leerroute/taken.js';
import { map } from '../map/taken.js';
import { ondersteuning } from '../ondersteuning/taken.js';
import { overdracht } from '../overdracht/taken.js';
import { pip } from '../pip/taken.js';
import { plicht } from '../plicht/taken.js';
import { pvt } from '../pvt/taken.js';
import { reconciliatie } from '../reconciliatie/taken.js';
import { signaal } from '../signaal/taken.js';
import { uitgaand } from '../uitgaand/taken.js';
import { voortgang } from '../voortgang/taken.js';
import { zroute } from '../zroute/taken.js';
import type { Onderwerp } from './onderwerp.js';

/** Every subject of a journey, in the order of the model plan. */
export const ONDERWERPEN: readonly Onderwerp[] = [
  overdracht,
  huisvesting,
  ondersteuning,
  plicht,
  intake,
  leerroute,
  pip,
  aanbod,
  pvt,
  map,
  zroute,
  voortgang,
  aanvraag,
  examens,
  afronding,
  berichten,
  uitgaand,
  reconciliatie,
  brp,
  signaal,
];
